import type { ApprovalCard } from '../../shared/ipc/approvals';
import type { Json } from '../../shared/json';
import type { GateDecision } from '../permissions/gate/policy';
import { holdsStrangeWords } from '../permissions/gate/strange-words';
import type { AimedCall, Tool, ToolResult } from './tool';

const TAINTED = 'Parley has read words that somebody else wrote in this conversation, so it asks first.';

/** What the person is shown of a call that asks. `expiresAt` in epoch milliseconds. */
export function cardOf(
  id: string,
  tool: Tool,
  args: Json,
  { card, scope }: AimedCall,
  decision: Extract<GateDecision, { type: 'ask' }>,
  expiresAt: number,
): ApprovalCard {
  const named = tool.name.replaceAll('_', ' ');
  return {
    id,
    tool: tool.name,
    effect: card?.effect ?? `Runs "${named}" with the arguments below.`,
    question: card?.question ?? `Shall I ${named}?`,
    risk: card?.risk ?? null,
    arguments: JSON.stringify(args, null, 2),
    preview: card?.preview ?? null,
    because: decision.tainted ? TAINTED : null,
    verbs: decision.byVoice ? (card?.verbs ?? [named.split(' ')[0] ?? named]) : [],
    remember: decision.mayRemember ? ['conversation', 'always'] : [],
    scope: scope?.label ?? null,
    expiresAt,
  };
}

/** In which sizes are told. */
const UNITS = 'byte bytes KB MB GB TB';

/**
 * Whether what the model gets of this call (its question, or `result` once it has run) holds words of somebody else.
 * A name that the person has said is not; one that says more than they did is.
 */
export function isForeign(
  heard: string,
  { name, description, keywords, foreign }: Tool,
  args: Json,
  { card, scope }: AimedCall,
  result: ToolResult | null,
): boolean {
  if (result?.foreign !== undefined) return result.foreign;
  if (foreign === true) return true;
  const known = [heard, JSON.stringify(args), name, description, ...keywords, ...(card?.verbs ?? [])];
  if (card !== null && holdsStrangeWords(card.question, known)) return true;
  if (foreign === false || result === null) return false;
  // Folders are named by the person who grants them.
  return !result.ok || holdsStrangeWords(textsIn(result.data), [...known, scope?.label ?? '', UNITS]);
}

/** The texts of a result, without the names of its fields. */
function textsIn(data: Json): string {
  if (typeof data === 'string') return data;
  if (typeof data !== 'object' || data === null) return '';
  return Object.values(data as Readonly<Record<string, Json>>)
    .map(textsIn)
    .join(' \n ');
}
