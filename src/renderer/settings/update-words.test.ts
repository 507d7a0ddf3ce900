import { describe, expect, it } from 'vitest';
import { updateWords } from './update-words';

const words = (...[status]: [Parameters<typeof updateWords>[0]]) => updateWords(status, () => 'noon');

describe('words for updates', () => {
  it('offer what can be done next, and nothing while something is under way', () => {
    expect(words({ state: 'idle', lookedAt: 1 })).toMatchObject({ text: 'Nothing newer as of noon.' });
    expect(words({ state: 'available', version: '2.0.0' }).action?.does).toBe('fetch');
    expect(words({ state: 'ready', version: '2.0.0' }).action?.does).toBe('restart');
    expect(words({ state: 'fetching', version: '2.0.0', percent: 7 })).toMatchObject({ action: null });
    expect(words({ state: 'off', why: 'not-signed' })).toMatchObject({ action: null });
  });

  it('say what failed and let the person try again', () => {
    const problem = { code: 'x', sentence: 'It failed.', next: 'Look again later.' };
    expect(words({ state: 'failed', problem })).toMatchObject({
      text: 'It failed. Look again later.',
      action: { does: 'look' },
    });
  });
});
