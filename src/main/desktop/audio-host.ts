import { MessageChannelMain, type BrowserWindow, type MessagePortMain } from 'electron';
import type { AudioEvents, AudioSetup, AudioReport } from '../../shared/ipc/audio';
import { CrashCount } from '../presence/crash-count';
import { steadyNow } from '../steady-now';
import type { CaptureMessage, PlaybackCommand, PlaybackReport } from '../../shared/ipc/audio-port';

/** Who hears what the audio page has to say. */
export interface AudioListener {
  captured(frame: CaptureMessage): void;
  played(report: PlaybackReport): void;
  reported(report: AudioReport): void;
}

/** How long the page is kept as it is after its last use, with its audio contexts, so that the next starts at once. */
const KEPT_MS = 60_000;
/** How long a page that may not keep warm has to let go of the devices. */
const CLOSING_MS = 1_000;

/**
 * Owns the hidden audio page: makes it when sound is wanted and lets it go afterwards. Where a page is always
 * there, a new one takes its place after a while. Samples go between main and the audio thread over two message ports,
 * past the page's main thread.
 */
export class AudioHost {
  private page: BrowserWindow | null = null;
  private ready = false;
  private wanted: AudioSetup | null = null;
  private opened = false;
  private warm = true;
  private playback: MessagePortMain | null = null;
  private waiting: PlaybackCommand[] = [];
  /** No page is left to play anything: samples of each reply that nobody hears. Null while there is one. */
  private unheard: Map<string, number> | null = null;
  private letGo: NodeJS.Timeout | null = null;
  private readonly crashes = new CrashCount(() => performance.now());

  constructor(
    private readonly create: (host: AudioHost) => BrowserWindow,
    /** A page is always there, because a talk may begin at any moment by a key. */
    private readonly keeps: () => boolean,
    private readonly listener: AudioListener,
    /** How long the page is kept as it is after its last use, in milliseconds; null for as long as is good. */
    private readonly keptMs: number | null = null,
  ) {}

  /** Opens sound, or changes how it is open. */
  open(setup: AudioSetup): void {
    this.wanted = setup;
    if (this.letGo) clearTimeout(this.letGo);
    this.letGo = null;
    if (!this.page) this.load();
    else if (this.ready) this.apply();
  }

  close(): void {
    this.wanted = null;
    this.waiting = [];
    this.unheard = null;
    if (!this.page) return;
    if (this.opened) this.tell(this.page, 'audio.close', undefined);
    this.opened = false;
    if (!this.letGo) this.restSoon();
  }

  play(command: PlaybackCommand): void {
    if (this.playback) this.playback.postMessage(command);
    else if (this.unheard) this.passOver(command, this.unheard);
    else if (this.wanted) this.waiting.push(command);
  }

  /** The page says that it is loaded. */
  pageReady(): void {
    this.ready = true;
    if (this.wanted) this.apply();
  }

  pageReported(report: AudioReport): void {
    this.listener.reported(report);
  }

  /** Makes the page ahead of its first use, if it may. */
  preload(): void {
    if (!this.page && this.warm) this.load();
  }

  /** Whether the page may be kept loaded while nobody uses it. True until told otherwise. */
  setWarm(warm: boolean): void {
    if (warm === this.warm) return;
    this.warm = warm;
    if (warm && this.keeps()) this.preload();
    else if (this.wanted === null && this.page) this.restSoon();
  }

  /** Nobody hears it, and the talk goes on in writing: an answer that is said to the end counts as played. */
  private passOver(command: PlaybackCommand, unheard: Map<string, number>): void {
    if (command.type === 'audio') {
      unheard.set(command.reply, (unheard.get(command.reply) ?? 0) + command.pcm.length);
    }
    if (command.type !== 'finish') return;
    const { reply } = command;
    const samples = unheard.get(reply) ?? 0;
    this.listener.played({ type: 'drained', reply, samples, at: steadyNow() });
    unheard.delete(reply);
  }

  private load(): void {
    this.unheard = null;
    this.ready = false;
    this.opened = false;
    const page = this.create(this);
    this.page = page;
    const lost = () => {
      if (this.page !== page) return;
      // One that died before it was ready, or thrice within a minute, would only die again.
      const again = this.ready && this.wanted !== null && !this.crashes.happened();
      const missed = this.wanted !== null;
      this.forget();
      // Nobody uses it: the next use makes a new one.
      if (!missed) return;
      const trouble = again ? 'sound_lost' : 'sound_failed';
      this.listener.reported({ type: 'trouble', trouble, fatal: !again, device: '' });
      if (again) return this.load();
      this.waiting = [];
      this.unheard = new Map();
    };
    page.webContents.once('render-process-gone', () => {
      lost();
      if (!page.isDestroyed()) page.destroy();
    });
    page.once('closed', lost);
  }

  private restSoon(): void {
    if (this.letGo) clearTimeout(this.letGo);
    this.letGo = setTimeout(() => this.rest(), this.warm ? (this.keptMs ?? KEPT_MS) : CLOSING_MS);
    this.letGo.unref();
  }

  private rest(): void {
    this.unload();
    if (this.keeps()) this.preload();
  }

  private unload(): void {
    const page = this.page;
    this.forget();
    page?.destroy();
  }

  private forget(): void {
    this.page = null;
    this.ready = false;
    this.opened = false;
    this.playback?.close();
    this.playback = null;
    if (this.letGo) clearTimeout(this.letGo);
    this.letGo = null;
  }

  private apply(): void {
    if (!this.page || !this.wanted) return;
    if (!this.playback) this.connectPorts(this.page);
    this.tell(this.page, this.opened ? 'audio.change' : 'audio.open', this.wanted);
    this.opened = true;
  }

  private tell(page: BrowserWindow, name: keyof AudioEvents, payload: AudioSetup | undefined): void {
    // At quit the page may be gone before its `closed` is told; touching it would throw.
    if (!page.isDestroyed() && !page.webContents.isDestroyed()) page.webContents.send('event', name, payload);
  }

  private connectPorts(page: BrowserWindow): void {
    const capture = new MessageChannelMain();
    const playback = new MessageChannelMain();
    capture.port1.on('message', ({ data }) => this.listener.captured(data as CaptureMessage));
    playback.port1.on('message', ({ data }) => this.listener.played(data as PlaybackReport));
    capture.port1.start();
    playback.port1.start();
    page.webContents.postMessage('audio-ports', null, [capture.port2, playback.port2]);
    this.playback = playback.port1;
    for (const command of this.waiting.splice(0)) this.playback.postMessage(command);
  }
}
