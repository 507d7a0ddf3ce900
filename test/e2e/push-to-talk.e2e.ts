/** A key held in any app talks to Parley: real key presses, a real key hook, the window out of sight. */
import { spawn } from 'node:child_process';
import { servicePid } from '../support/app-processes';
import type { ParleyApp } from '../support/app';
import { electronCommand } from '../support/electron-command';
import { hiddenWithKeys, keyboard, TALK_KEY, untilKeysAreWatched } from '../support/keyboard';
import { ScreenCover } from '../support/screen-locker';
import type { ScriptedService } from '../support/scripted-service';
import type { SoundRig } from '../support/sound-rig';
import { speak } from '../support/sound/voice';
import { DOUBLE_MS } from '../../src/main/push-to-talk/talk-key';
import { pause, until } from '../support/until';
import { expect, test } from './fixtures';

test.afterEach(() => keyboard.up(TALK_KEY));

const microphoneOpen = async (rig: SoundRig) => (await rig.streams()).recording > 0;

test(
  'held in another app it talks: every word is heard, and the answer comes',
  { tag: '@rig' },
  async ({ launch, rig }) => {
    test.setTimeout(120_000);
    const { window } = await hiddenWithKeys(await launch({ rig }));
    const speech = await speak('What time is it in Tokyo?');
    for (let turn = 1; turn <= 2; turn++) {
      const mark = await window.mark();
      const after = (await window.transcript()).length;
      keyboard.down(TALK_KEY);
      await window.waitForState('Listening', { mark });
      await rig.say(speech);
      keyboard.up(TALK_KEY);
      await window.waitForEntry('You', ({ text, busy }) => !busy && /time.*tokyo/i.test(text), {
        after,
      });
      await window.waitForState('Speaking', { mark, timeoutMs: 30_000 });
      await until('the microphone is closed', async () => !(await microphoneOpen(rig)));
      await window.waitForState('Ready', { timeoutMs: 30_000 });
    }
  },
);

test(
  'tapped it listens until the next tap, and in a combination it does not',
  { tag: '@rig' },
  async ({ launch, rig, service }) => {
    const { window } = await hiddenWithKeys(await hosted(launch, rig, service));
    keyboard.down(TALK_KEY);
    keyboard.up(TALK_KEY);
    const session = await service.session();
    await session.becomeReady();
    await window.waitForState('Listening');
    await until('the microphone is open', () => microphoneOpen(rig));
    // Sooner it would be a double tap.
    await pause(DOUBLE_MS);
    keyboard.down(TALK_KEY);
    keyboard.up(TALK_KEY);
    await until('the microphone is closed', async () => !(await microphoneOpen(rig)));

    keyboard.down(TALK_KEY);
    await until('the microphone is open', () => microphoneOpen(rig));
    keyboard.down('c');
    await until('the microphone is closed', async () => !(await microphoneOpen(rig)));
    keyboard.up('c');
    keyboard.up(TALK_KEY);
    await expect(window.state).toHaveText('Ready');
  },
);

test(
  'words said before the session is ready are in the turn, and the release ends it',
  { tag: '@rig' },
  async ({ launch, rig, service }) => {
    const { window } = await hiddenWithKeys(await hosted(launch, rig, service));
    keyboard.down(TALK_KEY);
    await window.waitForState('Listening');
    const said = rig.say(await speak('Tokyo is where I want to go.'));
    const session = await service.session();
    await said;
    keyboard.up(TALK_KEY);
    await session.becomeReady();
    const released = await until('the turn is told to end', () =>
      session
        .all('session.update')
        .find(({ message }) => JSON.stringify(message['session']).includes('"min_silence":100')),
    );
    // Everything that was said went before that.
    const loud = session.all('input.audio').filter(({ message }) => isLoud(message['audio']));
    expect(loud.length).toBeGreaterThan(15);
    expect(loud.at(-1)!.at).toBeLessThanOrEqual(released.at);
  },
);

