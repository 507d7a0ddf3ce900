/** What cannot wait, requests to approve and an announced hang-up, over sheets, questions and other views. */
import type { Locator } from '@playwright/test';
import { APPROVE_KEY, armed, ask, call, talk } from '../support/asking';
import { accessibilityViolations } from '../support/axe';
import { SettingsDialog } from '../support/settings-dialog';
import { sidewaysScrollers } from '../support/sideways';
import { showSnapshot } from '../support/tell-window';
import { tabTo } from '../support/tab-key';
import { expect, test } from './kept-home';

const TYPED = 'photo backup';

test('a request that comes while something is typed in Settings is shown above it, told once, and denied by Escape alone', async ({
  launch,
  papers,
  service,
}) => {
  const { window } = await launch({
    settings: { grants: papers.grants },
    environment: { PARLEY_AGENT_URL: service.url },
  });
  const { page } = window;
  const session = await talk(window, service);
  const { dialog } = await SettingsDialog.open(window);
  await dialog.getByRole('button', { name: 'Add command' }).click();
  const name = dialog.getByRole('form', { name: 'Command' }).getByLabel('Name', { exact: true });
  await name.fill(TYPED);

  call(session, 'first', 'open_item', { item: 'spring plan' });
  const card = dialog.getByRole('alertdialog');
  await expect(approveOf(card)).toBeInViewport({ ratio: 1 });
  await expect(name).toBeFocused();
  await expect(told(dialog)).toHaveText([/spring plan.*Ctrl\+Shift\+Enter approves, Escape denies/]);
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(await sidewaysScrollers(page)).toEqual([]);

  await armed(window);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(name).toHaveValue(TYPED);
  await expect(name).toBeFocused();
  await window.waitForEntry('Tool: open_item', ({ text }) => text.includes('Not approved'));

  // Only now it is about the form, and then about the sheet.
  await page.keyboard.press('Escape');
  await expect(name).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('with a sheet open the key approves; of several it goes to the oldest first, and back to what was typed', async ({
  launch,
  papers,
  service,
}) => {
  const { window } = await launch({
    settings: { grants: papers.grants },
    environment: { PARLEY_AGENT_URL: service.url },
  });
  const { page } = window;
  const session = await talk(window, service);
  const { dialog } = await SettingsDialog.open(window);
  await dialog.getByRole('button', { name: 'Add command' }).click();
  const name = dialog.getByRole('form', { name: 'Command' }).getByLabel('Name', { exact: true });
  await name.fill(TYPED);
  session.send({ type: 'transcript.user', item_id: 'msg', text: 'Write two letters.' });
  session.send({ type: 'reply.started', reply_id: 'both' });
  for (const file of ['one.txt', 'two.txt'])
    session.send({
      type: 'tool.call',
      call_id: file,
      name: 'write_file',
      arguments: { name: file, text: 'Hi' },
    });
  session.send({ type: 'reply.done', reply_id: 'both', status: 'completed' });
  const cards = dialog.getByRole('alertdialog');
  await expect(cards).toHaveCount(2);
  await expect(told(dialog)).toHaveText([/2 requests wait/]);
  await expect(name).toBeFocused();

  await armed(window);
  await page.keyboard.press(APPROVE_KEY);
  await expect(cards.first()).toBeFocused();
  await expect(cards).toHaveCount(2);
  await page.keyboard.press(APPROVE_KEY);
  await expect(cards).toHaveCount(1);
  await expect(cards).toBeFocused();
  await expect(cards).toContainText('two.txt');
  await armed(window);
  await page.keyboard.press(APPROVE_KEY);
  await expect(cards).toHaveCount(0);
  await expect(name).toBeFocused();
  await expect(name).toHaveValue(TYPED);
});

test('a request that waits goes along when a sheet opens and closes, is not told again, and can be reached by Tab', async ({
  launch,
  papers,
  service,
}) => {
  const { window } = await launch({
    settings: { grants: papers.grants },
    environment: { PARLEY_AGENT_URL: service.url },
  });
  const { page } = window;
  const { card } = await ask(window, service);
  await expect(card).toBeFocused();
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings', exact: true });
  await expect(approveOf(settings)).toBeInViewport({ ratio: 1 });
  await expect(card).toHaveCount(1);
  await settings.getByRole('button', { name: 'Edit Parley', exact: true }).click();
  const profile = page.getByRole('dialog', { name: 'Profile: Parley', exact: true });
  await expect(approveOf(profile)).toBeInViewport({ ratio: 1 });
  await tabTo(page, approveOf(profile));
  await profile.getByRole('button', { name: 'Close', exact: true }).click();
  await settings.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(approveOf(card)).toBeInViewport({ ratio: 1 });
  await expect(told(page.locator('body'))).toHaveCount(0);

  await window.button('History').click();
  await expect(page.getByRole('searchbox', { name: 'Search history' })).toBeFocused();
  await expect(approveOf(card)).toBeInViewport({ ratio: 1 });
  await armed(window);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(page.getByRole('searchbox', { name: 'Search history' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(window.button('History')).toBeFocused();
});

test('a hang-up that is announced while Settings are open is counted down above them, said once, and called off', async ({
  launch,
}) => {
  const app = await launch();
  const { window } = app;
  const { dialog } = await SettingsDialog.open(window);
  await showSnapshot(app, { hangUpAt: Date.now() + 15_000 });
  const stay = dialog.getByRole('button', { name: 'Keep talking', exact: true });
  await expect(stay).toBeInViewport({ ratio: 1 });
  const said = window.page.getByText('The conversation closes in 15 seconds to save cost.');
  await expect(said).toHaveCount(1);
  await expect(dialog.getByText('The conversation closes in 15 seconds to save cost.')).toHaveCount(1);
  expect(await accessibilityViolations(window.page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(window.button('Keep talking')).toBeInViewport({ ratio: 1 });
  await expect(said).toHaveCount(0);
});

/** What a screen reader has been told of requests, in a part of the window. */
function told(part: Locator): Locator {
  return part.locator('[aria-live]').filter({ hasText: 'Waiting for your approval.' });
}

function approveOf(part: Locator): Locator {
  return part.getByRole('button', { name: 'Approve', exact: true });
}
