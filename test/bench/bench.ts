import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ParleyApp, type AppOptions } from '../support/app';
import type { ParleyWindow } from '../support/parley-window';
import { ScriptedService } from '../support/scripted-service';
import type { ScriptedSession } from '../support/scripted-session';
import { SoundRig } from '../support/sound-rig';
import { makeTempFolder } from '../support/temp-folder';
import { until } from '../support/until';

type Undo = () => void | Promise<void>;

/** A talk with a service that says what the measurement tells it to. */
export interface ScriptedTalk {
  readonly app: ParleyApp;
  readonly window: ParleyWindow;
  readonly session: ScriptedSession;
  readonly readyAt: number;
  /** What the app itself measured so far, as `src/main/probe.ts` writes it. */
  probed(name: ProbeName): readonly Probed[];
}

/** How an app that is measured is started. */
interface MeasuredOptions {
  readonly probe?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

/** What the app measures (`src/main/probe.ts`). */
export type ProbeName =
  'frame-sent' | 'audio-queued' | 'keys-watched' | 'tool-run' | 'tool-answered' | 'overlay-painted';

/** A moment measured by the app; `at` is epoch milliseconds. */
export interface Probed {
  readonly at: number;
  readonly milliseconds: number;
}

/** What measurements share: one sound card for the whole run, and apps that are closed after each. */
export class Bench {
  private sound: Promise<SoundRig> | null = null;
  private undo: Undo[] = [];

  /** The sound card; the first to ask starts it. */
  rig(): Promise<SoundRig> {
    return (this.sound ??= SoundRig.start());
  }

  /** Starts the built app on the sound card. */
  async launch(options: AppOptions = {}): Promise<ParleyApp> {
    const rig = await this.rig();
    const app = await ParleyApp.launch({
      ...options,
      environment: { ...rig.environment, ...options.environment },
    });
    this.undo.push(() => app.close());
    return app;
  }

  /**
   * Starts the app and a talk with a scripted service; resolves when the talk is open. Without `probe` the app
   * measures nothing itself.
   */
  async scriptedTalk({ probe = true } = {}): Promise<ScriptedTalk> {
    const service = await this.scriptedService();
    const { app, probed } = await this.measuredApp(service, { probe });
    const { window } = app;
    await window.start();
    const session = await service.session();
    await session.becomeReady();
    const { at: readyAt } = await window.waitForState('Listening');
    await session.waitFor('input.audio');
    return { app, window, session, readyAt, probed };
  }

  /** A server for the app to talk to. */
  async scriptedService(): Promise<ScriptedService> {
    const service = await ScriptedService.start();
    this.undo.push(() => service.stop());
    return service;
  }

  /** Starts the app with this server as its engine. Without `probe` it measures nothing itself. */
  async measuredApp(
    { url }: { readonly url: string },
    { probe = true, environment = {} }: MeasuredOptions = {},
  ): Promise<Pick<ScriptedTalk, 'app' | 'probed'>> {
    const folder = await makeTempFolder('measured');
    this.undo.push(() => folder.remove());
    const file = join(folder.path, 'measured.jsonl');
    const app = await this.launch({
      environment: { PARLEY_AGENT_URL: url, ...(probe && { PARLEY_MEASURE: file }), ...environment },
    });
    return { app, probed: (name) => readProbe(file, name) };
  }

  /** Remembers what closes something that a measurement has opened on its own. */
  later(undo: Undo): void {
    this.undo.push(undo);
  }

  /** Closes what a measurement has opened. */
  async clean(): Promise<void> {
    for (const step of this.undo.splice(0).reverse()) await step();
  }

  /** Stops the sound card as well. */
  async stop(): Promise<void> {
    await this.clean();
    await (await this.sound)?.stop();
    this.sound = null;
  }
}

/** Waits until the app has written down everything that it measured before `time`. */
export async function probedUntil(
  talk: Pick<ScriptedTalk, 'probed'>,
  name: ProbeName,
  time: number,
): Promise<readonly Probed[]> {
  return until(
    'the app has written its measurements',
    () => {
      const probed = talk.probed(name);
      return (probed.at(-1)?.at ?? 0) >= time && probed;
    },
    { everyMs: 100 },
  );
}

/** Ends a talk as a person does, with a service that says goodbye; resolves when the window shows it. */
export async function endTalk({ window, session }: Pick<ScriptedTalk, 'window' | 'session'>): Promise<void> {
  await window.end();
  await session.waitFor('session.end');
  session.send({ type: 'session.ended', session_duration_seconds: 25, audio_duration_seconds: null });
  session.close(1000);
  await window.waitForState('Ended');
}

/** What an app wrote into the file that PARLEY_MEASURE named; it writes once a second. */
export function readProbe(file: string, name: string): readonly Probed[] {
  // The app makes the file with its first measurement.
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes(name))
    .map((line) => JSON.parse(line) as Probed);
}
