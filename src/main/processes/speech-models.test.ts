import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import manifest from '../../../resources/models.json';
import { speechTrouble } from './speech-models';

it('tells of missing models, one missing file being enough', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-models-'));
  expect(speechTrouble(folder)?.code).toBe('models_missing');
  const files = manifest.packages.flatMap((one) => one.files.map(({ name }) => join(folder, name)));
  for (const file of files) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
  }
  expect(speechTrouble(folder)).toBeNull();
  rmSync(files[0]!);
  expect(speechTrouble(folder)?.code).toBe('models_missing');
  rmSync(folder, { recursive: true });
});

it('tells of a processor that the engine has no program for, whatever models there are', () => {
  expect(speechTrouble('/nowhere', { platform: 'darwin', arch: 'x64' })?.code).toBe(
    'local_speech_unsupported',
  );
  expect(speechTrouble('/nowhere', { platform: 'darwin', arch: 'arm64' })?.code).toBe('models_missing');
});
