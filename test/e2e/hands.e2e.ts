/**
 * Every tool that a Linux test machine can carry out, in the real app on real files, sound and clipboard: called as the
 * service calls, approved on the card as a person does, and looked at where it has its effect.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParleyApp } from '../support/app';
import type { ScriptedService } from '../support/scripted-service';
import type { ScriptedSession } from '../support/scripted-session';
import { expect, test } from './fixtures';

type Result = Readonly<Record<string, unknown>>;

/** The service's side of a talk that calls tools. */
class Caller {
  private count = 0;

  private constructor(
    private readonly app: ParleyApp,
    private readonly session: ScriptedSession,
  ) {}

  static async begin(app: ParleyApp, service: ScriptedService): Promise<Caller> {
    await app.window.start();
    const session = await service.session(0);
    await session.becomeReady();
    await app.window.waitForState(['Listening', 'Muted']);
    return new Caller(app, session);
  }

  /** Calls a tool in a turn of its own and brings back what was answered at once. */
  async call(name: string, args: object): Promise<Result> {
    const number = ++this.count;
    const [turn, reply, call] = [`u${number}`, `r${number}`, `c${number}`];
    this.session.send({ type: 'transcript.user', item_id: turn, text: `Please do ${name} now.` });
    this.session.send({ type: 'reply.started', reply_id: reply, item_id: `m${number}` });
    this.session.send({ type: 'tool.call', call_id: call, name, arguments: args });
    this.session.send({ type: 'reply.done', reply_id: reply, status: 'completed' });
    const { message } = await this.session.waitFor('tool.result', number - 1);
    expect(message['call_id']).toBe(call);
    return JSON.parse(String(message['result'])) as Result;
  }

  /** Calls a tool that runs unasked. */
  async ask(name: string, args: object = {}): Promise<Result> {
    const result = await this.call(name, args);
    expect(result['status'], JSON.stringify(result)).not.toBe('waiting_for_approval');
    return result;
  }

  /** Calls a tool that asks, approves it on its card, and brings back what the transcript says became of it. */
  async approve(name: string, args: object): Promise<string> {
    const before = (await this.app.window.transcript()).length;
    const result = await this.call(name, args);
    expect(result, JSON.stringify(result)).toMatchObject({ status: 'waiting_for_approval' });
    const { page } = this.app.window;
    const approve = page.getByRole('button', { name: 'Approve', exact: true });
    await expect(approve).toBeEnabled();
    await expect(approve).not.toHaveAttribute('aria-disabled', 'true');
    await approve.click();
    const entry = await this.app.window.waitForEntry(
      `Tool: ${name}`,
      ({ text }) => !text.includes('Waiting for your approval'),
      { after: before },
    );
    await this.reply();
    return entry.text;
  }

  /** Answers the app's `reply.create` as the service does, so that the next turn begins in silence. */
  private async reply(): Promise<void> {
    const asked = this.session.all('reply.create').length;
    await this.session.waitFor('reply.create', Math.max(0, asked - 1));
    const id = `told${this.count}`;
    this.session.send({ type: 'reply.started', reply_id: id, item_id: id });
    this.session.send({ type: 'reply.done', reply_id: id, status: 'completed' });
  }
}

test('files: written, changed, moved, packed, trashed and restored; each can be undone', async ({
  launch,
  service,
  papers,
}) => {
  test.setTimeout(180_000);
  const app = await launch({
    environment: { PARLEY_AGENT_URL: service.url },
    settings: { grants: papers.grants },
  });
  const agent = await Caller.begin(app, service);
  const at = (...path: readonly string[]) => join(papers.path, ...path);
  const text = (...path: readonly string[]) => readFileSync(at(...path), 'utf8');

  expect(await agent.ask('list_files', {})).toMatchObject({ total: 4 });
  expect(await agent.ask('search_files', { words: 'parsley' })).toMatchObject({
    files: [{ found_in: 'content' }],
  });
  expect(JSON.stringify(await agent.ask('read_text_file', { file: 'shopping list' }))).toContain('six eggs');
  expect(await agent.ask('describe_item', { item: 'budget.csv' })).toMatchObject({ say: expect.any(String) });
  expect(await agent.ask('recent_files', {})).toMatchObject({ say: expect.any(String) });

  await agent.approve('write_file', { name: 'greeting.txt', text: 'Hello.\n' });
  expect(text('greeting.txt')).toBe('Hello.\n');
  await agent.approve('append_to_file', { file: 'greeting.txt', text: 'Good day.' });
  expect(text('greeting.txt')).toBe('Hello.\nGood day.\n');
  await agent.approve('edit_file', { file: 'greeting.txt', find: 'day', replace_with: 'evening' });
  expect(text('greeting.txt')).toContain('Good evening.');
  expect(await agent.ask('undo_last')).toMatchObject({ say: expect.any(String) });
  expect(text('greeting.txt')).toContain('Good day.');

  await agent.approve('make_folder', { name: 'Archive' });
  await agent.approve('move_item', { item: 'greeting.txt', to_folder: 'Archive' });
  expect(existsSync(at('greeting.txt'))).toBe(false);
  expect(text('Archive', 'greeting.txt')).toContain('Good day.');
  await agent.approve('copy_item', { item: 'travel notes.txt', to_folder: 'Archive' });
  expect(text('Archive', 'travel notes.txt')).toBe(text('travel notes.txt'));
  await agent.approve('rename_item', { item: 'budget.csv', new_name: 'budget 2026.csv' });
  expect(existsSync(at('budget 2026.csv'))).toBe(true);

  await agent.approve('zip_items', { items: 'Archive', name: 'archive.zip' });
  expect(readFileSync(at('archive.zip')).subarray(0, 2).toString()).toBe('PK');
  await agent.approve('unzip_archive', { archive: 'archive.zip' });
  expect(readdirSync(papers.path, { recursive: true }).join('\n')).toMatch(/^archive\b.*greeting\.txt$/mu);

  await agent.approve('trash_item', { item: 'spring plan.txt' });
  expect(existsSync(at('spring plan.txt'))).toBe(false);
  await agent.approve('restore_item', { item: 'spring plan.txt' });
  expect(text('spring plan.txt')).toContain('Sow the beans');
});

test('what was approved is not done when something else lies there by then', async ({
  launch,
  service,
  papers,
}) => {
  const app = await launch({
    environment: { PARLEY_AGENT_URL: service.url },
    settings: { grants: papers.grants },
  });
  const agent = await Caller.begin(app, service);
  const list = join(papers.path, 'shopping list.txt');
  const waiting = agent.call('edit_file', { file: 'shopping list.txt', find: 'Bread', replace_with: 'Cake' });
  expect(await waiting).toMatchObject({ status: 'waiting_for_approval' });
  writeFileSync(list, 'Bread and something that the person has just written.\n');
  const approve = app.window.page.getByRole('button', { name: 'Approve', exact: true });
  await expect(approve).not.toHaveAttribute('aria-disabled', 'true');
  await approve.click();
  await app.window.waitForEntry('Tool: edit_file', ({ text }) => text.includes('Failed'));
  expect(readFileSync(list, 'utf8')).toContain('has just written');
});
