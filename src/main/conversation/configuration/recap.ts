import { assertNever } from '../../../shared/assert-never';
import type { TranscriptEntry } from '../../../shared/ipc/conversation';

/** Longest recap in characters; long prompts dilute what stands in them (protocol.md section 5.6). */
const MOST_CHARACTERS = 2_000;
/** Longest line of it: a long answer must not push out everything before it. */
const MOST_OF_A_LINE = 300;

/**
 * What was said so far, for the prompt of a session that goes on with a talk: a line for each entry, oldest first,
 * at most `most` characters. Older entries are left out first. Tool results are marked as data: what stands in files
 * and pages is untrusted in a recap too. Empty when nothing was said.
 */
export function recapOf(entries: readonly TranscriptEntry[], most = MOST_CHARACTERS): string {
  const lines: string[] = [];
  let left = most;
  for (const entry of entries.toReversed()) {
    const line = lineOf(entry);
    if (line === null) continue;
    left -= line.length + 1;
    if (left < 0) break;
    lines.unshift(line);
  }
  return lines.join('\n');
}

function lineOf(entry: TranscriptEntry): string | null {
  const text = shortened(entry.kind === 'tool' ? entry.outcome : entry.text);
  switch (entry.kind) {
    case 'user':
      return text === '' ? null : `Person: ${text}`;
    case 'agent':
      return text === '' ? null : `You: ${text}${entry.interrupted ? ' (interrupted)' : ''}`;
    case 'tool':
      return `Tool ${entry.name}, ${TOOL_ENDS[entry.state]}${text === '' ? '' : `, data: "${text}"`}`;
    default:
      return assertNever(entry);
  }
}

const TOOL_ENDS = {
  running: 'not finished',
  waiting: 'waiting for approval, not done',
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
  refused: 'not approved, not done',
} as const;

/** On one line, without quotation marks, so that no text can pass for a line or an end of its own. */
function shortened(text: string): string {
  const line = text
    .replace(/["“”]/g, "'")
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
  const characters = [...line];
  return characters.length > MOST_OF_A_LINE ? `${characters.slice(0, MOST_OF_A_LINE - 1).join('')}…` : line;
}
