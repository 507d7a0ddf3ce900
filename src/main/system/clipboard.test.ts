import { describe, expect, test } from 'vitest';
import { clipboardAccess, type SystemClipboard } from './clipboard';

/** A clipboard that holds text or a picture, in plain memory. */
function memoryClipboard(refusing = false) {
  let contents: { text?: string; formats: readonly string[] } = { formats: [] };
  const copy = (text: string, ...formats: readonly string[]) =>
    (contents = { text, formats: ['text/plain', ...formats] });
  const system: SystemClipboard = {
    readText: () => Promise.resolve(contents.text ?? ''),
    writeText: (text) => (refusing || copy(text), Promise.resolve()),
    isEmpty: () => Promise.resolve(contents.formats.length === 0),
    has: (format) => Promise.resolve(contents.formats.includes(format)),
    keep() {
      const before = contents;
      return Promise.resolve(() => ((contents = before), Promise.resolve()));
    },
  };
  const picture = () => (contents = { formats: ['image/png'] });
  return { access: clipboardAccess(system), copy, picture };
}

const ticketOf = (answer: Awaited<ReturnType<ReturnType<typeof clipboardAccess>['replace']>>) =>
  answer.ok ? answer.value : 'none';

describe('reading', () => {
  test.each([
    ['text', (own: ReturnType<typeof memoryClipboard>) => own.copy('hello'), { text: 'hello', other: false }],
    ['a picture', (own: ReturnType<typeof memoryClipboard>) => own.picture(), { text: '', other: true }],
    ['nothing', () => undefined, { text: '', other: false }],
  ])('%s', async (_, fill, value) => {
    const own = memoryClipboard();
    fill(own);
    expect(await own.access.read()).toEqual({ ok: true, value });
  });

  test.each([
    'x-kde-passwordManagerHint',
    'org.nspasteboard.ConcealedType',
    'ExcludeClipboardContentFromMonitorProcessing',
  ])('what a password manager marked with %s is not read', async (mark) => {
    const { access, copy } = memoryClipboard();
    copy('hunter2', mark);
    const answer = await access.read();
    expect(answer.ok).toBe(false);
    expect(JSON.stringify(answer)).not.toContain('hunter2');
  });
});

describe('taking a replacement back', () => {
  test('what was there before is there again, once', async () => {
    const { access, copy } = memoryClipboard();
    copy('old');
    const ticket = ticketOf(await access.replace('new'));
    expect(await access.read()).toMatchObject({ value: { text: 'new' } });
    expect(await access.restore(ticket)).toBe('restored');
    expect(await access.read()).toMatchObject({ value: { text: 'old' } });
    expect(await access.restore(ticket)).toBe('forgotten');
  });

  test('a picture comes back too', async () => {
    const { access, picture } = memoryClipboard();
    picture();
    expect(await access.restore(ticketOf(await access.replace('new')))).toBe('restored');
    expect(await access.read()).toMatchObject({ value: { other: true } });
  });

  test('what the person has copied since is left alone', async () => {
    const { access, copy } = memoryClipboard();
    const ticket = ticketOf(await access.replace('new'));
    copy('newer');
    expect(await access.restore(ticket)).toBe('changed');
    expect(await access.read()).toMatchObject({ value: { text: 'newer' } });
  });

  test('the ticket holds nothing of the old text, and old ones are forgotten', async () => {
    const { access, copy } = memoryClipboard();
    copy('hunter2');
    const first = ticketOf(await access.replace('1'));
    expect(first).not.toContain('hunter2');
    for (let count = 2; count <= 11; count++) await access.replace(String(count));
    expect(await access.restore(first)).toBe('forgotten');
    expect(await access.restore('../made up')).toBe('forgotten');
  });

  test('a system that takes no text is told of, and there is nothing to take back', async () => {
    expect(await memoryClipboard(true).access.replace('new')).toMatchObject({ ok: false });
  });
});
