/** What measurements of the way from the microphone to the service share. */
import type { Page } from '@playwright/test';
import { WIRE_RATE } from '../support/scripted-session';
import { RIG_RATE } from '../support/sound/pulse-server';
import type { SoundRig } from '../support/sound-rig';
import { placeOf, RISE_MS } from './sweep';

/** Of the recorded microphone, read to learn where the sweep is. */
const READ_MS = 50;

/** Sound of the sweep as it came over the wire, at least 20 ms of it. */
export interface ArrivedBlock {
  /** When its last sample arrived; epoch milliseconds. */
  readonly at: number;
  /** 24 kHz mono PCM16. */
  readonly pcm: Int16Array;
}

/**
 * For each block of a sweep that is played into the microphone: from its last sample in the recorded microphone to
 * its arrival, in milliseconds, the sound system's part included. `from` is a time at which the sweep was sounding.
 * Throws when the recording holds no sweep there.
 */
export function fromMicrophone(
  blocks: readonly ArrivedBlock[],
  rig: SoundRig,
  from: number,
): readonly number[] {
  const sample = rig.heard.sampleAt(from);
  const heard = rig.heard.samples.subarray(sample, sample + (RIG_RATE * READ_MS) / 1_000);
  const place = placeOf(heard, RIG_RATE);
  if (place === null) throw new Error('The microphone does not hold the sweep.');
  const begun = rig.heard.timeOf(sample) - place;
  return blocks.flatMap(({ at, pcm }) => {
    const start = placeOf(pcm, WIRE_RATE);
    const lasts = (pcm.length * 1_000) / WIRE_RATE;
    return start === null ? [] : [(at - begun - start - lasts + 10 * RISE_MS) % RISE_MS];
  });
}

/** Keeps the page's main thread busy for 50 ms in every 100 ms; resolves to what ends it. */
export async function blockHalfOfTheTime(page: Page): Promise<() => Promise<void>> {
  const timer = await page.evaluate(() =>
    Number(
      setInterval(() => {
        const end = performance.now() + 50;
        while (performance.now() < end);
      }, 100),
    ),
  );
  return () => page.evaluate((running) => clearInterval(running), timer);
}
