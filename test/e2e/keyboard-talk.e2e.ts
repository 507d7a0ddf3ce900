/** Talking, answering requests, taking back and looking back, with the keyboard alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { APPROVE_KEY, armed, call, wants } from '../support/asking';
import { Hands } from '../support/hands';
import { keyboard, untilKeysAreWatched } from '../support/keyboard';
import { WIRE_RATE } from '../support/scripted-session';
import { tone } from '../support/sound/voice';
import { haveToolAnswer } from '../support/tool-answer';
import { until } from '../support/until';
import { expect, test } from './kept-home';

/** Brings the window from wherever it is: F9. */
const SHOW = { talk: 'default', stop: null, mute: null, show: 'F9', undo: null } as const;

test('a talk from its start to its end, and what is kept of it, by keyboard', async ({
  launch,
  home,
  papers,
  service,
}) => {
  const app = await launch({
    home,
    settings: { grants: papers.grants, shortcuts: SHOW },
    environment: { PARLEY_AGENT_URL: service.url },
  });
  const { window } = app;
  const { page } = window;
  await expect(window.state).toHaveText('Ready');
  const hands = await Hands.on(page);

  await test.step('start, mute, unmute', async () => {
    await hands.press('Start conversation');
    await (await service.session()).becomeReady();
    await window.waitForState('Listening');
    await hands.at(hands.button('End conversation'));
    await hands.press('Mute microphone', 'Space');
    await expect(window.state).toHaveText('Muted');
    await hands.at(hands.button('Unmute microphone'));
    await hands.key('Space');
    await expect(window.state).toHaveText('Listening');
  });
  const session = await service.session();

  await test.step('stop the answer', async () => {
    const speaking = session.reply({ id: 'long', pcm: tone(20_000, 440, 8_000, WIRE_RATE), open: true });
    await window.waitForState('Speaking');
    await hands.press('Stop speaking');
    await window.waitForState('Thinking');
    session.stopSending();
    session.send({ type: 'reply.done', reply_id: 'long', status: 'interrupted' });
    await speaking;
    await hands.at(hands.button('Stop speaking'));
  });

  await test.step('a message', async () => {
    await hands.go(window.message);
    await page.keyboard.type('What time is it in Tokyo?');
    await hands.key('Shift+Enter', 'Backspace', 'Enter');
    await window.waitForEntry('You', ({ text }) => text === 'What time is it in Tokyo?');
    await haveToolAnswer(window, session);
    await hands.at(window.message);
    // Somebody who writes is not interrupted by requests.
    await hands.key('Tab');
  });

  await test.step('approve and deny', async () => {
    const first = await wants(window, session, 'first');
    await expect(first).toBeFocused();
    await armed(window);
    await hands.key('Escape');
    await expect(first).toBeHidden();
    await hands.somewhere();
    const second = await wants(window, session, 'second');
    await armed(window);
    await hands.key(APPROVE_KEY);
    await expect(second).toBeHidden();
    await hands.somewhere();
    const third = await wants(window, session, 'third');
    await armed(window);
    await hands.press('Deny', 'Space');
    await expect(third).toBeHidden();
    await hands.somewhere();
  });

  await test.step('from another app to the request that waits', async () => {
    await untilKeysAreWatched(app);
    await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find(({ title }) => title === 'Parley')
        ?.hide(),
    );
    const card = await wants(window, session, 'elsewhere');
    keyboard.down('F9');
    keyboard.up('F9');
    await until('the window is before the person', () => page.evaluate(() => document.hasFocus()));
    await armed(window);
    await hands.key('Escape');
    await expect(card).toBeHidden();
    await hands.somewhere();
  });

  await test.step('undo', async () => {
    call(session, 'note', 'take_note', { text: 'The code of the garage is 4711' });
    const noted = window.log.getByRole('article', { name: 'Tool: take_note' });
    await hands.press(noted.getByRole('button', { name: /^Undo/ }));
    await expect(noted).toContainText('Taken back.');
    await hands.somewhere();
  });

  await test.step('end', async () => {
    await hands.press('End conversation', 'Space');
    await session.waitFor('session.end');
    session.close(1000);
    await hands.at(hands.button('Start conversation'));
  });

  await test.step('history: find, rename, export, delete', async () => {
    await hands.press('History');
    const search = page.getByRole('searchbox', { name: 'Search history', exact: true });
    await hands.at(search);
    await page.keyboard.type('tokyo');
    await expect(page.getByRole('status', { name: 'Found' })).toContainText('1');
    await hands.press(page.getByRole('button', { name: /Tokyo/ }));
    await expect(page.getByRole('article', { name: /Tokyo/ }).first()).toBeFocused();
    await hands.press('Rename');
    await hands.at(page.getByRole('textbox', { name: 'Title' }));
    await page.keyboard.type('The hour');
    await hands.key('Enter');
    await hands.at(hands.button('Rename'));
    const file = join(home.path, 'exported.md');
    await app.electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, file);
    await hands.press('Export as Markdown');
    await expect(page.getByRole('article', { name: 'The hour' }).getByText('Saved.')).toBeVisible();
    expect(readFileSync(file, 'utf8')).toContain('# The hour');
    await hands.at(hands.button('Export as Markdown'));
    await hands.press('Delete…');
    await hands.key('Escape');
    await hands.at(hands.button('Delete…'));
    await hands.key('Enter');
    await hands.press(page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }));
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await hands.at(search);
    await hands.key('Escape');
    await hands.at(hands.button('History'));
  });
  await hands.usedNoPointer();
});
