/** Parts of the app that die in mid-talk: the words stay, and the talk goes on. */
import type { ParleyApp } from '../support/app';
import { pagePid, pagePids, servicePid, services, type ServiceName } from '../support/app-processes';
import { until } from '../support/until';
import { expect, test } from './fixtures';

const SERVICES: readonly ServiceName[] = ['Parley speech', 'Parley local agent'];

for (const name of SERVICES) {
  test(`when "${name}" dies while an answer is spoken, it comes again and the talk goes on`, async ({
    launch,
  }) => {
    const app = await launch();
    const mark = await untilSpeaking(app);
    process.kill(await servicePid(app, name), 'SIGKILL');
    await app.window.waitForState('Reconnecting', { mark });
    const restored = await app.window.mark();
    await app.window.waitForState('Speaking', { mark: restored });
    await expectQuestionKept(app);
    await expectAnswer(app);
  });
}

test('when the audio page dies while an answer is spoken, it is told and the talk goes on with a new one', async ({
  launch,
}) => {
  const app = await launch();
  await untilSpeaking(app);
  const dead = await pagePid(app, 'audio.html');
  process.kill(dead, 'SIGKILL');
  await expect(
    app.window.page.getByText(/^Sound stopped working and was opened again\. [A-Z].+\.$/),
  ).toBeVisible();
  await expectQuestionKept(app);
  await expectAnswer(app);
  expect(await pagePid(app, 'audio.html')).not.toBe(dead);
  await app.window.end();
  await app.window.waitForState('Ended');
  await expectAnswer(app);
});

for (const name of SERVICES) {
  test(`when "${name}" dies three times within a minute, that is told plainly and it is left alone, the words kept`, async ({
    launch,
  }) => {
    const app = await launch();
    let mark = await untilSpeaking(app);
    for (let crash = 1; crash <= 3; crash += 1) {
      process.kill(await servicePid(app, name), 'SIGKILL');
      if (crash === 3) break;
      await app.window.waitForState('Reconnecting', { mark });
      mark = await app.window.mark();
      await app.window.waitForState(['Speaking', 'Muted'], { mark });
      mark = await app.window.mark();
    }
    const told = 'Problem: The local agent keeps failing.';
    await expect(app.window.state).toHaveText(told, { timeout: 20_000 });
    await expectQuestionKept(app);
    // What was being started again when the last one died is ended, too.
    await expect.poll(() => services(app)).not.toContain(name);
    await expect.poll(() => services(app)).not.toContain('Parley local agent');
  });
}

test('an audio page that dies again and again is told and left alone; the talk goes on by typing', async ({
  launch,
}) => {
  const app = await launch();
  await untilSpeaking(app);
  const told = app.window.page.getByText('Sound could not be opened.').first();
  const killed = new Set<number>();
  // At the latest the third is left alone; sooner one that dies before it is ready.
  for (let crash = 1; crash <= 3 && !(await told.isVisible()); crash += 1) {
    await until('the audio page runs anew, or is given up', async () => {
      if (await told.isVisible()) return true;
      // While a page dies the question itself may get lost.
      const pages = await pagePids(app).catch(() => []);
      const page = pages.find(({ url, pid }) => url.endsWith('/audio.html') && pid > 0 && !killed.has(pid));
      if (!page) return false;
      killed.add(page.pid);
      process.kill(page.pid, 'SIGKILL');
      return true;
    });
  }
  await expect(told).toBeVisible();
  await expectQuestionKept(app);
  expect((await pagePids(app)).filter(({ url }) => url.endsWith('/audio.html'))).toEqual([]);
  await app.window.type('What time is it in Paris?');
  await app.window.waitForEntry('Parley', ({ busy, text }) => !busy && text.includes('Paris'));
});

test('the speech process and the local agent end when nobody has used them for a while, and come again', async ({
  launch,
}) => {
  const app = await launch({ environment: { PARLEY_IDLE_SECONDS: '1' } });
  await expectAnswer(app);
  await app.window.end();
  await app.window.waitForState('Ended');
  await until('both have ended', async () => {
    const running = await services(app);
    return !SERVICES.some((name) => running.includes(name));
  });
  await expectAnswer(app);
});

test('quitting in mid-talk says goodbye to the service first', async ({ launch, service }) => {
  const app = await launch({ environment: { PARLEY_AGENT_URL: service.url } });
  await app.window.start();
  const session = await service.session();
  await session.becomeReady();
  await app.window.waitForState('Listening');
  await app.quit();
  expect(session.all('session.end')).toHaveLength(1);
  const closed = await until('the socket is closed', () => session.closed);
  expect(closed.at).toBeGreaterThanOrEqual(session.all('session.end')[0]!.at);
});

/** Types a question whose answer is long and waits until it is heard; returns the mark of that moment. */
async function untilSpeaking({ window }: ParleyApp): Promise<number> {
  await window.type('What can you do?');
  await window.waitForState('Speaking', { mark: 0 });
  return window.mark();
}

async function expectQuestionKept({ window }: ParleyApp): Promise<void> {
  expect((await window.transcript())[0]).toMatchObject({ name: 'You', text: 'What can you do?' });
}

/** Types another question, which starts a talk if none is open, and waits until its answer was heard. */
async function expectAnswer({ window }: ParleyApp): Promise<void> {
  const mark = await window.mark();
  const before = (await window.transcript()).length;
  await window.type('What time is it in Paris?');
  await window.waitForState('Speaking', { mark });
  const after = (await window.transcript()).length > before ? before : 0;
  await window.waitForEntry('Parley', ({ busy, text }) => !busy && text.includes('Paris'), { after });
}
