/** Nobody who uses sound, no audio context: neither after a start nor after a talk. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { ParleyApp } from '../support/app';
import { pagePids } from '../support/app-processes';
import { now } from '../support/clock';
import { until } from '../support/until';
import { expect, test } from './fixtures';

test(
  'the audio page holds an audio context only while somebody uses it',
  { tag: '@rig' },
  async ({ launch, rig, service }) => {
    const app = await launch({
      rig,
      environment: { PARLEY_AGENT_URL: service.url, PARLEY_IDLE_SECONDS: '1' },
    });
    const { window } = app;
    const resting = await loadedAudioPage(app);
    expect(audioThreads(resting)).toBe(0);
    expect(await rig.streams()).toEqual({ playing: 0, recording: 0 });

    await window.start();
    const session = await service.session();
    await session.becomeReady();
    await window.waitForState('Listening');
    expect(audioThreads(resting)).toBeGreaterThan(0);
    await expect.poll(async () => (await rig.streams()).recording).toBe(1);

    await window.end();
    await session.waitFor('session.end');
    session.send({ type: 'session.ended', session_duration_seconds: 1, audio_duration_seconds: null });
    session.close(1000);
    await window.waitForState('Ended');
    const again = await until('another audio page is ready', async () => {
      const pid = await loadedAudioPage(app);
      return pid !== resting && pid;
    });
    expect(audioThreads(again)).toBe(0);
    // Chromium keeps its streams some seconds, should sound come again.
    await expect.poll(() => rig.streams(), { timeout: 20_000 }).toEqual({ playing: 0, recording: 0 });
  },
);

test(
  'what sounds from full rest is whole from its first milliseconds',
  { tag: '@rig' },
  async ({ launch, rig }) => {
    const app = await launch({ rig, environment: { PARLEY_IDLE_SECONDS: '1' } });
    for (let time = 0, resting = 0; time < 3; time++) {
      resting = await until('a fresh audio page is ready', async () => {
        const pid = await loadedAudioPage(app);
        return pid !== resting && pid;
      });
      expect(audioThreads(resting)).toBe(0);
      const askedAt = now();
      await playTones(app.window.page);
      const startsAt = await rig.speakers.waitForSound(askedAt, 5_000);
      await rig.speakers.recordedUntil(startsAt + NOTE_MS + 100);
      const endsAt = rig.speakers.lastAudibleBetween(startsAt, startsAt + NOTE_MS + 60)!;
      expect(endsAt - startsAt).toBeGreaterThan(NOTE_MS - 8);
      expect(endsAt - startsAt).toBeLessThan(NOTE_MS + 8);
    }
  },
);

/** The first of the tones that speakers are tried with (`tones.ts`), as long as its swell is above the threshold. */
const NOTE_MS = 256;

function playTones(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const { parley } = window as unknown as { readonly parley: { request(name: string): Promise<unknown> } };
    await parley.request('soundCheck.playSample');
  });
}

/** The process of the audio page, as soon as the page is loaded: only then would contexts be there. */
async function loadedAudioPage(app: ParleyApp): Promise<number> {
  const page = await app.audioPage();
  await page.waitForLoadState();
  return until(
    'the audio page runs',
    async () => (await pagePids(app)).find(({ url }) => url.endsWith('/audio.html'))?.pid,
  );
}

/** How many threads render audio in a process: each audio context with a worklet has one. */
function audioThreads(pid: number): number {
  const names = readdirSync(`/proc/${pid}/task`).map((task) =>
    readFileSync(`/proc/${pid}/task/${task}/comm`, 'utf8'),
  );
  // "Realtime AudioWorklet thread"; the kernel keeps 15 characters of it.
  return names.filter((name) => name.includes('AudioW')).length;
}
