import { fork } from 'node:child_process';
import { SpeechClient } from '../shared/ipc/speech-client';
import { speechEnvironment } from '../shared/ipc/speech-environment';
import type { SpeechAnswer } from '../shared/ipc/speech-port';

/** The speech process of a stand-alone agent. */
export interface SpeechChild {
  readonly client: SpeechClient;
  /** Its process id; undefined when it could not be started. */
  readonly pid: number | undefined;
  stop(): void;
}

/**
 * Starts the speech process as a child of plain Node. `onGone` is told once when it ends unasked, with its exit code.
 */
export function startSpeech(
  entry: string,
  models: string | null,
  onGone: (code: number | null) => void,
): SpeechChild {
  const child = fork(entry, models === null ? [] : ['--models', models], {
    serialization: 'advanced',
    env: speechEnvironment(process.env),
    // Node's own warnings about WASI would hide what the agent itself has to say.
    execArgv: ['--no-warnings'],
  });
  const client = new SpeechClient({
    post: (message) => {
      if (child.connected) child.send(message);
    },
    listen: (listener) => child.on('message', (answer) => listener(answer as SpeechAnswer)),
  });
  let stopped = false;
  let gone = false;
  const leave = (code: number | null) => {
    if (gone) return;
    gone = true;
    client.processGone();
    if (!stopped) onGone(code);
  };
  child.once('error', () => leave(null));
  child.once('exit', leave);
  return {
    client,
    pid: child.pid,
    stop: () => {
      stopped = true;
      child.kill();
    },
  };
}
