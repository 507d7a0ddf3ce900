/** How soon the panel above other windows is on the screen once a talk begins, with the window hidden. */
import type { Page } from '@playwright/test';
import { ShownOverlay } from '../../support/overlay';
import { until } from '../../support/until';
import type { Measurement, Row } from '../measurement';
import { summarize } from '../statistics';

const TALKS = 12;
const TARGET_MS = 50;

export const overlay: Measurement = {
  name: 'overlay',
  run: async (bench) => {
    const service = await bench.scriptedService();
    const { app, probed } = await bench.measuredApp(service);
    const { window, electron } = app;
    await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find(({ title }) => title === 'Parley')
        ?.hide(),
    );
    let talks = 0;
    const talk = async () => {
      const begunAt = await begin(window.page);
      const session = await service.session(talks);
      talks += 1;
      await session.becomeReady();
      await window.waitForState('Listening');
      return { begunAt, session };
    };
    const end = async ({ session }: Awaited<ReturnType<typeof talk>>) => {
      await press(window.page, 'End conversation');
      await session.waitFor('session.end');
      session.send({ type: 'session.ended', session_duration_seconds: 5, audio_duration_seconds: null });
      session.close(1000);
      await window.waitForState('Ended');
    };

    const first = await talk();
    const shown = await ShownOverlay.of(app);
    await shown.waitFor('shown');
    await end(first);
    await shown.waitFor('gone');
    await shown.page.evaluate(recordPaints);
    const kept: number[] = [];
    while (kept.length < TALKS) {
      const next = await talk();
      const paintedAt = await until('it is painted', () => shown.page.evaluate(takePaint));
      kept.push(paintedAt - next.begunAt);
      await end(next);
      await shown.waitFor('gone');
    }
    const inside = await until('the app has written its figures', () => {
      const all = probed('overlay-painted');
      return all.length > TALKS && all;
    });
    const [cold, ...warm] = inside.map(({ milliseconds }) => milliseconds);
    return {
      rows: [
        rowOf('talk begun -> overlay painted', kept, TARGET_MS, 'its page is kept ready'),
        rowOf(
          'the same, as the app sees it',
          warm,
          TARGET_MS,
          `with its page still to load ${Math.round(cold!)}`,
        ),
      ],
      details: { kept, inside },
    };
  },
};

function rowOf(measurement: string, values: readonly number[], target: number, remark: string): Row {
  const { p50, p99, max, count } = summarize(values);
  return {
    measurement,
    p50,
    p99,
    other: `max ${Math.round(max)}; ${count} talks; ${remark}`,
    target: `p50 <= ${target}`,
    met: p50 <= target,
  };
}

/** Starts a talk from the hidden window; resolves to when, in epoch milliseconds. */
function begin(page: Page): Promise<number> {
  return press(page, 'Start conversation');
}

function press(page: Page, name: string): Promise<number> {
  return page.getByRole('button', { name, exact: true }).evaluate((button: HTMLElement) => {
    const at = performance.timeOrigin + performance.now();
    button.click();
    return at;
  });
}

interface Watched {
  readonly parley: { on(name: string, listener: () => void): void };
  paintedAt: number | null;
}

/** Runs in the page: the second frame begins when the first is on its way to the screen. */
function recordPaints(): void {
  const page = window as unknown as Watched;
  page.paintedAt = null;
  page.parley.on('overlay.shown', () =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => (page.paintedAt = performance.timeOrigin + performance.now())),
    ),
  );
}

/** Runs in the page. */
function takePaint(): number | null {
  const page = window as unknown as Watched;
  const at = page.paintedAt;
  page.paintedAt = null;
  return at;
}
