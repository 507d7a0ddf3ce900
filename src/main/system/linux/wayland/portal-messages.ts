/** What is said to the global-shortcuts portal and what its answers mean (XDG Desktop Portal, GlobalShortcuts version 1). */
import { accelerator, modifierOf, readKeys, type Modifier } from '../../../../shared/shortcuts/keys';
import type { ShortcutName } from '../../../../shared/shortcuts/shortcuts';
import { entryOf, type BusValue } from '../bus/bus-values';
import type { BusCall, BusMessage } from '../bus/bus-wire';

/** Where portals are. */
const PORTAL = {
  destination: 'org.freedesktop.portal.Desktop',
  path: '/org/freedesktop/portal/desktop',
} as const;
const SHORTCUTS = 'org.freedesktop.portal.GlobalShortcuts';

/** The portal's name on the bus. */
export const PORTAL_NAME = PORTAL.destination;

/** Signals that are listened to. */
export const portalRules: readonly string[] = [
  `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${PORTAL.destination}'`,
  "type='signal',interface='org.freedesktop.portal.Request',member='Response'",
  `type='signal',interface='${SHORTCUTS}'`,
  "type='signal',interface='org.freedesktop.portal.Session',member='Closed'",
];

const text = (value: string): BusValue => ({ variant: 's', value });

/** Says which app we are, as one outside a sandbox does; older portals do not know it. */
export function registerApp(id: string): BusCall {
  return {
    ...PORTAL,
    interface: 'org.freedesktop.host.portal.Registry',
    member: 'Register',
    signature: 'sa{sv}',
    body: [id, []],
  };
}

/** Begins a session; its handle comes with the answer to the request named by `token`. */
export function createSession(token: string): BusCall {
  const options: BusValue = [
    ['handle_token', text(token)],
    ['session_handle_token', text(token)],
  ];
  return { ...PORTAL, interface: SHORTCUTS, member: 'CreateSession', signature: 'a{sv}', body: [options] };
}

/** What each shortcut is called in the system's dialog. */
const DESCRIPTIONS: Readonly<Record<ShortcutName, string>> = {
  talk: 'Talk to Parley (hold, or tap)',
  stop: 'Have Parley stop speaking',
  mute: 'Mute the microphone of Parley',
  show: 'Show the window of Parley',
  undo: 'Undo what Parley did last',
};

/** Asks for these shortcuts, with the keys that we would like; the person has the last word. */
export function bindShortcuts(
  session: string,
  token: string,
  wanted: readonly (readonly [ShortcutName, string])[],
  read: (text: string) => string,
): BusCall {
  const shortcuts = wanted.map(([name, keys]): BusValue => {
    const trigger = preferredTrigger(keys);
    const about: BusValue = [
      ['description', text(read(DESCRIPTIONS[name]))],
      ...(trigger === null ? [] : [['preferred_trigger', text(trigger)]]),
    ];
    return [name, about];
  });
  return {
    ...PORTAL,
    interface: SHORTCUTS,
    member: 'BindShortcuts',
    signature: 'oa(sa{sv})sa{sv}',
    body: [session, shortcuts, '', [['handle_token', text(token)]]],
  };
}

const TRIGGER_NAMES: Readonly<Record<Modifier, string>> = {
  Control: 'CTRL',
  Alt: 'ALT',
  Shift: 'SHIFT',
  Meta: 'LOGO',
};

/** Keys as the XDG shortcuts specification writes them: "CTRL+SHIFT+space"; a modifier alone cannot be asked for. */
export function preferredTrigger(text: string): string | null {
  const keys = readKeys(text);
  if (!keys || modifierOf(keys.key)) return null;
  const named: Readonly<Record<string, string>> = {
    Space: 'space',
    Enter: 'Return',
    ScrollLock: 'Scroll_Lock',
    PageUp: 'Page_Up',
    PageDown: 'Page_Down',
    Minus: 'minus',
    Equal: 'equal',
    BracketLeft: 'bracketleft',
    BracketRight: 'bracketright',
    Backslash: 'backslash',
    Semicolon: 'semicolon',
    Quote: 'apostrophe',
    Backquote: 'grave',
    Comma: 'comma',
    Period: 'period',
    Slash: 'slash',
    Backspace: 'BackSpace',
  };
  const name = named[keys.key] ?? (/^Key/u.test(keys.key) ? keys.key.slice(3).toLowerCase() : null);
  const key = name ?? accelerator({ modifiers: [], key: keys.key });
  return key === null ? null : [...keys.modifiers.map((one) => TRIGGER_NAMES[one]), key].join('+');
}

/** The object on which the answer to a request will be told. */
export function requestPath(ourName: string, token: string): string {
  return `/org/freedesktop/portal/desktop/request/${ourName.slice(1).replaceAll('.', '_')}/${token}`;
}

/** What a portal tells. */
export type PortalNews =
  /** The answer to a request. */
  | {
      readonly type: 'response';
      readonly request: string;
      readonly outcome: 'granted' | 'cancelled' | 'failed';
      readonly session: string | null;
      /** Keys of each shortcut in the system's words, where they were bound. */
      readonly triggers: ReadonlyMap<string, string>;
    }
  | { readonly type: 'edge'; readonly session: string; readonly name: string; readonly down: boolean }
  | { readonly type: 'changed'; readonly session: string; readonly triggers: ReadonlyMap<string, string> }
  | { readonly type: 'closed'; readonly session: string };

/** Whether the bus tells that the portal of that own name has gone. */
export function portalGone({ sender, member, body }: BusMessage, owner: string): boolean {
  if (sender !== 'org.freedesktop.DBus' || member !== 'NameOwnerChanged') return false;
  return body[0] === PORTAL.destination && body[1] === owner;
}

/** What a signal of a portal means; null when it is none of ours. */
export function portalNews(message: BusMessage): PortalNews | null {
  const { body, interface: of, member, path } = message;
  if (of === 'org.freedesktop.portal.Request' && member === 'Response') {
    const session = entryOf(body[1], 'session_handle');
    return {
      type: 'response',
      request: path,
      outcome: body[0] === 0 ? 'granted' : body[0] === 1 ? 'cancelled' : 'failed',
      session: typeof session === 'string' ? session : null,
      triggers: triggersOf(entryOf(body[1], 'shortcuts')),
    };
  }
  if (of === 'org.freedesktop.portal.Session' && member === 'Closed')
    return { type: 'closed', session: path };
  if (of !== SHORTCUTS || typeof body[0] !== 'string') return null;
  if (member === 'ShortcutsChanged') {
    return { type: 'changed', session: body[0], triggers: triggersOf(body[1]) };
  }
  const isEdge = member === 'Activated' || member === 'Deactivated';
  if (!isEdge || typeof body[1] !== 'string') return null;
  return { type: 'edge', session: body[0], name: body[1], down: member === 'Activated' };
}

function triggersOf(shortcuts: BusValue | undefined): ReadonlyMap<string, string> {
  const triggers = new Map<string, string>();
  for (const one of Array.isArray(shortcuts) ? (shortcuts as readonly BusValue[]) : []) {
    const [name, about] = Array.isArray(one) ? (one as readonly BusValue[]) : [];
    const trigger = entryOf(about, 'trigger_description');
    if (typeof name === 'string') triggers.set(name, typeof trigger === 'string' ? trigger : '');
  }
  return triggers;
}
