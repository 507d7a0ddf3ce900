/** The talk key as the benchmarks press it, and what a window was told of it. */
import type { Page } from '@playwright/test';
import type { Received } from '../support/scripted-session';

/** What a window was told, with when (epoch milliseconds). */
export interface Told {
  readonly at: number;
  readonly what: 'held' | 'listening' | 'up' | 'words';
}

/** Has a page of the app, the main window's or the overlay's, write down what it is told from now on. */
export async function recordTold(page: Page): Promise<void> {
  await page.evaluate(recordInPage);
}

/** What the page was told since then. */
export async function toldSince(page: Page, since: number): Promise<readonly Told[]> {
  const all = await page.evaluate(() => (window as unknown as { told: Told[] }).told);
  return all.filter(({ at }) => at >= since);
}

/** Whether a frame on the wire holds more than the noise of a room. */
export function isLoud({ message }: Received): boolean {
  const pcm = Buffer.from(String(message['audio']), 'base64');
  for (let at = 0; at + 1 < pcm.length; at += 2) if (Math.abs(pcm.readInt16LE(at)) > 1_000) return true;
  return false;
}

/** Runs in the page. */
function recordInPage(): void {
  const told: Told[] = [];
  const page = window as unknown as {
    told: Told[];
    readonly parley: { on(name: string, listener: (payload: never) => void): void };
  };
  page.told = told;
  const note = (what: Told['what']) => told.push({ at: performance.timeOrigin + performance.now(), what });
  let before = 'up';
  page.parley.on('conversation.snapshot', ({ talkKey, status }: { talkKey: string; status: string }) => {
    const heard = ['listening', 'hearing'].includes(status);
    if (talkKey === 'held' && before === 'up') note('held');
    if (talkKey === 'held' && heard) note('listening');
    if (talkKey === 'up' && before === 'held') note('up');
    before = talkKey === 'held' ? 'held' : 'up';
  });
  page.parley.on('conversation.entry', ({ kind, final }: { kind: string; final: boolean }) => {
    if (kind === 'user' && final) note('words');
  });
}
