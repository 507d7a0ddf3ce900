import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkManifest, ensureVoice, modelSetName } from './speech-models.mjs';

const shipped = () => JSON.parse(readFileSync('resources/models.json', 'utf8'));

/** @param {unknown} manifest */
function faultsOf(manifest) {
  const checked = checkManifest(manifest);
  return 'faults' in checked ? checked.faults : [];
}

/**
 * What is found wrong once one value of the shipped manifest is another; undefined takes it away.
 *
 * @param {string} path Keys and indexes joined with dots.
 * @param {unknown} value
 */
function faultsWith(path, value) {
  const manifest = shipped();
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  Reflect.set(
    keys.reduce((place, key) => place[key], manifest),
    last,
    value,
  );
  return faultsOf(manifest);
}

describe('an optional voice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-voice-'));
  mkdirSync(join(folder, 'kitten'));
  writeFileSync(join(folder, 'kitten', 'model.onnx'), 'weights');
  execFileSync('tar', ['-cjf', 'kitten.tar.bz2', 'kitten'], { cwd: folder });
  const archive = readFileSync(join(folder, 'kitten.tar.bz2'));
  const server = createServer((_request, response) => response.end(archive));
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  it('is fetched, verified and unpacked, once', async () => {
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/kitten.tar.bz2`;
    const sha256 = createHash('sha256').update(archive).digest('hex');
    const voice = {
      name: 'neural',
      folder: 'kitten',
      url,
      bytes: archive.length,
      sha256,
      licence: 'x',
      source: 'x',
    };
    const models = join(folder, 'models');
    await expect(ensureVoice({ ...voice, sha256: '0'.repeat(64) }, models)).rejects.toMatchObject({
      code: 'mismatch',
    });
    const place = await ensureVoice(voice, models);
    expect(readFileSync(join(place, 'model.onnx'), 'utf8')).toBe('weights');
    expect(readdirSync(join(models, 'voices'))).toEqual(['kitten']);
    server.close();
    expect(await ensureVoice(voice, models)).toBe(place);
  });
});

describe('the model manifest', () => {
  it('that ships is whole', () => {
    expect(faultsOf(shipped())).toEqual([]);
  });

  it('must pin every package by integrity and every file by size and sha256', () => {
    expect(faultsWith('packages.0.integrity', undefined)).toEqual([
      'packages[0].integrity is missing or malformed',
    ]);
    expect(faultsWith('packages.0.files.1.sha256', 'abc')).toEqual([
      'packages[0].files[1].sha256 is missing or malformed',
    ]);
    expect(faultsWith('packages.1.files.0.bytes', 0)).toEqual([
      'packages[1].files[0].bytes is missing or malformed',
    ]);
  });

  it.each(['../outside.onnx', '/etc/passwd', 'a/../../b', '-rf'])('refuses the file name %s', (name) => {
    expect(faultsWith('packages.0.files.0.name', name)).toEqual([
      'packages[0].files[0].name is missing or malformed',
    ]);
  });

  it('must pin every optional voice, and fetch it by https', () => {
    expect(faultsWith('voices.0.url', 'http://example.com/a.tar.bz2')).toEqual([
      'voices[0].url is missing or malformed',
    ]);
    expect(faultsWith('voices.0.sha256', undefined)).toEqual(['voices[0].sha256 is missing or malformed']);
  });

  it('refuses two files of one name', () => {
    const name = shipped().packages[0].files[0].name;
    expect(faultsWith('packages.1.files.0.name', name)).toEqual([`the name ${name} is there twice`]);
  });

  it.each([undefined, null, [], {}, { packages: 'all' }, { packages: [null] }])('refuses %j', (value) => {
    expect(checkManifest(value)).toHaveProperty('faults');
  });

  it('names a set by its files, not by what is said about them', () => {
    const reworded = shipped();
    reworded.packages[0].licence = 'another wording';
    const changed = shipped();
    changed.packages[0].files[0].sha256 = '0'.repeat(64);
    expect(modelSetName(reworded)).toBe(modelSetName(shipped()));
    expect(modelSetName(changed)).not.toBe(modelSetName(shipped()));
  });
});
