import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import type { ParleyWindow } from './parley-window';
import type { ScriptedService } from './scripted-service';
import type { ScriptedSession } from './scripted-session';

/** The key that approves. */
export const APPROVE_KEY = 'Control+Shift+Enter';

/** Starts a talk in which the agent wants to open the spring plan, and waits for the card. */
export async function ask(
  window: ParleyWindow,
  service: ScriptedService,
): Promise<{ readonly session: ScriptedSession; readonly card: Locator }> {
  const session = await talk(window, service);
  return { session, card: await wants(window, session, 'first') };
}

/** Starts a talk with a service that says what the test wants. */
export async function talk(window: ParleyWindow, service: ScriptedService): Promise<ScriptedSession> {
  await window.start();
  const session = await service.session();
  await session.becomeReady();
  await window.waitForState('Listening');
  return session;
}

/** The person asks for a file, and the agent calls the tool that opens it. Brings the card, shown by then. */
export async function wants(window: ParleyWindow, session: ScriptedSession, name: string): Promise<Locator> {
  call(session, name, 'open_item', { item: 'spring plan' });
  const card = window.page.getByRole('alertdialog');
  await expect(card).toBeVisible();
  return card;
}

/** The person asks for something, and the agent calls a tool in a reply without words. */
export function call(session: ScriptedSession, name: string, tool: string, args: object): void {
  session.send({ type: 'transcript.user', item_id: `msg_${name}`, text: 'Open the spring plan.' });
  session.send({ type: 'reply.started', reply_id: `resp_${name}` });
  session.send({ type: 'tool.call', call_id: `call_${name}`, name: tool, arguments: args });
  session.send({ type: 'reply.done', reply_id: `resp_${name}`, status: 'completed' });
}

/** Resolves once the cards take answers: only when they have stood for a moment. */
export async function armed(window: ParleyWindow): Promise<void> {
  for (const button of await window.page.getByRole('button', { name: 'Approve', exact: true }).all())
    await expect(button).toHaveAttribute('aria-disabled', 'false');
}

/** Presses "Approve" on the only card. */
export async function approve(window: ParleyWindow): Promise<void> {
  await armed(window);
  await window.page.getByRole('alertdialog').getByRole('button', { name: 'Approve' }).click();
}
