/** Somebody swaps folders and files for links to the outside, as fast as the disk allows, while everything runs. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, onTestFinished, test } from 'vitest';
import { grantsOf, tempFolder } from '../temp-grants';
import { changesOf } from './changes.fixture';
import type { FileChange } from './workbench';

/** Swaps for ever: `granted/work` for a link to `outside`, the real one put aside; a file in it for a link. */
const SWAPPER = `
  const { renameSync, symlinkSync, rmSync } = require('node:fs');
  const { parentPort, workerData: { disk, aside, stop } } = require('node:worker_threads');
  const flag = new Int32Array(stop);
  const quietly = (step) => { try { step(); return true; } catch { return false; } };
  symlinkSync(disk + '/outside', disk + '/trap');
  let swaps = 0;
  while (Atomics.load(flag, 0) === 0) {
    const work = disk + '/granted/work';
    if (quietly(() => renameSync(work, aside))) {
      quietly(() => renameSync(disk + '/trap', work));
      quietly(() => renameSync(work, disk + '/trap'));
      renameSync(aside, work);
    }
    const plan = work + '/plan.md';
    if (quietly(() => renameSync(plan, disk + '/granted/plan.aside'))) {
      quietly(() => symlinkSync(disk + '/outside/plan.md', plan));
      quietly(() => rmSync(plan));
      quietly(() => renameSync(disk + '/granted/plan.aside', plan));
    }
    swaps += 1;
    if (swaps % 20 === 0) Atomics.wait(flag, 0, 0, 1);
  }
  parentPort.postMessage(swaps);
`;

/** Rounds of everything that reads and writes. */
const ROUNDS = 60;
const SECRET = 'secret of the outside';
const bytes = new TextEncoder().encode('ours');

function pictureOf(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      const stats = lstatSync(path);
      if (stats.isDirectory()) return [`${name}/`, ...pictureOf(path).map((line) => `${name}/${line}`)];
      return [`${name} ${stats.nlink} ${stats.ino} ${stats.mtimeMs} ${readFileSync(path, 'utf8')}`];
    });
}

