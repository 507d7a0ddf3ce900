import type { ApprovalCard } from '../../shared/ipc/approvals';
import type { Json } from '../../shared/json';
import type { GateDecision } from '../permissions/gate/policy';
import { holdsStrangeWords } from '../permissions/gate/strange-words';
import type { AimedCall, Tool } from './tool';

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

/** Whether the question about a call holds words that neither the person, in `heard`, nor the call itself has. */
export function namesStrangers(
  heard: string,
  { name, description, keywords }: Tool,
  args: Json,
  { card }: AimedCall,
): boolean {
  const known = [heard, JSON.stringify(args), name, description, ...keywords, ...(card?.verbs ?? [])];
  return card !== null && holdsStrangeWords(card.question, known);
}
