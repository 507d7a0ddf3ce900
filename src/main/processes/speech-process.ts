import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import { endProcess } from './end-process';
import { SpeechClient } from '../../shared/ipc/speech-client';
import { speechEnvironment } from '../../shared/ipc/speech-environment';
import { IDLE, type SpeechAnswer } from '../../shared/ipc/speech-port';

/** The speech process: started when first needed, started anew after a crash at the next need. */
export class SpeechProcess {
  private process: UtilityProcess | null = null;
  private client: SpeechClient | null = null;

  constructor(
    private readonly entry: string,
    private readonly modelsFolder: string,
    /** Told when the process dies unasked, with its exit code. */
    private readonly onCrash: (code: number) => void,
    /** Told again and again while nobody has used it for long. */
    private readonly onIdle: () => void,
    /** What "long" is, in milliseconds; null for its own choice. */
    private readonly idleMs: number | null,
  ) {}

  /** Calls to the speech process from main. */
  connect(): SpeechClient {
    if (this.client) return this.client;
    const port = this.newPort();
    this.client = new SpeechClient({
      post: (message) => port.postMessage(message),
      listen: (listener) => {
        port.on('message', ({ data }) => listener(data as SpeechAnswer));
        port.start();
      },
    });
    return this.client;
  }

  /** A port of its own, to be handed to another process. */
  newPort(): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain();
    this.ensure().postMessage({ type: 'client' }, [port1]);
    return port2;
  }

  stop(): void {
    const child = this.process;
    this.process = null;
    this.client?.processGone();
    this.client = null;
    endProcess(child);
  }

  private args(): string[] {
    const idle = this.idleMs === null ? [] : ['--idle-seconds', String(this.idleMs / 1_000)];
    return ['--models', this.modelsFolder, ...idle];
  }

  private ensure(): UtilityProcess {
    if (this.process) return this.process;
    const child = utilityProcess.fork(this.entry, this.args(), {
      serviceName: 'Parley speech',
      stdio: 'inherit',
      env: speechEnvironment(process.env),
    });
    this.process = child;
    child.on('message', (message) => {
      if (message === IDLE && this.process === child && this.client?.isIdle !== false) this.onIdle();
    });
    child.once('exit', (code) => {
      if (this.process !== child) return;
      this.process = null;
      this.client?.processGone();
      this.client = null;
      if (code !== 0) this.onCrash(code);
    });
    return child;
  }
}
