/* Recordings of people, out of two Debian packages that are fetched once and only unpacked, never installed. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, fillOnce } from '../../../build/setup/cache.mjs';
import { run } from '../../../build/setup/child.mjs';
import { pcm16ToFloat } from '../../../src/shared/audio/pcm';
import { readWav } from '../../support/sound/wav';
import type { Clip } from './clips';

const PACKAGES = ['pocketsphinx-testdata', 'alsa-utils'];
const SPHINX = 'usr/share/pocketsphinx/test/data';
const AUSTEN = `${SPHINX}/librivox/sense_and_sensibility_01_austen_64kb`;
const RAW_RATE = 16_000;

/** File and what is said in it. LibriVox readings are public domain; the others are BSD and GPL test data. */
const SAID: Readonly<Record<string, string>> = {
  [`${AUSTEN}-0870.wav`]:
    'and mister john dashwood had then leisure to consider how much there might be prudently in his power to do for them',
  [`${AUSTEN}-0880.wav`]: 'he was not an ill disposed young man',
  [`${AUSTEN}-0890.wav`]: 'unless to be rather cold hearted and rather selfish is to be ill disposed',
  [`${AUSTEN}-0920.wav`]:
    'had he married a more amiable woman he might have been made still more respectable than he was',
  [`${AUSTEN}-0930.wav`]: 'he might even have been made amiable himself',
  [`${SPHINX}/cards/001.wav`]: 'ten of clubs',
  [`${SPHINX}/cards/003.wav`]: 'seven of clubs',
  [`${SPHINX}/cards/004.wav`]: 'five five',
  [`${SPHINX}/cards/005.wav`]: 'eight of spades four of clubs seven of hearts',
  [`${SPHINX}/goforward.raw`]: 'go forward ten meters',
  [`${SPHINX}/something.raw`]: 'go somewhere and do something',
  'usr/share/sounds/alsa/Front_Center.wav': 'front center',
};

/** The recordings; null where they cannot be had (no apt, no network). */
export async function humanClips(): Promise<readonly Clip[] | null> {
  const folder = join(cacheFolder(), 'human-clips');
  try {
    await fillOnce(folder, (empty) => unpackPackages(empty, PACKAGES));
    const missing = Object.keys(SAID).find((file) => !existsSync(join(folder, file)));
    if (missing !== undefined) throw new Error(`The packages hold no ${missing}.`);
  } catch {
    return null;
  }
  return Object.entries(SAID).map(([file, said]) => {
    const content = readFileSync(join(folder, file));
    const { pcm, rate } = file.endsWith('.raw')
      ? { pcm: new Int16Array(content.buffer, content.byteOffset, content.length >> 1), rate: RAW_RATE }
      : readWav(content);
    return { group: 'human', said, rate, samples: pcm16ToFloat(pcm) };
  });
}

/** Fetches Debian packages and unpacks them into a folder; nothing is installed. */
export async function unpackPackages(folder: string, packages: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await mustRun('apt-get', ['download', ...packages], folder);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.deb'))) {
    await mustRun('dpkg-deb', ['-x', file, '.'], folder);
  }
}

async function mustRun(command: string, args: readonly string[], folder: string): Promise<void> {
  const { code, text } = await run(command, args, { cwd: folder });
  if (code !== 0) throw new Error(text);
}
