/** What a page, a stranger on the network or a curious program cannot do. */
import { execFileSync } from 'node:child_process';
import { WebSocket } from 'ws';
import { windowRequestNames } from '../../src/shared/ipc/names';
import { pagePids, servicePid } from '../support/app-processes';
import { NO_KEYRING } from '../support/keyring';
import { askForPermissions, breakPolicy, callBridge } from '../support/page-probes';
import { processTree, readSockets, statusOf, staysHere, type SeenSocket } from '../support/process-tree';
import { startStranger } from '../support/stranger';
import { until } from '../support/until';
import { expect, test } from './fixtures';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self' blob:; " +
  "font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'none'";
/** What {@link askForPermissions} resolves to where nothing is allowed. */
const NOTHING = {
  microphone: 'NotAllowedError',
  camera: 'NotAllowedError',
  both: 'NotAllowedError',
  screen: expect.stringMatching(/^Not(Allowed|Supported)Error$/),
  location: 'NotAllowedError',
  notifications: 'denied',
  midi: 'NotAllowedError',
  hid: 'nothing',
  usb: 'NotFoundError',
  serial: 'NotFoundError',
  bluetooth: 'not there',
  cameraState: 'denied',
  locationState: 'denied',
  midiState: 'denied',
};
const REFUSED = /^Parley (knows no such request|refused that request)\./;

test('every page is ours, sandboxed, isolated and without Node', async ({ launch }) => {
  const app = await launch();
  const audio = await app.audioPage();
  const pages = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => ({
      url: contents.getURL(),
      // Electron's types leave it out.
      preferences: (contents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences(),
    })),
  );
  expect(pages.map(({ url }) => url).sort()).toEqual(['app://parley/audio.html', 'app://parley/window.html']);
  for (const { preferences } of pages) {
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
    });
  }
  for (const page of [app.window.page, audio]) {
    const reachable = await page.evaluate(() => ({
      node: ['require', 'process', 'module', 'exports', 'global', 'Buffer', '__dirname', 'electron'].filter(
        (name) => name in window,
      ),
      bridge: Object.keys((window as unknown as { parley: object }).parley).sort(),
    }));
    expect(reachable).toEqual({ node: [], bridge: ['on', 'request'] });
  }
});

test('the processes of the pages are held by the system’s sandbox', { tag: '@rig' }, async ({ launch }) => {
  const app = await launch();
  await app.audioPage();
  const pages = await pagePids(app);
  expect(pages).toHaveLength(2);
  for (const { pid } of pages) {
    expect(statusOf(pid, 'Seccomp')).toBe('2');
    expect(statusOf(pid, 'NoNewPrivs')).toBe('1');
    expect(statusOf(pid, 'CapEff')).toBe('0000000000000000');
  }
});

test('every page comes with the strict policy, and it blocks', async ({ launch }) => {
  const app = await launch();
  for (const page of [app.window.page, await app.audioPage()]) {
    const headers = await page.evaluate(async () => {
      const { headers } = await fetch(location.href);
      return [headers.get('Content-Security-Policy'), headers.get('X-Content-Type-Options')];
    });
    expect(headers).toEqual([POLICY, 'nosniff']);
    expect([...(await page.evaluate(breakPolicy, 11))].sort()).toEqual([
      'connect-src https://example.org/data',
      'connect-src wss://example.org/socket',
      'frame-src app',
      'frame-src https://example.org',
      'img-src https://example.org/picture.png',
      'object-src https://example.org',
      'script-src eval',
      'script-src-attr inline',
      'script-src-elem https://example.org/script.js',
      'script-src-elem inline',
      'style-src-elem inline',
    ]);
  }
});

test('the audio page may have the microphone and nothing else, the window not even that', async ({
  launch,
}) => {
  const app = await launch();
  expect(await app.window.page.evaluate(askForPermissions)).toEqual(NOTHING);
  const given = { ...NOTHING, microphone: 'given audio' };
  expect(await (await app.audioPage()).evaluate(askForPermissions)).toEqual(given);
});

