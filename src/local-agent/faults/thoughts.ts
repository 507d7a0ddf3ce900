import type { PlannedCall, Thinker, Thought, ThoughtRequest } from '../thinking/types';
import type { Faults } from './catalogue';

/** The thinker, with calls repeated, joined by others, or chained. */
export function faultyThinker(thinker: Thinker, faults: Faults): Thinker {
  const { 'repeat-call': times, 'parallel-calls': parallel, 'chain-calls': chain } = faults;
  if (times === undefined && !parallel && chain === undefined) return thinker;
  return {
    prepare: (tools) => thinker.prepare(tools),
    think: async (request, signal, onPart) => {
      // A chained call takes the place of what would be said.
      const thought = await thinker.think(request, signal, chain === undefined ? onPart : undefined);
      return faultyThought(faults, request, thought);
    },
  };
}

/** What the faults make of one thought. Pure. */
export function faultyThought(faults: Faults, request: ThoughtRequest, thought: Thought): Thought {
  const chained = chainedCall(faults['chain-calls'] ?? 0, request);
  if (chained) return { kind: 'call', calls: [chained], memory: request.memory };
  if (thought.kind !== 'call') return thought;
  const calls = faults['parallel-calls'] ? withAnother(thought.calls, request) : thought.calls;
  const times = faults['repeat-call'] ?? 1;
  return { ...thought, calls: calls.flatMap((call) => Array.from({ length: times }, () => call)) };
}

/** The last call once more, until `links` calls were made since the person spoke. */
function chainedCall(links: number, { prompt, history }: ThoughtRequest): PlannedCall | null {
  if (prompt.kind !== 'results') return null;
  const made = history
    .slice(history.findLastIndex(({ role }) => role === 'user') + 1)
    .filter(({ role }) => role === 'tool').length;
  const last = prompt.calls.at(-1);
  if (!last || made >= links) return null;
  return { name: last.name, arguments: last.arguments };
}

/** Besides the calls, one of a tool that is not among them; the first call again when there is no other. */
function withAnother(calls: readonly PlannedCall[], { tools }: ThoughtRequest): readonly PlannedCall[] {
  const [first] = calls;
  const other = tools.find(({ name }) => calls.every((call) => call.name !== name));
  if (other) return [...calls, { name: other.name, arguments: {} }];
  return first ? [...calls, first] : calls;
}
