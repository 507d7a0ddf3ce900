import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressAt, AnsweringServer, clientAt } from './client.fixture';
import { serviceAddress } from './endpoints';
import { ServiceError } from './service-error';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'parley-download-'))));
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  rmSync(folder, { recursive: true });
});

async function recordingAt(answer: (response: ServerResponse) => void) {
  const server = await AnsweringServer.start((_request, response) => answer(response));
  ends.push(() => server.stop());
  const { client } = clientAt(addressAt(server.port));
  const url = `http://127.0.0.1:${String(server.port)}/audio.ogg?signature=1`;
  return { server, client, url, file: join(folder, 'talk.ogg') };
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no failure',
    (error: unknown) => (error instanceof ServiceError ? error.problem.code : String(error)),
  );

describe('fetching a recording', () => {
  it('gives the whole file, tells how far it is, and never sends the key', async () => {
    const { server, client, url, file } = await recordingAt((response) => {
      response.writeHead(200, { 'content-length': '200000' }).end('x'.repeat(200_000));
    });
    const told: (number | null)[][] = [];
    expect(await client.downloadArtifact(url, file, { onProgress: (...now) => told.push(now) })).toBe(
      200_000,
    );
    expect(readFileSync(file)).toHaveLength(200_000);
    expect(told.at(-1)).toEqual([200_000, 200_000]);
    expect(server.requests[0]?.authorization).toBeUndefined();
    expect(readdirSync(folder)).toEqual(['talk.ogg']);
  });

  it.each([
    [
      'cut in the middle',
      (response: ServerResponse) => {
        response.writeHead(200, { 'content-length': '1000' }).write('half');
        setImmediate(() => response.destroy());
      },
      'connection_cut',
    ],
    ['gone', (response: ServerResponse) => void response.writeHead(403).end('<Error/>'), 'artifact_gone'],
    ['refused', (response: ServerResponse) => void response.writeHead(500).end(), 'artifact_failed'],
    [
      'elsewhere',
      (response: ServerResponse) => void response.writeHead(302, { location: '/' }).end(),
      'artifact_failed',
    ],
    [
      'longer than told',
      (response: ServerResponse) => void response.end('x'.repeat(2_000)),
      'artifact_too_long',
    ],
    [
      'told too long',
      (response: ServerResponse) => void response.writeHead(200, { 'content-length': '5000' }).end(),
      'artifact_too_long',
    ],
  ])('leaves what was there when the recording is %s', async (_name, answer, code) => {
    const { client, url, file } = await recordingAt(answer);
    writeFileSync(file, 'earlier');
    expect(await codeOf(client.downloadArtifact(url, file, { maxBytes: 1_500 }))).toBe(code);
    expect(readdirSync(folder)).toEqual(['talk.ogg']);
    expect(readFileSync(file, 'utf8')).toBe('earlier');
  });

  it('is cancelled in the middle and leaves nothing', async () => {
    const abort = new AbortController();
    const { client, url, file } = await recordingAt((response) => void response.writeHead(200).write('some'));
    const options = { signal: abort.signal, onProgress: () => abort.abort(new Error('enough')) };
    await expect(client.downloadArtifact(url, file, options)).rejects.toThrow('enough');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says so when the file cannot be written', async () => {
    const { client, url } = await recordingAt((response) => void response.end('x'));
    expect(await codeOf(client.downloadArtifact(url, join(folder, 'missing', 'talk.ogg')))).toBe(
      'artifact_unwritable',
    );
  });

  it('goes to no unencrypted address, nor to this computer for a service elsewhere', async () => {
    const { client, url, file, server } = await recordingAt((response) => void response.end('x'));
    expect(await codeOf(client.downloadArtifact('http://example.com/a', file))).toBe('artifact_address');
    expect(await codeOf(client.downloadArtifact('file:///etc/passwd', file))).toBe('artifact_address');
    const noAddress = { agentUrl: null, apiUrl: null };
    const hosted = clientAt(serviceAddress(noAddress, { region: 'eu', customHost: '' })).client;
    expect(await codeOf(hosted.downloadArtifact(url, file))).toBe('artifact_address');
    expect(server.requests).toEqual([]);
  });
});