test('a page from elsewhere gets nothing: no microphone, no request, no frame of ours', async ({
  launch,
}) => {
  const stranger = await startStranger();
  try {
    const app = await launch();
    const { page } = app.window;
    await app.electron.evaluate(
      ({ BrowserWindow }, url) =>
        BrowserWindow.getAllWindows()
          .find((window) => window.webContents.getURL().endsWith('/window.html'))!
          .loadURL(url),
      stranger.address,
    );
    await page.waitForURL(stranger.address);
    expect(await page.evaluate(askForPermissions)).toEqual(NOTHING);
    for (const name of windowRequestNames) expect(await page.evaluate(callBridge, { name })).toMatch(REFUSED);
    const framed = await page.evaluate(() => {
      const frame = document.querySelector('iframe')!.contentWindow as unknown as object;
      return 'parley' in frame;
    });
    expect(framed).toBe(false);
  } finally {
    await stranger.stop();
  }
});

test('no page can be led away, and none opens another', async ({ launch }) => {
  const stranger = await startStranger();
  try {
    const app = await launch();
    const { page } = app.window;
    const address = stranger.address;
    await app.electron.evaluate(({ webContents }) => {
      const stopped: string[] = [];
      Object.assign(globalThis, { stopped });
      for (const contents of webContents.getAllWebContents()) {
        contents.on('will-frame-navigate', (event) => event.defaultPrevented && stopped.push(event.url));
      }
    });
    const opened = await page.evaluate((url) => {
      location.href = 'file:///etc/passwd';
      return [window.open(url), window.open('about:blank'), window.open('app://parley/window.html')];
    }, address);
    expect(opened).toEqual([null, null, null]);
    for (const [way, url] of [
      ['address', `${address}address`],
      ['link', `${address}link`],
      ['new window', `${address}blank`],
      ['address', 'app://parley/audio.html'],
    ] as const) {
      await page.evaluate(leave, { way, url });
      if (way !== 'new window') {
        await until(`going to ${url} is stopped`, () =>
          app.electron.evaluate(
            (_electron, wanted) => (globalThis as unknown as { stopped: string[] }).stopped.includes(wanted),
            url,
          ),
        );
      }
    }
    expect(page.url()).toBe('app://parley/window.html');
    // Playwright's own locators wait for the end of a navigation that was stopped.
    expect(await page.evaluate(() => document.querySelector('[role="status"]')?.textContent)).toBe('Ready');
    expect(await pagePids(app)).toHaveLength(2);
    expect(stranger.visits).toBe(0);
  } finally {
    await stranger.stop();
  }
});

test('main refuses requests it does not know and arguments that do not fit', async ({ launch }) => {
  const { page } = (await launch()).window;
  const before = await page.evaluate(callBridge, { name: 'settings.get' });
  for (const name of [
    'nonsense',
    '',
    '__proto__',
    'constructor',
    'toString',
    'audio.ready',
    'request',
    7,
    null,
    ['settings.get'],
    {},
  ]) {
    expect(await page.evaluate(callBridge, { name })).toMatch(REFUSED);
  }
  for (const [name, argument] of [
    ['settings.change', { engine: 'moon' }],
    ['settings.change', { appearance: 'dark', more: 1 }],
    ['profile.change', { id: 'parley', patch: { engine: 'moon' } }],
    ['profile.change', { id: 'parley', patch: { id: 'other' } }],
    ['settings.change', { grants: [{ id: 'x', path: '/' }] }],
    ['settings.change', { speakingSpeed: 99 }],
    ['settings.change', [{ appearance: 'dark' }]],
    ['settings.change', undefined],
    ['settings.get', {}],
    ['conversation.mute', 'yes'],
    ['conversation.send', ' '],
    ['conversation.send', 'x'.repeat(4_001)],
    ['conversation.send', { text: 'Hello' }],
    ['key.save', 7],
    ['key.save', 'x'.repeat(4_097)],
    ['key.status', 'please'],
    ['grants.remove', null],
  ] as const) {
    expect(await page.evaluate(callBridge, { name, argument })).toMatch(REFUSED);
  }
  expect(await page.evaluate(callBridge, { name: 'settings.get' })).toEqual(before);
});

