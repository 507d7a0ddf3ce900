import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { download } from './download.mjs';

const CONTENT = Buffer.from(Array.from({ length: 200_000 }, (_, at) => (at * 7) % 251));
const sha256 = createHash('sha256').update(CONTENT).digest('hex');

/** How the server behaves, and what it was asked. */
const manner = { ranges: true, cutAfter: Infinity, status: 200, content: CONTENT };
/** @type {(string | undefined)[]} */
let asked = [];
const server = createServer((request, response) => {
  const { range } = request.headers;
  asked.push(range);
  const from = manner.ranges && range ? Number(/(\d+)-/.exec(range)?.[1]) : 0;
  const rest = manner.content.subarray(from);
  response.writeHead(from > 0 ? 206 : manner.status, { 'content-length': rest.length });
  if (manner.cutAfter >= rest.length) return response.end(rest);
  response.write(rest.subarray(0, manner.cutAfter), () => setTimeout(() => response.destroy(), 20));
});

let url = '';
let path = '';
const folder = mkdtempSync(join(tmpdir(), 'parley-download-'));
beforeAll(async () => {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/voice`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  Object.assign(manner, { ranges: true, cutAfter: Infinity, status: 200, content: CONTENT });
  asked = [];
  path = join(mkdtempSync(join(folder, 'case-')), 'deep', 'voice.bin');
});

const wanted = () => ({ url, bytes: CONTENT.length, sha256 });

describe('a download', () => {
  it('arrives whole, tells its progress, and is not fetched again', async () => {
    /** @type {number[]} */
    const progress = [];
    await download(wanted(), path, { onProgress: (bytes) => progress.push(bytes) });
    expect(readFileSync(path)).toEqual(CONTENT);
    expect(progress.at(-1)).toBe(CONTENT.length);
    await download(wanted(), path);
    expect(asked).toHaveLength(1);
  });

  it('goes on where the connection broke off', async () => {
    manner.cutAfter = 70_000;
    await expect(download(wanted(), path)).rejects.toMatchObject({ code: 'unreachable' });
    const had = readFileSync(`${path}.part`).length;
    expect(had).toBeGreaterThan(0);
    manner.cutAfter = Infinity;
    await download(wanted(), path);
    expect(asked[1]).toBe(`bytes=${had}-`);
    expect(readFileSync(path)).toEqual(CONTENT);
    expect(existsSync(`${path}.part`)).toBe(false);
  });

  it('begins anew where the server knows no ranges', async () => {
    manner.cutAfter = 70_000;
    await expect(download(wanted(), path)).rejects.toThrow();
    Object.assign(manner, { cutAfter: Infinity, ranges: false });
    await download(wanted(), path);
    expect(readFileSync(path)).toEqual(CONTENT);
  });

  it('leaves nothing of another file of the same length', async () => {
    manner.content = Buffer.alloc(CONTENT.length, 1);
    await expect(download(wanted(), path)).rejects.toMatchObject({ code: 'mismatch' });
    expect(existsSync(path) || existsSync(`${path}.part`)).toBe(false);
  });

  it('stops at once when more comes than was promised', async () => {
    manner.content = Buffer.alloc(CONTENT.length * 3, 1);
    await expect(download(wanted(), path)).rejects.toMatchObject({ code: 'mismatch' });
    expect(existsSync(path) || existsSync(`${path}.part`)).toBe(false);
  });

  it('replaces a file that was damaged', async () => {
    await download(wanted(), path);
    writeFileSync(path, Buffer.alloc(CONTENT.length));
    await download(wanted(), path);
    expect(readFileSync(path)).toEqual(CONTENT);
  });

  it('says when the server refuses, and when there is none', async () => {
    manner.status = 404;
    await expect(download(wanted(), path)).rejects.toMatchObject({ code: 'refused' });
    const nowhere = { ...wanted(), url: 'http://127.0.0.1:1/voice' };
    await expect(download(nowhere, path)).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('does not blame the connection for a disk that does not take it', async () => {
    mkdirSync(`${path}.part`, { recursive: true });
    await expect(download(wanted(), path)).rejects.toMatchObject({ syscall: 'open' });
  });

  it('ends when it is given up, and keeps what it has', async () => {
    const controller = new AbortController();
    const given = download(wanted(), path, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(given).rejects.toMatchObject({ name: 'AbortError' });
    await download(wanted(), path);
    expect(readFileSync(path)).toEqual(CONTENT);
  });
});
