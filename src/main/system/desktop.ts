/**
 * What tools may do with the computer itself. One small interface a capability; each system carries out what it can
 * (`linux/`, `macos/`, `windows/`) and says in a sentence what it cannot.
 */

/** The system cannot do it, or would not: `sentence` tells the person why. */
export interface CannotDo {
  readonly ok: false;
  readonly sentence: string;
}

/** What a capability brings back. Nothing here rejects, except when its `signal` fires. */
export type Answer<Value> = { readonly ok: true; readonly value: Value } | CannotDo;

/** Text on the clipboard. */
export interface ClipboardContents {
  /** Empty when there is no text. */
  readonly text: string;
  /** There is a picture or something else that is no text. */
  readonly other: boolean;
}

/** How a replaced clipboard was put back; `changed`: the person has copied something else since. */
export type ClipboardRestored = 'restored' | 'changed' | 'forgotten';

/** The clipboard. What was replaced is kept in memory only: it may be a password. */
export interface ClipboardAccess {
  /** Refused for what a password manager has marked as secret. */
  read(): Promise<Answer<ClipboardContents>>;
  /** Puts text there. Brings back a ticket for {@link restore}. */
  replace(text: string): Promise<Answer<string>>;
  /** Puts back what a replacement took away; `forgotten` after a restart or many other replacements. */
  restore(ticket: string): Promise<ClipboardRestored>;
}

/** Pictures of the screen. */
export interface ScreenCapture {
  /** The main screen as PNG. */
  capture(signal: AbortSignal): Promise<Answer<Uint8Array>>;
}

/** How loud the speakers are. */
export interface VolumeLevel {
  /** Percent; above 100 where the system amplifies. */
  readonly percent: number;
  readonly muted: boolean;
}

/** The volume of the system's own output. */
export interface Volume {
  read(signal: AbortSignal): Promise<Answer<VolumeLevel>>;
  /** Changes what is given and brings back what holds then. `percent` is cut to 0 to 150. */
  set(change: Partial<VolumeLevel>, signal: AbortSignal): Promise<Answer<VolumeLevel>>;
}

/** What a media player may be told. */
export const MEDIA_ACTIONS = ['play', 'pause', 'next', 'previous', 'stop'] as const;

/** What a media player may be told. */
export type MediaAction = (typeof MEDIA_ACTIONS)[number];

/** What was told to which player. */
export interface MediaDone {
  /** Name of the program as the system knows it ("spotify"); null where a key was sent to whoever listens. */
  readonly player: string | null;
}

/** The media players that run now. */
export interface MediaPlayers {
  /** Names of those that play, fit for {@link control}. */
  playing(signal: AbortSignal): Promise<Answer<readonly string[]>>;
  /** Tells one player: the named one, else the one that plays, else the one that could go on. */
  control(action: MediaAction, player: string | null, signal: AbortSignal): Promise<Answer<MediaDone>>;
}

/** Brightness of the built-in screen, in percent. */
export interface Brightness {
  read(signal: AbortSignal): Promise<Answer<number>>;
  /** At least 1 percent, so that something is to be seen. Brings back what holds then. */
  set(percent: number, signal: AbortSignal): Promise<Answer<number>>;
}

/** The screen lock. */
export interface ScreenLock {
  /** `certain` is false where the system was asked and does not tell whether it did. */
  lock(signal: AbortSignal): Promise<Answer<{ readonly certain: boolean }>>;
}

/** What the battery says. */
export interface Battery {
  /** 0 to 100, whole. */
  readonly percent: number;
  readonly state: 'charging' | 'discharging' | 'full' | 'plugged in';
  /** Until empty or full; null when the system does not tell. */
  readonly minutesLeft: number | null;
}

/** Where the current comes from. */
export interface Power {
  battery(signal: AbortSignal): Promise<Answer<Battery>>;
}

/** Room on the disk that holds a folder, in bytes. */
export interface DiskSpace {
  readonly free: number;
  readonly total: number;
}

/** Room on disks. */
export interface Disk {
  /** Of the disk with the person's home folder. */
  home(): Promise<Answer<DiskSpace>>;
}

/** Working memory, in bytes. */
export interface MemoryUse {
  /** Free, or taken up by what the system can drop at once. */
  readonly available: number;
  readonly total: number;
}

/** Working memory. */
export interface Memory {
  read(signal: AbortSignal): Promise<Answer<MemoryUse>>;
}

/** One way into a network. */
export interface NetworkInterface {
  /** As the system calls it: "eth0". */
  readonly name: string;
  readonly kind: 'wired' | 'wireless' | 'other';
  /** Its addresses in the local network. */
  readonly addresses: readonly string[];
}

/** The network as far as it is known without asking anybody outside. */
export interface NetworkState {
  readonly online: boolean;
  readonly interfaces: readonly NetworkInterface[];
}

/** The network. */
export interface Network {
  read(): Answer<NetworkState>;
}

/** Whether notifications are held back. */
export interface DoNotDisturb {
  read(signal: AbortSignal): Promise<Answer<boolean>>;
}

/** Whether another program plays sound. */
export type Quietness = 'quiet' | 'sounding' | 'unknown';

/** Whether a spoken word could come out of the speakers. */
export interface SystemSound {
  /** Whether any program but Parley plays sound now; within 150 ms, and `unknown` rather than a guess. */
  isQuiet(): Promise<Quietness>;
}

/** What differs by system. */
export interface SystemParts {
  readonly screen: ScreenCapture;
  readonly volume: Volume;
  readonly media: MediaPlayers;
  readonly brightness: Brightness;
  readonly lock: ScreenLock;
  readonly power: Power;
  readonly memory: Memory;
  readonly doNotDisturb: DoNotDisturb;
  readonly systemSound: SystemSound;
}

/** The computer as tools may see and change it. */
export interface Desktop extends SystemParts {
  readonly clipboard: ClipboardAccess;
  readonly disk: Disk;
  readonly network: Network;
}

/** Says that something cannot be done. */
export function cannot(sentence: string): CannotDo {
  return { ok: false, sentence };
}

/** Brings a value back. */
export function can<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}
