import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PresenceFile } from './presence-file';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'parley-presence-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const place = { arrangement: 'a', bounds: { x: 1, y: 2, width: 460, height: 720 }, maximized: false };

test('what was remembered is there at the next start', async () => {
  const file = new PresenceFile(folder, vi.fn());
  file.change({ welcomed: true });
  file.change({ places: [place] });
  await file.close();
  const again = new PresenceFile(folder, vi.fn());
  expect(again.current).toEqual({ version: 1, welcomed: true, toldResident: false, places: [place] });
});

test.each([
  '{"version":1,"wel',
  '[]',
  '{"version":1,"welcomed":true,"toldResident":false,"places":[{"x":"here"}]}',
])('a file that does not fit counts as never written: %s', (text) => {
  writeFileSync(join(folder, 'presence.json'), text);
  expect(new PresenceFile(folder, vi.fn()).current).toMatchObject({ welcomed: false, places: [] });
});

test('a disk that refuses is logged and costs nothing', async () => {
  const log = vi.fn();
  const file = new PresenceFile(join(folder, 'presence.json', 'no folder'), log);
  writeFileSync(join(folder, 'presence.json'), '');
  file.change({ welcomed: true });
  await file.close();
  expect(log).toHaveBeenCalledOnce();
  expect(file.current.welcomed).toBe(true);
});

test('nothing new is not written', async () => {
  const file = new PresenceFile(folder, vi.fn());
  file.change({ welcomed: false });
  await file.close();
  expect(() => readFileSync(join(folder, 'presence.json'))).toThrow();
});
