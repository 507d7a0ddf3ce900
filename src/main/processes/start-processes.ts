import { join } from 'node:path';
import { app } from 'electron';
import { SPEECH_LOST, type LocalAgentTuning } from '../../shared/ipc/local-agent-port';
import type { SpeechClient } from '../../shared/ipc/speech-client';
import { ProblemError, type Problem } from '../../shared/problem';
import type { Settings } from '../../shared/settings/schema';
import type { Endpoint } from '../conversation/socket';
import type { Log } from '../log';
import { languageModelServer } from '../service/language-model';
import { CrashCount } from '../presence/crash-count';
import { modelsFolder } from '../setup-file';
import type { KeyStore } from '../storage/key-store';
import { builtinTools } from '../tools/toolbox';
import { LocalAgentProcess } from './local-agent-process';
import { speechTrouble } from './speech-models';
import { SpeechProcess } from './speech-process';

/** The child processes, and the way to the local agent. */
export interface Processes {
  readonly speech: SpeechProcess;
  readonly localAgent: LocalAgentProcess;
  /** Rejects with a ProblemError when models are missing or the agent does not start. */
  readonly localEndpoint: () => Promise<Endpoint>;
  /** Calls to the speech process; null when models are missing. */
  readonly connectSpeech: () => SpeechClient | null;
  /** Samples of 24 kHz. Rejects with a ProblemError when models are missing, with a SpeechError when speech fails. */
  readonly synthesize: (
    wanted: Parameters<SpeechClient['synthesize']>[0],
    signal: AbortSignal,
  ) => Promise<Int16Array>;
}

/** What the processes need of the app. */
export interface ProcessSurroundings {
  /** Whether a talk is open. */
  readonly inTalk: () => boolean;
  /** Something that the person should know. */
  readonly notify: (problem: Problem) => void;
  /** After how long without use the speech process ends, in milliseconds; null for its own choice. */
  readonly idleMs: number | null;
  readonly log: Log;
}

const startedAgain: Problem = {
  code: 'local_agent_started_again',
  sentence: 'The local agent stopped working and was started again.',
  next: 'If an answer is missing, ask again.',
};

const keepsFailing: Problem = {
  code: 'local_agent_keeps_failing',
  sentence: 'The local agent keeps failing.',
  next: 'Wait a minute and try again. If it fails again, quit Parley and start it anew.',
};

/** What the local agent follows while it runs. The key is read only when a server is chosen. */
export async function localAgentTuning(settings: Settings, modelKeys: KeyStore): Promise<LocalAgentTuning> {
  const chosen = settings.thinking === 'language-model';
  return {
    speakingSpeed: settings.speakingSpeed,
    languageModel: chosen ? await languageModelServer(settings, modelKeys) : null,
  };
}

/** Starts nothing yet: each process comes up when it is needed. `built` is the folder of the bundles. */
export function startProcesses(
  built: string,
  tuning: () => Promise<LocalAgentTuning>,
  { inTalk, notify, idleMs, log }: ProcessSurroundings,
): Processes {
  const crashes = new CrashCount(() => performance.now());
  let deaths = 0;
  const crashed = (name: string, code: number) => {
    deaths += 1;
    log(`${name} ended with ${code}`);
    if (!crashes.happened() && inTalk()) notify(startedAgain);
  };
  const models = modelsFolder(app.getAppPath(), process.resourcesPath);
  const speechCrashed = (code: number) => {
    crashed('speech process', code);
    // The agent's way to the speech process is gone with it; the next talk starts both anew.
    localAgent.stop();
  };
  const agentEnded = (code: number) => {
    // That counts as one death, whichever of the two exits is told first.
    if (code === SPEECH_LOST) deaths += 1;
    else crashed('local agent', code);
  };
  // An idle Parley holds no model in memory, nor the processes that hold them.
  const idle = () => {
    if (inTalk() || localAgent.isBusy) return;
    localAgent.stop();
    speech.stop();
  };
  const speech = new SpeechProcess(join(built, 'main', 'speech.js'), models, speechCrashed, idle, idleMs);
  const localAgent: LocalAgentProcess = new LocalAgentProcess(
    join(built, 'main', 'local-agent.js'),
    () => speech.newPort(),
    tuning,
    () => builtinTools.map(({ name, description, parameters }) => ({ name, description, parameters })),
    agentEnded,
  );
  const localEndpoint = async (): Promise<Endpoint> => {
    const trouble = speechTrouble(models);
    if (trouble) throw new ProblemError(trouble);
    if (crashes.isRow) throw new ProblemError(keepsFailing);
    const before = deaths;
    return localAgent.ensure().catch((error: unknown) => {
      // What died as it started is started once more, until that makes a row.
      if (deaths === before) throw error;
      return localEndpoint();
    });
  };
  const synthesize: Processes['synthesize'] = async (wanted, signal) => {
    const trouble = speechTrouble(models);
    if (trouble) throw new ProblemError(trouble);
    return (await speech.connect().synthesize(wanted, signal)).pcm;
  };
  const connectSpeech = () => (speechTrouble(models) ? null : speech.connect());
  return { speech, localAgent, localEndpoint, connectSpeech, synthesize };
}
