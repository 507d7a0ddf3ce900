/** The computer itself through the tools, in the real app: clipboard, screen, sound and what it tells of itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linuxSystemSound } from '../../src/main/system/linux/system-sound';
import { runProgram } from '../../src/main/system/run-program';
import type { AppOptions, ParleyApp } from '../support/app';
import type { ScriptedService } from '../support/scripted-service';
import { WIRE_RATE, type ScriptedSession } from '../support/scripted-session';
import { PulseServer, SPEAKERS } from '../support/sound/pulse-server';
import { tone } from '../support/sound/voice';
import { until } from '../support/until';
import { expect, test } from './fixtures';

/** A talk with a service that calls tools as it likes. */
class Caller {
  private calls = 0;

  private constructor(
    readonly app: ParleyApp,
    private readonly session: ScriptedSession,
  ) {}

  static async start(
    launch: (options: AppOptions) => Promise<ParleyApp>,
    service: ScriptedService,
    { environment, ...options }: AppOptions = {},
  ): Promise<Caller> {
    const hosted = { ASSEMBLYAI_API_KEY: 'key-of-nobody', PARLEY_AGENT_URL: service.url };
    const app = await launch({ ...options, environment: { ...hosted, ...environment } });
    await app.window.start();
    const session = await service.session();
    await session.becomeReady();
    await app.window.waitForState('Listening');
    return new Caller(app, session);
  }

  /** The person says something, the agent calls a tool; the call's result as it goes to the service. */
  async call(name: string, args: Readonly<Record<string, unknown>> = {}): Promise<Record<string, unknown>> {
    const number = this.calls++;
    this.session.send({ type: 'transcript.user', item_id: `msg_${number}`, text: 'Please do it.' });
    this.session.send({ type: 'reply.started', reply_id: `resp_${number}` });
    this.session.send({ type: 'tool.call', call_id: `call_${number}`, name, arguments: args });
    this.session.send({ type: 'reply.done', reply_id: `resp_${number}`, status: 'completed' });
    const { message } = await this.session.waitFor('tool.result', number);
    return JSON.parse(String(message['result'])) as Record<string, unknown>;
  }

  /** Answers the card with the button of that name. */
  async answer(question: string, button: string): Promise<void> {
    const card = this.app.window.page.getByRole('alertdialog', { name: question });
    const approve = card.getByRole('button', { name: button, exact: true });
    await expect(approve).toHaveAttribute('aria-disabled', 'false');
    await approve.click();
    await card.waitFor({ state: 'detached' });
  }

  /** Text on the clipboard as another program sees it. */
  clipboard(): Promise<string> {
    return this.app.electron.evaluate(({ clipboard }) => clipboard.readText());
  }

  copy(text: string): Promise<void> {
    return this.app.electron.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  }
}

test(
  'the clipboard is read unasked, and written only with an approval',
  { tag: '@rig' },
  async ({ launch, service }) => {
    const caller = await Caller.start(launch, service);
    await caller.copy('12 Garden Street');
    expect(await caller.call('read_clipboard')).toMatchObject({ text: '12 Garden Street' });

    expect(await caller.call('write_clipboard', { text: 'new words' })).toMatchObject({
      status: 'waiting_for_approval',
    });
    expect(await caller.clipboard()).toBe('12 Garden Street');
    await caller.answer('Shall I copy it to the clipboard?', 'Approve');
    await until('the words are on the clipboard', async () => (await caller.clipboard()) === 'new words');

    await caller.call('write_clipboard', { text: 'other words' });
    await caller.answer('Shall I copy it to the clipboard?', 'Deny');
    expect(await caller.clipboard()).toBe('new words');
  },
);

test('what a password manager has copied is not read', { tag: '@rig' }, async ({ launch, service }) => {
  const caller = await Caller.start(launch, service);
  await caller.app.electron.evaluate(({ clipboard }) => {
    // The clipboard as this Electron has it; the types are of a newer one.
    const older = clipboard as unknown as { writeBuffer(format: string, buffer: Buffer): void };
    older.writeBuffer('x-kde-passwordManagerHint', Buffer.from('secret'));
  });
  expect(await caller.call('read_clipboard')).toMatchObject({
    error: expect.stringContaining('marked'),
  });
});

