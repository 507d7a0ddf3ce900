/** The record of actions, with the keyboard alone. */
import { join } from 'node:path';
import { tabTo, walk } from '../support/tab-key';
import { keepActions } from '../support/views/examples';
import { expect, test } from './kept-home';

test('the record of actions is searched, exported and emptied with the keyboard alone', async ({
  launch,
  home,
}) => {
  await keepActions(home);
  const { window, electron } = await launch({ home });
  const { page } = window;
  const { keyboard } = page;
  await expect(window.state).toHaveText('Ready');
  await tabTo(page, window.button('What Parley did'));
  await keyboard.press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Search actions' })).toBeFocused();
  const stops = await walk(page);
  expect(stops.filter(({ visible, name }) => !visible || name === '')).toEqual([]);

  await page.getByRole('searchbox', { name: 'Search actions' }).focus();
  await keyboard.type('greeting');
  await expect(page.getByRole('status', { name: 'Found' })).toHaveText('2 found.');
  const file = join(home.path, 'actions.md');
  await electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, file);
  await tabTo(page, window.button('Export as Markdown'));
  await keyboard.press('Enter');
  await expect(page.getByRole('status', { name: 'Result' })).not.toBeEmpty();
  await tabTo(page, window.button('Empty the list…'));
  await keyboard.press('Enter');
  await expect(window.button('Keep it')).toBeVisible();
  await keyboard.press('Escape');
  await expect(window.button('Keep it')).toBeHidden();
  await expect(window.button('Empty the list…')).toBeFocused();
  await keyboard.press('Enter');
  await tabTo(page, window.button('Empty it'));
  await keyboard.press('Enter');
  await expect(window.button('Empty it')).toBeHidden();
  await expect(page.getByRole('status', { name: 'Result' })).toHaveText('The list is empty.');
  await expect(window.button('Empty the list…')).toBeFocused();
  await keyboard.press('Escape');
  await expect(window.button('What Parley did')).toBeFocused();
});
