import { expect, test } from 'vitest';
import { PathQueue } from './path-queue';

function piecesOfWork() {
  const queue = new PathQueue();
  const order: string[] = [];
  const finish = new Map<string, (failed?: boolean) => void>();
  const begin = (name: string, ...paths: readonly string[]) =>
    queue.run(paths, () => {
      order.push(`begin ${name}`);
      return new Promise<void>((resolve, reject) =>
        finish.set(name, (failed) => {
          order.push(`end ${name}`);
          if (failed) reject(new Error(name));
          else resolve();
        }),
      );
    });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { begin, finish, order, settle };
}

test('work on the same path, or on a folder around it, goes one after the other, all else side by side', async () => {
  const { begin, finish, order, settle } = piecesOfWork();
  const all = [begin('folder', '/a'), begin('inside', '/a/b'), begin('likeness', '/ab'), begin('nothing')];
  await settle();
  expect(order).toEqual(['begin folder', 'begin likeness', 'begin nothing']);
  finish.get('folder')!();
  await settle();
  expect(order.slice(3)).toEqual(['end folder', 'begin inside']);
  for (const name of ['inside', 'likeness', 'nothing']) finish.get(name)!();
  await Promise.all(all);
});

test('work on a folder waits for what is done inside it', async () => {
  const { begin, finish, order, settle } = piecesOfWork();
  const all = [begin('inside', '/a/b'), begin('folder', '/a')];
  await settle();
  expect(order).toEqual(['begin inside']);
  finish.get('inside')!();
  await settle();
  finish.get('folder')!();
  await Promise.all(all);
  expect(order).toEqual(['begin inside', 'end inside', 'begin folder', 'end folder']);
});

test('what fails lets the next one in', async () => {
  const { begin, finish, order, settle } = piecesOfWork();
  const first = begin('first', '/a').catch(() => 'failed');
  const second = begin('second', '/a');
  await settle();
  finish.get('first')!(true);
  expect(await first).toBe('failed');
  await settle();
  finish.get('second')!();
  await second;
  expect(order).toEqual(['begin first', 'end first', 'begin second', 'end second']);
});