test('no request gives the key back', async ({ launch }) => {
  const key = 'k3y-of-nobody-0123456789abcdef';
  const { electron, window } = await launch({ switches: NO_KEYRING });
  const { page } = window;
  // Nobody is there to close the system's dialogs.
  await electron.evaluate(({ dialog }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
  });
  expect(await page.evaluate(callBridge, { name: 'key.save', argument: key })).toEqual({ value: 'this-run' });
  // These would forget the key, or end what is asked.
  const others = windowRequestNames.filter((name) => name !== 'key.forget' && name !== 'presence.quit');
  for (const name of others) {
    expect(JSON.stringify(await page.evaluate(callBridge, { name }))).not.toContain(key);
  }
  expect(await page.evaluate(callBridge, { name: 'key.status' })).toEqual({ value: 'this-run' });
});

test(
  'a spoken talk with the local agent stays on this machine, and the agent lets no one else in',
  {
    tag: '@rig',
  },
  async ({ launch, rig }) => {
    const app = await launch({ rig });
    const [main] = await app.processes();
    const tree = new Set<number>();
    const seen = new Map<string, SeenSocket>();
    const sample = () => {
      for (const pid of processTree(main!)) tree.add(pid);
      for (const socket of readSockets(execFileSync('ss', ['-tunapH'], { encoding: 'utf8' }))) {
        if (socket.pids.some((pid) => tree.has(pid)))
          seen.set(`${socket.state} ${socket.local} ${socket.peer}`, socket);
      }
    };
    await app.window.start();
    await app.window.waitForEntry('Parley');
    await app.window.waitForState('Listening');
    const spoken = rig.say('What time is it in Paris?');
    await until(
      'the answer was spoken',
      async () => {
        sample();
        return (await app.window.transcript()).some(
          ({ name, busy, text }) => name === 'Parley' && !busy && text.includes('Paris'),
        );
      },
      { timeoutMs: 30_000, everyMs: 50 },
    );
    await spoken;

    const sockets = [...seen.values()];
    const agent = await servicePid(app, 'Parley local agent');
    expect(
      sockets.filter(
        ({ state, local, peer }) =>
          !staysHere(local) || (state !== 'LISTEN' && state !== 'UNCONN' && !staysHere(peer)),
      ),
    ).toEqual([]);
    // Proof that the looking would have seen it: the way between main and the agent.
    const listening = sockets.filter(({ state, pids }) => state === 'LISTEN' && pids.includes(agent));
    expect(listening.map(({ local }) => local)).toEqual([expect.stringMatching(/^127\.0\.0\.1:\d+$/)]);
    const address = listening[0]!.local;
    expect(
      sockets.some(({ state, peer, pids }) => state === 'ESTAB' && peer === address && pids.includes(main!)),
    ).toBe(true);

    for (const key of [null, 'guessed', 'none']) {
      const { messages, code } = await knock(`ws://${address}/v1/ws`, key);
      expect(messages).not.toContain('session.ready');
      expect(code).toBe(1008);
    }
  },
);

/** Runs in the page: tries to leave it. */
function leave({
  way,
  url,
}: {
  readonly way: 'address' | 'link' | 'new window';
  readonly url: string;
}): void {
  if (way === 'address') {
    location.href = url;
    return;
  }
  const link = document.createElement('a');
  link.href = url;
  if (way === 'new window') link.target = '_blank';
  document.body.append(link);
  link.click();
  link.remove();
}

/** Opens a session with this key; resolves to the types of the messages and the code of the closing. */
function knock(
  url: string,
  key: string | null,
): Promise<{ readonly messages: readonly string[]; readonly code: number }> {
  const messages: string[] = [];
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, key === null ? {} : { headers: { Authorization: `Bearer ${key}` } });
    socket.on('open', () => socket.send(JSON.stringify({ type: 'session.update', session: {} })));
    socket.on('message', (data) => messages.push((JSON.parse(String(data)) as { type: string }).type));
    socket.on('close', (code) => resolve({ messages, code }));
    socket.on('error', reject);
  });
}
