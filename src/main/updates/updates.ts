import type { UpdatePicture, UpdatesOff, UpdateStatus } from '../../shared/ipc/updates';
import type { Problem } from '../../shared/problem';
import type { Log } from '../log';
import { nextUpdate, type UpdateEvent } from './update-state';

/** Where releases come from: looks, fetches, and puts a fetched one in place. */
export interface ReleaseSource {
  /** The newer version there is, or null. Rejects when that cannot be known or it is not properly signed. */
  look(withPreviews: boolean): Promise<string | null>;
  /** Fetches and checks what was found; `progress` in percent. Rejects when it is not what it must be. */
  fetch(progress: (percent: number) => void): Promise<void>;
  /** Ends Parley and starts the new version. */
  restart(): void;
}

/** What updating needs of the rest of Parley. */
export interface UpdateWorld {
  /** The version that runs. */
  readonly version: string;
  /** Loaded with the first look only. */
  readonly source: () => Promise<ReleaseSource>;
  readonly off: () => UpdatesOff | null;
  readonly withPreviews: () => boolean;
  readonly now: () => number;
  readonly changed: (picture: UpdatePicture) => void;
  readonly notify: (problem: Problem) => void;
  /** Ends the talk and writes what is kept. */
  readonly goodbye: () => Promise<void>;
  readonly log: Log;
}

/** Looks for new versions, and fetches and installs one when the person says so, never before. */
export class Updates {
  private status: UpdateStatus = { state: 'off', why: 'development' };

  constructor(private readonly world: UpdateWorld) {
    this.dispatch({ type: 'switched', off: world.off() });
  }

  get picture(): UpdatePicture {
    return { version: this.world.version, status: this.status };
  }

  /** Takes up a changed setting. */
  refresh(): void {
    this.dispatch({ type: 'switched', off: this.world.off() });
  }

  look(): void {
    this.dispatch({ type: 'look' });
  }

  fetch(): void {
    this.dispatch({ type: 'fetch' });
  }

  /** Restarts into the new version if there is one, once the talk has ended. */
  async restart(): Promise<void> {
    if (this.status.state !== 'ready') return;
    const source = await this.world.source();
    await this.world.goodbye();
    source.restart();
  }

  private dispatch(event: UpdateEvent): void {
    const before = this.status;
    const [status, effects] = nextUpdate(before, event);
    this.status = status;
    if (status !== before) this.world.changed(this.picture);
    if (status.state !== before.state) this.world.log(`update: ${status.state}`);
    for (const effect of effects) {
      if (effect === 'look') void this.attempt('look', () => this.runLook());
      else if (effect === 'fetch') void this.attempt('fetch', () => this.runFetch());
      else this.world.notify(effect === 'tell-found' ? found(this.picture) : ready(this.picture));
    }
  }

  private async runLook(): Promise<void> {
    const version = await (await this.world.source()).look(this.world.withPreviews());
    this.dispatch(
      version === null ? { type: 'nothing-new', at: this.world.now() } : { type: 'found', version },
    );
  }

  private async runFetch(): Promise<void> {
    const version = versionOf(this.status);
    await (await this.world.source()).fetch((percent) => this.dispatch({ type: 'progress', percent }));
    this.dispatch({ type: 'fetched', version });
  }

  private async attempt(what: 'look' | 'fetch', work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.world.log(`update: ${what} failed: ${error instanceof Error ? error.name : typeof error}`);
      this.dispatch({ type: 'failed', problem: what === 'look' ? cannotLook : cannotFetch });
    }
  }
}

const versionOf = (status: UpdateStatus) => ('version' in status ? status.version : '');

const found = ({ status }: UpdatePicture): Problem => ({
  code: 'update_found',
  sentence: `Parley ${versionOf(status)} is there.`,
  next: 'Get it in Settings, under Updates, when it suits you.',
});

const ready = ({ status }: UpdatePicture): Problem => ({
  code: 'update_ready',
  sentence: `Parley ${versionOf(status)} is ready.`,
  next: 'Restart from Settings, under Updates, when it suits you.',
});

const cannotLook: Problem = {
  code: 'update_unknown',
  sentence: 'Whether there is a new version could not be found out.',
  next: 'Check the connection, then look again.',
};

const cannotFetch: Problem = {
  code: 'update_failed',
  sentence: 'The new version could not be fetched, or was not what it must be. Nothing was changed.',
  next: 'Look again later.',
};