test(
  'a screenshot is a picture of the whole screen in a granted folder',
  { tag: '@rig' },
  async ({ launch, service, papers }) => {
    const caller = await Caller.start(launch, service, { settings: { grants: papers.grants } });
    await caller.call('take_screenshot');
    const pictures = () => readdirSync(papers.path).filter((name) => name.startsWith('Screenshot '));
    expect(pictures()).toEqual([]);
    await caller.answer('Shall I save a screenshot in Garden?', 'Approve');
    const name = await until('the picture is there', () => pictures()[0]);
    const png = readFileSync(join(papers.path, name));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1_280, 800]);
    // A screen in one colour would be a few kilobytes; the window with its text is on it.
    const colours = await caller.app.electron.evaluate(
      ({ nativeImage }, path) => {
        const bitmap = nativeImage.createFromPath(path).toBitmap();
        const seen = new Set<number>();
        for (let at = 0; at < bitmap.length; at += 4) seen.add(bitmap.readUInt32LE(at));
        return seen.size;
      },
      join(papers.path, name),
    );
    expect(colours).toBeGreaterThan(50);
  },
);

test(
  'the volume is changed and taken back to, and the computer tells of itself',
  { tag: '@rig' },
  async ({ launch, service }) => {
    const server = await PulseServer.start();
    try {
      const caller = await Caller.start(launch, service, { environment: server.environment });
      expect(await caller.call('set_volume', { level: 41 })).toMatchObject({ percent: 41 });
      expect(await server.control('get-sink-volume', SPEAKERS)).toContain(' 41% ');
      expect(await caller.call('mute_sound', { muted: true })).toMatchObject({ muted: true });
      expect(await server.control('get-sink-mute', SPEAKERS)).toBe('Mute: yes');
      expect(await caller.call('get_volume')).toMatchObject({ percent: 41, muted: true });

      expect(await caller.call('get_system_status', { topic: 'disk' })).toMatchObject({
        free_bytes: expect.any(Number),
      });
      expect(await caller.call('get_system_status', { topic: 'memory' })).toMatchObject({
        available_bytes: expect.any(Number),
      });
      expect(await caller.call('get_system_status', { topic: 'network' })).toMatchObject({
        online: expect.any(Boolean),
      });
    } finally {
      await server.stop();
    }
  },
);

test(
  'the screen is not locked before the card is answered, nor after a no',
  { tag: '@rig' },
  async ({ launch, service }) => {
    const caller = await Caller.start(launch, service);
    expect(await caller.call('lock_screen')).toMatchObject({ status: 'waiting_for_approval' });
    await caller.answer('Shall I lock the screen?', 'Deny');
    await caller.app.window.waitForEntry('Tool: lock_screen', ({ text }) => /Not approved/u.test(text));
  },
);

test('what Parley itself plays is nobody else’s sound', { tag: '@rig' }, async ({ launch, service, rig }) => {
  const app = await launch({ rig, environment: { PARLEY_AGENT_URL: service.url } });
  await app.window.start();
  const session = await service.session();
  await session.becomeReady();
  await app.window.waitForState('Listening');
  const own = await app.processes();
  const heard = (mine: readonly number[]) =>
    linuxSystemSound(
      (program, args, options) => runProgram(program, args, { ...options, environment: rig.environment }),
      () => mine,
    ).isQuiet();
  const speaking = session.reply({ id: 'resp_1', pcm: tone(4_000, 440, 8_000, WIRE_RATE), text: 'A tone.' });
  await app.window.waitForState('Speaking');
  // The rig feeds its microphone with a stream of its own.
  const feeds = (await rig.streamOwners()).filter((id) => !own.includes(id));
  await until('Parley is heard', async () => (await heard(feeds)) === 'sounding');
  expect(await heard([...own, ...feeds])).toBe('quiet');
  await speaking;
});
