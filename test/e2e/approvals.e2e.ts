/** What waits for the person: the card, the ways to answer it, the record of it, and taking things back. */
import { accessibilityViolations } from '../support/axe';
import { sidewaysScrollers } from '../support/sideways';
import { APPROVE_KEY, approve, armed, ask, wants } from '../support/asking';
import { WIRE_RATE } from '../support/scripted-session';
import { tone } from '../support/sound/voice';
import { expect, test } from './kept-home';

test('opening a file waits for a click, and the record says who approved it', async ({
  launch,
  papers,
  service,
}) => {
  const { window } = await launch({
    settings: { grants: papers.grants },
    environment: { PARLEY_AGENT_URL: service.url },
  });
  const { session, card } = await ask(window, service);
  await session.waitFor('tool.result');
  const asked = tone(200, 440, 8_000, WIRE_RATE);
  await session.reply({ id: 'resp_asks', pcm: asked, text: 'Shall I open it?' });
  await window.waitForState('Waiting for approval');
  await expect(card).toContainText('spring plan');
  await expect(card.getByRole('group', { name: 'Exact arguments' })).toContainText('"item"');
  expect(await accessibilityViolations(window.page)).toEqual([]);

  await approve(window);
  await expect(card).toBeHidden();
  await window.waitForEntry('Tool: open_item', ({ busy, text }) => !busy && !text.includes('Waiting'));

  await window.button('What Parley did').click();
  const search = window.page.getByRole('searchbox', { name: 'Search actions' });
  await expect(search).toBeFocused();
  await search.fill('spring');
  const row = window.page.getByRole('article', { name: /spring plan/i }).first();
  await row.locator('summary').click();
  await expect(row).toContainText('Approved in the window.');
  await expect(row).toContainText('Open the spring plan');
  expect(await accessibilityViolations(window.page)).toEqual([]);
  await window.page.keyboard.press('Escape');
  await expect(window.button('What Parley did')).toBeFocused();
});

test('Escape denies; the key that approves takes three fingers, and Enter alone approves nothing', async ({
  launch,
  papers,
  service,
}) => {
  const { window } = await launch({
    settings: { grants: papers.grants },
    environment: { PARLEY_AGENT_URL: service.url },
  });
  const { session, card } = await ask(window, service);
  await armed(window);
  await window.page.keyboard.press('Enter');
  await expect(card).toBeVisible();
  await window.page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  const denied = await window.waitForEntry('Tool: open_item', ({ text }) => text.includes('Not approved'));
  expect(denied.busy).toBe(false);

  const again = await wants(window, session, 'again');
  await armed(window);
  await window.page.keyboard.press(APPROVE_KEY);
  await expect(again).toBeHidden();
});

test('a click in the moment the card appears, and one that a script makes, approve nothing', async ({
  launch,
  papers,
  service,
}) => {
  const { window } = await launch({
    settings: { grants: papers.grants },
    environment: { PARLEY_AGENT_URL: service.url },
  });
  await window.page.evaluate(() => {
    // Presses whatever appears, as soon as it appears.
    new MutationObserver(() => {
      for (const button of document.querySelectorAll<HTMLElement>('[role="alertdialog"] button'))
        button.click();
    }).observe(document.body, { childList: true, subtree: true });
  });
  const { card } = await ask(window, service);
  await armed(window);
  await card.getByRole('button', { name: 'Approve' }).evaluate((button: HTMLElement) => button.click());
  await window.page.evaluate(() =>
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, shiftKey: true, bubbles: true }),
    ),
  );
  await expect(card).toBeVisible();
  await card.getByRole('button', { name: 'Deny' }).click();
  await expect(card).toBeHidden();
});

test('what was noted is taken back by a button, and both are on record after a restart', async ({
  launch,
  home,
}) => {
  const first = await launch({ home });
  await first.window.type('Take a note: the garage code is 4711');
  const noted = first.window.log.getByRole('article', { name: 'Tool: take_note' });
  await noted.getByRole('button', { name: /^Undo/ }).click();
  await expect(noted).toContainText('Taken back.');
  await first.quit();

  const { window } = await launch({ home });
  await window.button('What Parley did').click();
  const row = window.page.getByRole('article').filter({ hasText: 'Take note' }).first();
  await expect(row).toContainText('taken back');
  await window.button('Empty the list…').click();
  await window.button('Empty it').click();
  await expect(window.page.getByText(/^You emptied this list/)).toBeVisible();
});

test('what is always allowed here is kept, shown in Settings, and can be forgotten', async ({
  launch,
  papers,
  service,
}) => {
  const { window } = await launch({
    settings: { grants: papers.grants },
    environment: { PARLEY_AGENT_URL: service.url },
  });
  const { card } = await ask(window, service);
  await armed(window);
  await card.getByRole('button', { name: /^Always allow/ }).click();
  await expect(card).toBeHidden();
  await window.button('Settings').click();
  const chosen = window.page.getByRole('list', { name: 'Chosen for single places' });
  await expect(chosen).toContainText('Open item in Garden');
  expect(await accessibilityViolations(window.page)).toEqual([]);
  await chosen.getByRole('button', { name: /^Forget/ }).click();
  await expect(chosen).toBeHidden();
});

for (const appearance of ['light', 'dark'] as const) {
  test(`the card fits a narrow window (${appearance})`, async ({ launch, papers, service }, info) => {
    const app = await launch({
      settings: { grants: papers.grants, appearance },
      environment: { PARLEY_AGENT_URL: service.url },
    });
    const { window } = app;
    const { card } = await ask(window, service);
    await window.page.screenshot({ path: info.outputPath('wide.png') });
    await window.page.setViewportSize({ width: 320, height: 640 });
    await expect(card.getByRole('button', { name: 'Approve' })).toBeInViewport();
    expect(await sidewaysScrollers(window.page)).toEqual([]);
    await window.page.screenshot({ path: info.outputPath('narrow.png') });
    expect(await accessibilityViolations(window.page)).toEqual([]);
  });
}
