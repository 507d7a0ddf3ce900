import { rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readChecked } from './checked-read';
import { Fence } from './fence';
import { tempFolder } from './temp-grants';

/** A grant with a file, and an outside folder with a secret of the same name, to be swapped in. */
async function stage() {
  const disk = await tempFolder();
  const file = await disk.write('granted/work/plan.md', 'plan');
  await disk.write('outside/plan.md', 'secret');
  const work = join(disk.path, 'granted/work');
  const aside = join(disk.path, 'aside');
  const trap = join(disk.path, 'trap');
  await symlink(join(disk.path, 'outside'), trap);
  const real = await Fence.around([{ id: '1', path: join(disk.path, 'granted') }], [], process.platform);
  return {
    file,
    real,
    swapIn: async () => {
      await rename(work, aside);
      await rename(trap, work);
    },
    swapOut: async () => {
      await rename(work, trap);
      await rename(aside, work);
    },
  };
}

type Check = Fence['check'];

/** Does something around each check of the path, by the number of the check. */
function meddling(real: Fence, around: (nth: number, check: () => ReturnType<Check>) => ReturnType<Check>) {
  let nth = 0;
  return { check: (path: string) => around(++nth, () => real.check(path)), judge: real.judge.bind(real) };
}

describe('a folder on the way is swapped while a file is opened', () => {
  test('nobody meddles: the file is read', async () => {
    const { file, real } = await stage();
    const answer = await readChecked(file, 100, real);
    expect(answer).toMatchObject({ ok: true, read: { bytes: new Uint8Array(Buffer.from('plan')), size: 4 } });
  });

  test('in for the opening, and left there', async () => {
    const { file, real, swapIn } = await stage();
    const fence = meddling(real, async (nth, check) => {
      const answer = await check();
      if (nth === 1) await swapIn();
      return answer;
    });
    expect(await readChecked(file, 100, fence)).toMatchObject({ ok: false });
  });

  test('in for the opening, out again for the second check', async () => {
    const { file, real, swapIn, swapOut } = await stage();
    const fence = meddling(real, async (nth, check) => {
      if (nth === 2) await swapOut();
      const answer = await check();
      if (nth === 1) await swapIn();
      return answer;
    });
    expect(await readChecked(file, 100, fence)).toMatchObject({ ok: false });
  });
});
