/**
 * Apps of this computer: one interface, and a folder a system that carries it out. What a system cannot do is said
 * in the answer, never faked.
 */

/** Why something was not done with an app. */
export type AppsTrouble =
  /** This system has no way of doing it. */
  | 'unsupported'
  /** The app is no longer installed, or its program is missing. */
  | 'gone'
  /** What would be started is no longer what was agreed to. */
  | 'changed'
  /** How it is to be started is written in a way that nobody can be sure of. */
  | 'invalid'
  /** It runs in a terminal window only. */
  | 'needs-terminal'
  /** It does not say how files, or addresses, are handed to it. */
  | 'takes-nothing'
  | 'not-running'
  | 'failed';

/** Something that was not done; the sentence is for the person. */
export interface AppsFailure {
  readonly ok: false;
  readonly why: AppsTrouble;
  readonly sentence: string;
}

/** An answer about apps. */
export type AppsAnswer<T> = { readonly ok: true; readonly value: T } | AppsFailure;

/** An app that can be started. All its words may have been written by anybody. */
export interface InstalledApp {
  /** Unique and stable: "org.gnome.TextEditor", "Safari". */
  readonly id: string;
  /** As its maker calls it, in English where there is a choice; one short line. */
  readonly name: string;
  /** What else people call it: "Web Browser", its name in the person's language. */
  readonly otherNames: readonly string[];
  /** `account`: anything that runs with the person's rights can have put it there. `unknown`: not told here. */
  readonly installedFor: 'everybody' | 'account' | 'unknown';
  /** What is started, as it is shown before it is approved. */
  readonly starts: string;
  /** Changes when what is started changes. */
  readonly seal: string;
  /** Is itself no thing people ask for: settings, parts of the system. */
  readonly minor: boolean;
}

/** An app that runs now. */
export interface RunningApp {
  readonly app: InstalledApp;
  /** Titles of its windows, words of somebody else; empty when windows cannot be seen. */
  readonly windows: readonly string[];
}

/** What came of asking an app to quit. */
export type QuitOutcome =
  /** No window and no process of it is left. */
  | 'quit'
  /** Its windows are closed; it goes on unseen. */
  | 'in-background'
  /** Still there after a while: it may be asking whether to save. */
  | 'asking';

/** What can be done with apps. Nothing here is ever a shell's: programs get argument lists. */
export interface Apps {
  /** Whether windows can be seen and brought to the front here, and in words why not. */
  readonly windows: AppsAnswer<undefined>;
  /** What quitting risks: `asks` when apps can ask about unsaved work, `loses` when they may lose it. */
  readonly unsavedWork: 'asks' | 'loses';
  /** Apps that can be shown to a person, in the order of their names. Rejects when the signal says so. */
  installed(signal: AbortSignal): Promise<readonly InstalledApp[]>;
  running(signal: AbortSignal): Promise<AppsAnswer<readonly RunningApp[]>>;
  /** Starts it, with the absolute path of a file or with none. It does not end with Parley. */
  start(app: InstalledApp, file: string | null, signal: AbortSignal): Promise<AppsAnswer<undefined>>;
  bringToFront(app: InstalledApp, signal: AbortSignal): Promise<AppsAnswer<undefined>>;
  /** Asks it to quit and waits a little; never forces it. */
  quit(app: InstalledApp, signal: AbortSignal): Promise<AppsAnswer<QuitOutcome>>;
  /** Opens an address that was checked (https) in the person's browser. */
  openAddress(address: string): Promise<AppsAnswer<undefined>>;
}

/** Something that was not done, in words. */
export function cannot(why: AppsTrouble, sentence: string): AppsFailure {
  return { ok: false, why, sentence };
}

/** Longest name that is kept, in characters. */
const LONGEST_NAME = 60;

/** A name from outside as one short line: without control, invisible and direction-changing characters. */
export function plainName(text: string): string {
  const line = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return [...line].slice(0, LONGEST_NAME).join('').trim();
}