describe.runIf(process.platform === 'linux')('components are swapped while tools run', () => {
  test.each(['granted/aside', 'aside'])(
    'the real folder put aside as %s',
    { timeout: 60_000 },
    async (aside) => {
      const disk = await tempFolder();
      const root = await disk.folder('granted');
      await disk.write('granted/work/plan.md', 'plan');
      await disk.write('granted/work/sub/deep.txt', 'deep');
      await disk.write('granted/inbox/tree/leaf.txt', 'leaf');
      for (const name of [
        'plan.md',
        'only-outside.txt',
        'sub/deep.txt',
        'sub/only-outside.txt',
        'gone.txt',
      ]) {
        await disk.write(`outside/${name}`, SECRET);
      }
      const outside = pictureOf(join(disk.path, 'outside'));
      const files = grantsOf([root]);
      const changes = changesOf([root], {
        dataHome: join(disk.path, 'data'),
        ownFolder: join(disk.path, 'own'),
      });
      const stop = new SharedArrayBuffer(4);
      const swapper = new Worker(SWAPPER, {
        eval: true,
        workerData: { disk: disk.path, aside: join(disk.path, aside), stop },
      });
      onTestFinished(async () => void (await swapper.terminate()));

      const outcomes = new Map<string, { done: number; refused: number }>();
      const seen: string[] = [];
      const attempt = async (what: string, work: () => Promise<unknown>) => {
        const count = outcomes.get(what) ?? { done: 0, refused: 0 };
        outcomes.set(what, count);
        try {
          const answer = await work();
          count.done += 1;
          return answer;
        } catch (error) {
          expect((error as Error).name).toMatch(/^(ChangeRefused|FileRefused)$/u);
          count.refused += 1;
          return null;
        }
      };
      const at = (name: string) => ({ absolute: join(root, name), spoken: name });
      const place = async (name: string) => {
        const answer = await changes.place(join(root, name));
        if (answer.ok) return answer.place;
        throw Object.assign(new Error(answer.refusal), { name: 'ChangeRefused' });
      };

      for (let round = 0; round < ROUNDS; round += 1) {
        const made = `work/gone-${round}.txt`;
        const written = await attempt('write', async () => changes.writeNew(await place(made), bytes));
        await attempt('overwrite', async () => changes.writeNew(await place('work/only-outside.txt'), bytes));
        await attempt('folder', async () => changes.makeFolder(await place(`work/sub/new-${round}`)));
        await attempt('replace', async () => changes.replace(await changes.pin(at('work/plan.md')), bytes));
        await attempt('append', async () =>
          changes.append(await changes.pin(at('work/sub/deep.txt')), bytes),
        );
        await attempt('read', async () => {
          for (const name of ['work/plan.md', 'work/sub/deep.txt', 'work/only-outside.txt']) {
            seen.push(new TextDecoder().decode((await files.read(at(name), 100)).bytes));
          }
        });
        await attempt('list', async () => {
          for (const name of ['work', 'work/sub']) {
            seen.push(...(await files.entries(at(name))).map(({ path }) => path.absolute));
            seen.push(...((await (await files.look()).list(at(name), 100))?.files ?? []));
          }
        });
        await attempt('facts', async () => seen.push(String((await files.facts(at('work/plan.md'))).size)));
        await attempt('copy', async () =>
          changes.copy(await changes.pin(at('inbox/tree')), await place(`work/tree-${round}`)),
        );
        await attempt('copy out of it', async () =>
          changes.copy(await changes.pin(at('work/sub')), await place(`inbox/sub-${round}`)),
        );
        const moved = await attempt('move', async () =>
          changes.move(await changes.pin(at('inbox/tree')), await place(`work/moved-${round}`)),
        );
        if (moved) await attempt('undo', () => changes.undo((moved as FileChange).undo));
        await attempt('rename', async () =>
          changes.move(await changes.pin(at('work/plan.md')), await place('work/sub/plan.md')),
        );
        await attempt('rename back', async () =>
          changes.move(await changes.pin(at('work/sub/plan.md')), await place('work/plan.md')),
        );
        await attempt('trash', async () => changes.trash(await changes.pin(at('work/only-outside.txt'))));
        if (written) await attempt('undo', () => changes.undo((written as FileChange).undo));
      }
      const ended = new Promise<number>((resolve) => swapper.once('message', resolve));
      Atomics.store(new Int32Array(stop), 0, 1);
      Atomics.notify(new Int32Array(stop), 0);
      expect(await ended).toBeGreaterThan(ROUNDS);

      expect(pictureOf(join(disk.path, 'outside'))).toEqual(outside);
      expect(
        seen.filter(
          (text) =>
            text.includes('secret') || /(^|\/)gone\.txt$/u.test(text) || text === String(SECRET.length),
        ),
      ).toEqual([]);
      expect(pictureOf(join(disk.path, 'data')).filter((line) => line.includes(SECRET))).toEqual([]);
      expect(pictureOf(join(disk.path, 'own')).filter((line) => line.includes(SECRET))).toEqual([]);
      // Nothing is lost on the way, and nothing half made is left lying about.
      const granted = pictureOf(root).join('\n');
      expect(granted).not.toContain('.parley-');
      expect(granted).toMatch(/work\/(sub\/)?plan\.md /u);
      expect(granted).toMatch(/(inbox\/tree|work\/moved-\d+)\/leaf\.txt 1 .* leaf$/mu);
      // It was a race: much was done, and much was refused.
      const sum = (which: 'done' | 'refused') =>
        [...outcomes.values()].reduce((all, one) => all + one[which], 0);
      expect(sum('done')).toBeGreaterThan(ROUNDS);
      expect(sum('refused')).toBeGreaterThan(ROUNDS / 2);
    },
  );
});
