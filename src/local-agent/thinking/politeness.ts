import { REPHRASED } from './rephrasing';
import { isVerb } from './vocabulary/actions';

const FILLERS =
  /(?:^|[\s,]+)(?:u+h+|u+m+|uhm+|er+m?|hm+|i guess|sort of|kind of)(?=[\s,.!?]|$)[\s,]*|, (?:you know|like),?\s+/gi;
/** What people say before they ask. */
const OPENERS = new RegExp(
  `^(?:(?:${[
    'so|well|ok(?:ay)?|hey|hi|hello|oh|ah|please|kindly|and|then|now|yes|yeah|sure|great|alright|right|also|listen|quick(?:ly)?',
    '(?:hang|hold) on(?: a (?:second|minute|moment|sec))?|wait(?: a (?:second|minute|moment|sec))?|one (?:second|moment)',
    'would you mind|do you mind|(?:could|can|would|will) you|(?:can|could|shall|should) we|(?:can|could|may) i(?: (?:get|have))?|you can|you could|you may',
    'maybe|perhaps|possibly|just|actually|first of all|try to|go ahead and|be so kind (?:and|to|as to)|do me a favou?r and',
    "(?:i|we)(?: really)? (?:(?:'d|would) (?:really )?(?:like|love)|(?:'d |would )?(?:want|need|wanna))(?: (?:you )?to|(?= (?:a|an|the|some|my|it|that|\\d|[a-z]+ing)\\b))",
    "i(?:'m| am) (?:going|trying) to|help me(?: to)?|let'?s|let us|you should|i(?:'d| would) (?:appreciate|be (?:glad|happy|grateful)) if you (?:could|would)",
    'i (?:wonder|was wondering) (?:if|whether) you (?:could|can|would)|do you think you (?:could|can)|(?:is it|would it be) possible to|i was hoping you could',
    "why don't you|you(?:'d better| better| might want to)|feel free to|(?:make|be) sure (?:to|(?:that )?you)|i(?:'d| would) ask you to|(?:it's |it is )?(?:about )?time to",
    'it would be (?:great|nice|good) if you could|i think (?:you should|we should)|be a dear and|would you be able to|are you able to',
  ].join('|')})\\b(?!'|-)[\\s,.!]*)+`,
  'i',
);
const CLOSERS =
  /[\s,]+(?:please|for me|thank you|thanks|right now|right away|now|immediately|if you can|if you could|if possible|if you don't mind|when you get a chance|when you have a moment|would you|will you|could you|can you|okay|ok|again|out loud|aloud|too|as well|real quick|quickly|darling|mate|then|for a (?:second|moment|bit|while)|somehow|to me|so far|yet|in here|before i forget|as soon as possible|asap|while you're at it|if you don't mind|if you would|if you like|would you mind)[.!?\s]*$/i;

/** What was said without hesitation, slips of the tongue and the agent's own name. */
export function clearSpeech(text: string, agentName: string): string {
  const straight = text
    .trim()
    .replace(/[’`]/g, "'")
    .replace(/\b(Mr|Mrs|Ms|Dr|Prof|St)\.(?= \p{Lu})/gu, '$1');
  const fluent = straight.replace(FILLERS, ' ').trim();
  const clear = corrected(withoutName(/[\p{L}\p{N}]/u.test(fluent) ? fluent : straight, agentName));
  return clear
    .replace(TOLD_VALUE, ' with the $1: ')
    .replace(/,? (?:the following|as follows|like this):/i, ':');
}

/** "The message is hello" tells the value of something by its name. */
const TOLD_VALUE =
  /[,.;]?\s+(?:and )?(?:the|its|with the) (message|title|name|subject|text|label|body|content|caption|description|query) (?:is|being|should be|should say|should read|says|reads)[\s,:]+(?=\S)/gi;

/** The plain order or question in words without hesitation: politeness gone, roundabout ways made straight. */
export function plainly(text: string): string {
  return rephrased(stripped(text));
}

function withoutName(text: string, agentName: string): string {
  const name = agentName.replace(/[^\p{L}\p{N} ]/gu, '');
  if (name === '') return text;
  return text
    .replace(new RegExp(`^(?:hey |hi |ok |okay |hello )?${name}\\b[\\s,.!]+(?=\\S)`, 'iu'), '')
    .replace(new RegExp(`[\\s,]+${name}[.!?]*$`, 'iu'), '');
}

/** The order in "(would you mind) showing": the verb itself, if it is a known one. */
function baseOf(doing: string): string {
  const stem = doing.slice(0, -3);
  return [stem, `${stem}e`, stem.slice(0, -1)].find(isVerb) ?? doing;
}

/** Takes away what is polite at both ends until nothing is left to take; never everything. */
export function stripped(text: string): string {
  let plain = text.replace(
    /^((?:\S+ )?(?:would|do|could) you mind) (\p{L}+ing)\b/iu,
    (_, lead: string, doing: string) => `${lead} ${baseOf(doing)}`,
  );
  for (let before = ''; before !== plain;) {
    before = plain;
    for (const pattern of [OPENERS, CLOSERS]) {
      const rest = plain.replace(pattern, '').trim();
      if (/[\p{L}\p{N}]/u.test(rest)) plain = rest;
    }
  }
  return plain;
}

function rephrased(text: string): string {
  let plain = text;
  for (const [roundabout, order] of REPHRASED) {
    const next = plain.replace(roundabout, order);
    if (/[\p{L}\p{N}]/u.test(next)) plain = next;
  }
  return plain;
}

const CORRECTION =
  /^(.*\S)[\s,.]+(?:no,? wait|wait,? no|no,? sorry|sorry,? no|no,? actually|oh no|i mean|i meant|or rather|scratch that|correction)[\s,.:]+(.+)$/i;

/** "For five, no wait, ten minutes" says ten minutes. */
function corrected(text: string): string {
  const found = CORRECTION.exec(text);
  if (!found?.[1] || !found[2]) return text;
  const head = found[1].replace(/[,.]+$/, '');
  const kept =
    /^(.*\b(?:for|to|at|in|on|about|of|from|with)) /i.exec(head)?.[1] ?? head.split(/\s+/)[0] ?? '';
  const lead = /^(?:for|to|at|in|on|about|of|from|with)\b/i.test(found[2]);
  return `${lead ? kept.replace(/\s\S+$/, '') : kept} ${found[2]}`;
}
