/** Functions that run inside a page and try what no page of Parley may do. They reach nothing outside themselves. */

/**
 * Breaks the content policy in every way there is; resolves to what was blocked, as "directive address", once
 * that many different things were, or after five seconds.
 */
export async function breakPolicy(expected: number): Promise<readonly string[]> {
  const blocked = new Set<string>();
  const done = new Promise<void>((resolve) => {
    setTimeout(resolve, 5_000);
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      blocked.add(`${effectiveDirective} ${blockedURI}`);
      if (blocked.size >= expected) resolve();
    });
  });
  const add = (tag: string, attributes: Readonly<Record<string, string>>, text = '') => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = text;
    document.body.append(element);
    return element;
  };
  add('script', {}, 'window.broken = true');
  add('script', { src: 'https://example.org/script.js' });
  add('style', {}, 'body { display: none }');
  add('div', { onclick: 'window.broken = true' }).click();
  add('iframe', { src: 'https://example.org/frame' });
  add('iframe', { src: 'app://parley/window.html' });
  add('object', { data: 'https://example.org/object' });
  add('img', { src: 'https://example.org/picture.png' });
  await fetch('https://example.org/data').catch(() => undefined);
  try {
    new WebSocket('wss://example.org/socket');
  } catch {
    // Told by the event as well.
  }
  try {
    (window.setTimeout as (code: string) => void)('window.broken = true');
  } catch {
    // Told by the event as well.
  }
  await done;
  return ['broken' in window ? 'but a script ran' : [], ...blocked].flat();
}

/** Asks for everything a page can ask for; resolves to the answer to each. */
export async function askForPermissions(): Promise<Readonly<Record<string, string>>> {
  const answer = async (ask: () => Promise<unknown> | undefined): Promise<string> => {
    try {
      const given = await ask();
      if (given === undefined) return 'not there';
      return Array.isArray(given) && given.length === 0 ? 'nothing' : `given ${String(given)}`;
    } catch (error) {
      return (error as Error).name;
    }
  };
  const media = (wanted: MediaStreamConstraints) => () =>
    navigator.mediaDevices.getUserMedia(wanted).then((stream) => {
      for (const track of stream.getTracks()) track.stop();
      return stream.getTracks().map(({ kind }) => kind);
    });
  const { hid, usb, serial, bluetooth } = navigator as unknown as Readonly<
    Record<
      'hid' | 'usb' | 'serial' | 'bluetooth',
      { requestDevice(o: object): Promise<unknown>; requestPort(): Promise<unknown> } | undefined
    >
  >;
  const state = async (name: string) =>
    (await navigator.permissions.query({ name: name as PermissionName })).state;
  return {
    microphone: await answer(media({ audio: true })),
    camera: await answer(media({ video: true })),
    both: await answer(media({ audio: true, video: true })),
    screen: await answer(() => navigator.mediaDevices.getDisplayMedia()),
    location: await answer(
      () =>
        new Promise((resolve, reject) =>
          navigator.geolocation.getCurrentPosition(resolve, () =>
            reject(new DOMException('', 'NotAllowedError')),
          ),
        ),
    ),
    notifications: await Notification.requestPermission(),
    midi: await answer(() => navigator.requestMIDIAccess()),
    hid: await answer(() => hid?.requestDevice({ filters: [] })),
    usb: await answer(() => usb?.requestDevice({ filters: [] })),
    serial: await answer(() => serial?.requestPort()),
    bluetooth: await answer(() => bluetooth?.requestDevice({ acceptAllDevices: true })),
    cameraState: await state('camera'),
    locationState: await state('geolocation'),
    midiState: await state('midi'),
  };
}

/** Calls the page's bridge; resolves to `{ value }` that came back, or to the sentence of the refusal. */
export async function callBridge(call: {
  readonly name: unknown;
  readonly argument?: unknown;
}): Promise<unknown> {
  const { parley } = window as unknown as {
    readonly parley: { request(name: unknown, argument: unknown): Promise<unknown> };
  };
  try {
    return { value: await parley.request(call.name, call.argument) };
  } catch (error) {
    return (error as Error).message;
  }
}
