import { actionOf } from './vocabulary/actions';
import { tokens } from '../../shared/vocabulary/words';

/** Verbs of several words and the kind of doing they name, tried before single words. */
const PHRASES: readonly (readonly [string, RegExp])[] = [
  ['remove', /^(?:get rid of|throw (?:away|out)|take .+ (?:off|out of)|cross .+ off|clear out)\b/],
  [
    'complete',
    /^(?:(?:tick|check|cross) (?:.+ )?off|mark .+ (?:as )?(?:done|complete|completed|finished))\b/,
  ],
  ['create', /^(?:order|buy|get me|purchase|remind me)\b/],
  ['change', /^(?:put|stick|drop|sort|file) .+ (?:in|into|to|under) .*\b(?:folder|directory|album)$/],
  ['create', /^file (?:a|an|the|this|my|another)\b/],
  ['send', /^(?:drop|write|shoot|send) .{1,25}? an? (?:mail|email|e-mail|line|message|note|text)\b/],
  [
    'create',
    /^(?:(?:put|stick|pop|chuck|throw) .+ (?:on|onto|to)|put .+ (?:in|on|into|onto|to)|write down|jot down|take (?:a )?note|make (?:a )?note)\b/,
  ],
  ['end', /^(?:turn|switch|shut) (?:.+ )?off\b/],
  ['begin', /^(?:turn|switch) (?:.+ )?on\b/],
  ['back', /^go back\b/],
  ['begin', /^(?:keep|carry on|go on|continue)\b/],
  ['look', /^(?:tell|show) (?:me|us)\b/],
  [
    'look',
    /^(?:what|who|when|where|why|how|which|is|are|was|were|do|does|did|any|anything|anybody|got|have|has|will)\b/,
  ],
];

/** The kind of doing that a plain request asks for; null when its first words do not tell. */
export function actionIn(request: string): string | null {
  const words = tokens(request);
  const text = words.join(' ');
  const phrase = PHRASES.find(([, pattern]) => pattern.test(text));
  return phrase?.[0] ?? actionOf(words[0] ?? '');
}
