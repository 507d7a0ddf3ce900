import type { OfferedTool } from './types';
import { humanise, inWords } from '../../shared/vocabulary/words';

/** More than this cannot be followed by ear. */
const MOST = 8;

/** The offered tools in words: "tell the time anywhere, open files and set timers". Empty without tools. */
export function describeTools(tools: readonly OfferedTool[]): string {
  const abilities = tools.slice(0, MOST).map(describeTool);
  return tools.length > MOST ? `${abilities.join(', ')}, and more` : inWords(abilities);
}

/** One tool as what follows "I can". */
export function describeTool(tool: OfferedTool): string {
  const first =
    tool.description.split(/[.;:(\n]|,? e\.g\.|,? such as|,? for example| \b(?:when|if|whenever)\b/i)[0] ??
    '';
  const words = first.trim().split(/\s+/).slice(0, 12);
  if (words.length < 2) return humanise(tool.name);
  const verb = (words[0] ?? '').toLowerCase();
  // "Lists files" and "List files" both read "list files".
  const infinitive = /(?:ss|us|is)$/.test(verb)
    ? verb
    : verb.replace(/(ch|sh|x|ss)es$/, '$1').replace(/s$/, '');
  return [infinitive, ...words.slice(1)].join(' ');
}