test(
  'a hook that dies in mid-hold closes the microphone, and another one takes its place',
  { tag: '@rig' },
  async ({ launch, rig, service }) => {
    const app = await hiddenWithKeys(await hosted(launch, rig, service));
    keyboard.down(TALK_KEY);
    await until('the microphone is open', () => microphoneOpen(rig));
    const pid = await servicePid(app, 'Parley keys');
    process.kill(pid, 'SIGKILL');
    await until('the microphone is closed', async () => !(await microphoneOpen(rig)));
    keyboard.up(TALK_KEY);
    await until('another hook runs', async () => (await servicePid(app, 'Parley keys')) !== pid);
    await untilKeysAreWatched(app);
    keyboard.down(TALK_KEY);
    await until('the microphone is open again', () => microphoneOpen(rig));
  },
);

test(
  'under an app that holds the keyboard the key talks, under a locker that tells no bus it does not',
  { tag: '@rig' },
  async ({ launch, rig, service }) => {
    await hiddenWithKeys(await hosted(launch, rig, service));
    const launcher = await ScreenCover.show(process.env, { name: 'Rofi', holdsKeyboard: true });
    keyboard.down(TALK_KEY);
    // So the hook hears what is typed into the other app too: nothing but the lock keeps it from talking.
    await until('the microphone is open', () => microphoneOpen(rig));
    await launcher.close();

    const locker = await ScreenCover.show(process.env, { name: 'i3lock', holdsKeyboard: true });
    await until('the microphone is closed', async () => !(await microphoneOpen(rig)));
    keyboard.up(TALK_KEY);
    keyboard.down(TALK_KEY);
    await pause(DOUBLE_MS);
    expect(await microphoneOpen(rig)).toBe(false);
    keyboard.up(TALK_KEY);

    await locker.close();
    await until('the key talks again', async () => {
      keyboard.down(TALK_KEY);
      const opened = await microphoneOpen(rig);
      if (!opened) keyboard.up(TALK_KEY);
      return opened;
    });
  },
);

test(
  'a release that nobody tells of closes the microphone all the same',
  { tag: '@rig' },
  async ({ launch, rig, service }) => {
    const app = await hiddenWithKeys(await hosted(launch, rig, service));
    keyboard.down(TALK_KEY);
    await until('the microphone is open', () => microphoneOpen(rig));
    const pid = await servicePid(app, 'Parley keys');
    process.kill(pid, 'SIGSTOP');
    try {
      keyboard.up(TALK_KEY);
      await until('the microphone is closed', async () => !(await microphoneOpen(rig)));
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  },
);

test('a second launch talks and stops', { tag: '@rig' }, async ({ launch, rig, service }) => {
  const app = await hosted(launch, rig, service);
  await again(app, rig, '--toggle-talk');
  await until('the microphone is open', () => microphoneOpen(rig));
  await again(app, rig, '--stop');
  await until('the microphone is closed', async () => !(await microphoneOpen(rig)));
});

type Launch = (options: {
  readonly rig: SoundRig;
  readonly environment: Readonly<Record<string, string>>;
}) => Promise<ParleyApp>;

const hosted = (launch: Launch, rig: SoundRig, service: ScriptedService) =>
  launch({ rig, environment: { PARLEY_AGENT_URL: service.url } });

/** Starts Parley once more on the same home; resolves when that launch is over. */
async function again(app: ParleyApp, rig: SoundRig, command: string): Promise<void> {
  const { executablePath, appFolder } = await electronCommand();
  const child = spawn(executablePath, [appFolder, command], {
    cwd: app.home.path,
    env: { ...process.env, ...rig.environment, PARLEY_HOME: app.home.path },
    stdio: 'ignore',
  });
  await new Promise((resolve) => child.once('exit', resolve));
}

function isLoud(audio: unknown): boolean {
  const pcm = Buffer.from(String(audio), 'base64');
  for (let at = 0; at + 1 < pcm.length; at += 2) if (Math.abs(pcm.readInt16LE(at)) > 1_000) return true;
  return false;
}
