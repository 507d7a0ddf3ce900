/*
 * Hours of people's voices and music out of Debian packages, fetched once and only unpacked: the spoken prompts of a
 * telephone exchange (Asterisk, CC BY-SA 3.0; five professional speakers in five languages, telephone quality) and the
 * music of a game (Frozen-Bubble, GPL).
 */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, fillOnce } from '../../../build/setup/cache.mjs';
import { pcm16ToFloat } from '../../../src/shared/audio/pcm';
import { MODEL_RATE } from '../../../src/speech/part';
import { unpackPackages } from '../hearing/human-clips';

const run = promisify(execFile);

const PACKAGES = [
  'asterisk-core-sounds-en-wav',
  ...['es', 'fr', 'it', 'ru'].map((language) => `asterisk-core-sounds-${language}-gsm`),
  'frozen-bubble-data',
] as const;
/** Files to one stretch of sound. */
const TOGETHER = 40;
const LARGEST = 512 * 1024 * 1024;

/** Sound at `MODEL_RATE`, of people or music. */
export interface Recording {
  readonly kind: 'people' | 'music';
  readonly sound: Float32Array;
}

/** The recordings, a share (0..1) of each speaker's; none where they cannot be had (no apt, no network, no sox). */
export async function* recordings(share: number): AsyncGenerator<Recording> {
  const folder = join(cacheFolder(), 'recordings');
  try {
    await fillOnce(folder, (empty) => unpackPackages(empty, PACKAGES));
  } catch {
    return;
  }
  for (const [place, files] of byFolder(folder)) {
    const some = files.slice(0, Math.ceil(files.length * share));
    for (let at = 0; at < some.length; at += TOGETHER) {
      const kind = place.includes('asterisk') ? 'people' : 'music';
      yield { kind, sound: await decode(some.slice(at, at + TOGETHER)) };
    }
  }
}

function byFolder(root: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:wav|gsm|ogg)$/.test(entry.name)) continue;
    const files = found.get(entry.parentPath) ?? [];
    found.set(entry.parentPath, [...files, join(entry.parentPath, entry.name)].sort());
  }
  return found;
}

async function decode(files: readonly string[]): Promise<Float32Array> {
  const wanted = ['-t', 'raw', '-r', String(MODEL_RATE), '-c', '1', '-b', '16', '-e', 'signed-integer', '-'];
  const options = { encoding: 'buffer', maxBuffer: LARGEST } as const;
  const parts: Buffer[] = [];
  // One by one: sox joins only files of one rate and as many channels.
  for (const file of files) parts.push((await run('sox', [file, ...wanted], options)).stdout);
  const whole = Buffer.concat(parts);
  return pcm16ToFloat(
    new Int16Array(whole.buffer.slice(whole.byteOffset, whole.byteOffset + (whole.length & ~1))),
  );
}
