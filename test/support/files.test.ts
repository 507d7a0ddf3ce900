import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesHolding } from './files';

it('finds a text in files of any depth, plain or encoded, and only there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-files-'));
  const text = 'k3y-of-nobody-0123456789abcdef';
  const base64 = (before: string) => Buffer.from(`${before}${text}{"more":1}`).toString('base64');
  const holding = {
    plain: `x${text}x`,
    wide: Buffer.from(text, 'utf16le'),
    base0: base64(''),
    base1: base64('{'),
    base2: base64('{"'),
  };
  mkdirSync(join(folder, 'deep', 'er'), { recursive: true });
  for (const [name, content] of Object.entries(holding))
    writeFileSync(join(folder, 'deep', 'er', name), content);
  writeFileSync(join(folder, 'other'), text.slice(0, -1));
  expect([...filesHolding(folder, text)].sort()).toEqual(
    Object.keys(holding)
      .sort()
      .map((name) => join(folder, 'deep', 'er', name)),
  );
  rmSync(folder, { recursive: true });
});
