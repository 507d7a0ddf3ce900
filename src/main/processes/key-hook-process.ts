import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import { keyHookReportSchema, type KeyHookReport, type KeyHookRequest } from '../../shared/ipc/key-hook-port';
import { endProcess } from './end-process';
import { withoutKeys } from '../../shared/without-keys';

/** Who hears of the hook. */
interface Hearer {
  readonly report: (report: KeyHookReport) => void;
  /** It ended by itself: nobody watches the keys. `again`: another one is being started. */
  readonly gone: (again: boolean) => void;
}

/** A hook that ends is started anew after this long; one that ends so often within a minute is not. */
const AGAIN_MS = 500;
const MOST_ENDS = 5;
const ENDS_WITHIN_MS = 60_000;

/** The process that listens to the keyboard: there while a key is bound that needs it. */
export class KeyHookProcess {
  private process: UtilityProcess | null = null;
  private port: MessagePortMain | null = null;
  private bindings: KeyHookRequest['bindings'] = [];
  private restart: NodeJS.Timeout | null = null;
  private ends: number[] = [];

  constructor(
    private readonly entry: string,
    private readonly hear: Hearer,
    private readonly log: (line: string) => void,
  ) {}

  /** Watches these from now on; without any the process ends. */
  watch(bindings: KeyHookRequest['bindings']): void {
    this.bindings = bindings;
    if (bindings.length === 0) return this.kill();
    // Who binds a key anew wants it tried anew.
    this.ends = [];
    this.ensure().postMessage({ type: 'watch', bindings } satisfies KeyHookRequest);
  }

  /** Ends it at once. */
  kill(): void {
    if (this.restart) clearTimeout(this.restart);
    this.restart = null;
    const child = this.process;
    this.forget();
    endProcess(child);
  }

  private ensure(): MessagePortMain {
    if (this.port) return this.port;
    if (this.restart) clearTimeout(this.restart);
    this.restart = null;
    const child = utilityProcess.fork(this.entry, [], {
      serviceName: 'Parley keys',
      stdio: 'inherit',
      env: withoutKeys(process.env),
    });
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage({ type: 'main' }, [port1]);
    port2.on('message', ({ data }) => {
      // A press that comes after its process has gone would have no release.
      if (this.port !== port2) return;
      const report = keyHookReportSchema.safeParse(data);
      if (report.success) this.hear.report(report.data);
      else this.log('key hook: a report did not fit');
    });
    port2.start();
    child.once('exit', (code) => {
      if (this.process === child) this.ended(code);
    });
    this.process = child;
    this.port = port2;
    return port2;
  }

  private forget(): void {
    this.process = null;
    this.port?.close();
    this.port = null;
  }

  private ended(code: number): void {
    this.forget();
    this.log(`key hook ended with ${code}`);
    const now = performance.now();
    this.ends = [...this.ends, now].filter((at) => now - at < ENDS_WITHIN_MS);
    const again = this.ends.length < MOST_ENDS;
    if (again) {
      this.restart = setTimeout(() => {
        this.ensure().postMessage({ type: 'watch', bindings: this.bindings } satisfies KeyHookRequest);
      }, AGAIN_MS);
    }
    this.hear.gone(again);
  }
}
