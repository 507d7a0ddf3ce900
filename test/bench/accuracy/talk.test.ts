import { describe, expect, it } from 'vitest';
import type { Memory, Thinker, Thought, ThoughtRequest } from '../../../src/local-agent/thinking/types';
import { asks, call, says, type AccuracySet } from './cases';
import { figuresOf } from './figures';
import { holdSet } from './talk';
import { text, tool } from './toolsets/schema';

const toolset = { name: 'lamps', heldOutOnly: [], tools: [tool('light', '', { room: text('') })] };
const kitchen = call('light', { room: 'kitchen' });

/** Thinks what it is told to for a request, and says "Done." to every result. */
function thinkerOf(answer: (request: ThoughtRequest, said: string) => Partial<Memory> | string): Thinker {
  return {
    prepare: () => Promise.resolve(),
    think: (request) => {
      const { prompt, memory } = request;
      const say = (words: string, more: Partial<Memory> = {}): Thought => ({
        kind: 'say',
        text: words,
        memory: { ...memory, ...more },
      });
      if (prompt.kind !== 'request') return Promise.resolve(say('Done.'));
      const answered = answer(request, prompt.text);
      if (typeof answered !== 'string') return Promise.resolve(say('Which?', answered));
      const calls = [{ name: 'light', arguments: { room: answered } }];
      return Promise.resolve({ kind: 'call', calls, memory: { ...memory, lastCall: calls[0]! } });
    },
  };
}

const held = (
  cases: AccuracySet['groups'][number]['cases'],
  thinker: Thinker,
  nothing: readonly string[] = [],
) =>
  holdSet(
    { name: 'held-out', groups: [{ toolset, cases }], nothing: [{ toolset, said: nothing }] },
    thinker,
    (said) => Promise.resolve(said),
  );

describe('holding a set', () => {
  it('judges tool and arguments of every turn', async () => {
    const outcomes = await held(
      [says('kitchen', kitchen), says('attic', kitchen), says('cellar', call('door'))],
      thinkerOf((_, said) => said),
    );
    expect(outcomes.map(({ rightTool, rightArguments }) => [rightTool, rightArguments])).toEqual([
      [true, true],
      [true, false],
      [false, false],
    ]);
  });

  it('takes a question for the missing argument as right, and a call instead of it as wrong', async () => {
    const question = { tool: 'light', arguments: {}, missing: 'room' };
    const turn = asks('light', 'light', 'room');
    expect(
      (
        await held(
          [turn],
          thinkerOf(() => ({ question })),
        )
      )[0],
    ).toMatchObject({ rightArguments: true });
    expect(
      (
        await held(
          [turn],
          thinkerOf(() => 'attic'),
        )
      )[0],
    ).toMatchObject({ rightTool: false });
  });

  it('does not let a turn suffer from the mistake before it', async () => {
    const seen: Memory[] = [];
    await held(
      [[says('on', kitchen), asks('off', 'light', 'room'), says('attic', call('light', { room: 'attic' }))]],
      thinkerOf(({ memory }) => {
        seen.push(memory);
        return 'cellar';
      }),
    );
    expect(seen[1]?.lastCall).toEqual({ name: 'light', arguments: { room: 'kitchen' } });
    expect(seen[2]?.question).toEqual({ tool: 'light', arguments: {}, missing: 'room' });
  });

  it('counts every call after a sentence that asks for nothing', async () => {
    const thinker = thinkerOf((_, said) => (said === 'act' ? 'attic' : {}));
    expect(figuresOf(await held([], thinker, ['act', 'rest'])).falseAction).toEqual({ right: 1, of: 2 });
  });
});
