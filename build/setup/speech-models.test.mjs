import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkManifest, modelSetName } from './speech-models.mjs';

const shipped = () => JSON.parse(readFileSync('resources/models.json', 'utf8'));

/** @param {(manifest: any) => void} damage */
function faultsAfter(damage) {
  const manifest = shipped();
  damage(manifest);
  const checked = checkManifest(manifest);
  return 'faults' in checked ? checked.faults : [];
}

describe('the model manifest', () => {
  it('that ships is whole', () => {
    expect(faultsAfter(() => undefined)).toEqual([]);
  });

  it('must pin every package by integrity and every file by size and sha256', () => {
    expect(faultsAfter((manifest) => delete manifest.packages[0].integrity)).toEqual([
      'packages[0].integrity is missing or malformed',
    ]);
    expect(faultsAfter((manifest) => (manifest.packages[0].files[1].sha256 = 'abc'))).toEqual([
      'packages[0].files[1].sha256 is missing or malformed',
    ]);
    expect(faultsAfter((manifest) => (manifest.packages[1].files[0].bytes = 0))).toEqual([
      'packages[1].files[0].bytes is missing or malformed',
    ]);
  });

  it.each(['../outside.onnx', '/etc/passwd', 'a/../../b', '-rf'])('refuses the file name %s', (name) => {
    expect(faultsAfter((manifest) => (manifest.packages[0].files[0].name = name))).toEqual([
      'packages[0].files[0].name is missing or malformed',
    ]);
  });

  it('refuses two files of one name', () => {
    const name = shipped().packages[0].files[0].name;
    expect(faultsAfter((manifest) => (manifest.packages[1].files[0].name = name))).toEqual([
      `the name ${name} is there twice`,
    ]);
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
