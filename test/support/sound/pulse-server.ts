import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hasProgram } from '../../../build/setup/system-packages.mjs';
import { asUser, ensureUnprivilegedUser } from '../../../build/setup/unprivileged-user.mjs';
import { makeTempFolder, type TempFolder } from '../temp-folder';
import { until } from '../until';

/** Sample rate of the whole rig; nothing is resampled on the way. */
export const RIG_RATE = 48_000;
/** What is played here comes out of the microphone. */
export const MICROPHONE_FEED = 'micfeed';
/** The microphone that every rig has. */
export const MICROPHONE = 'mic';
/** The speakers that every rig has. */
export const SPEAKERS = 'speakers';

/** Without rewinds a sink renders 50 ms ahead at most; with them it may be two seconds ahead of the clock. */
const SINK_FORMAT = `format=s16le rate=${RIG_RATE} norewinds=1`;

const PROGRAMS = ['pulseaudio', 'pactl', 'parec', 'pacat'] as const;

/** The programs that the rig needs and this machine lacks; empty when it can run. */
export function missingForSound(): readonly string[] {
  if (process.platform !== 'linux') return PROGRAMS;
  return PROGRAMS.filter((program) => !hasProgram(program));
}

/** A sound server of our own with one pair of speakers and one microphone, both virtual. */
export class PulseServer {
  private constructor(
    private readonly daemon: ChildProcess,
    private readonly folder: TempFolder,
    private readonly socket: string,
  ) {}

  /** Starts the server as the user that the app runs as, so that the app may use its socket. */
  static async start(): Promise<PulseServer> {
    const folder = await makeTempFolder('sound');
    const socket = join(folder.path, 'native');
    const user = await ensureUnprivilegedUser();
    const command = [...(user ? asUser(user) : []), 'pulseaudio', ...daemonOptions(socket)];
    const daemon = spawn(command[0]!, command.slice(1), {
      stdio: ['ignore', 'ignore', 'inherit'],
      cwd: folder.path,
      env: { PATH: process.env['PATH'], HOME: folder.path, XDG_RUNTIME_DIR: folder.path },
    });
    const server = new PulseServer(daemon, folder, socket);
    await until('the sound server answers', () => server.answers(), { everyMs: 50 });
    await server.control('set-default-sink', SPEAKERS);
    await server.control('set-default-source', MICROPHONE);
    return server;
  }

  /** Makes a program use this server. */
  get environment(): Readonly<Record<string, string>> {
    return { PULSE_SERVER: `unix:${this.socket}` };
  }

  /** Runs `pactl` and resolves to what it printed. */
  async control(...args: readonly string[]): Promise<string> {
    const { stdout } = await promisify(execFile)('pactl', [...args], { env: this.clientEnvironment() });
    return stdout.trim();
  }

  /** Unloads the module whose options hold this text. */
  async unload(option: string): Promise<void> {
    const modules = (await this.control('list', 'short', 'modules')).split('\n');
    const index = modules.find((line) => line.includes(option))?.split('\t')[0];
    if (index === undefined) throw new Error(`No module has ${option}.`);
    await this.control('unload-module', index);
  }

  /** Starts a program as a client of this server. */
  client(program: string, args: readonly string[], stdio: 'read' | 'write'): ChildProcess {
    return spawn(program, [...args], {
      stdio: stdio === 'read' ? ['ignore', 'pipe', 'ignore'] : ['pipe', 'ignore', 'ignore'],
      env: this.clientEnvironment(),
    });
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.daemon.once('exit', resolve));
    if (this.daemon.exitCode === null && this.daemon.signalCode === null) {
      this.daemon.kill('SIGTERM');
      await gone;
    }
    this.folder.remove();
  }

  private async answers(): Promise<boolean> {
    if (this.daemon.exitCode !== null)
      throw new Error(`The sound server ended with ${this.daemon.exitCode}.`);
    return this.control('list', 'short', 'sources').then(
      (sources) => sources.includes(`\t${MICROPHONE}\t`),
      () => false,
    );
  }

  private clientEnvironment(): NodeJS.ProcessEnv {
    return { PATH: process.env['PATH'], HOME: this.folder.path, LC_ALL: 'C', ...this.environment };
  }
}

function daemonOptions(socket: string): readonly string[] {
  const modules = [
    `module-native-protocol-unix socket=${socket} auth-anonymous=1`,
    speakersModule(SPEAKERS).join(' '),
    `module-null-sink sink_name=${MICROPHONE_FEED} ${SINK_FORMAT} channels=1 sink_properties=device.description=RigFeed`,
    microphoneModule(MICROPHONE).join(' '),
  ];
  return [
    '-n',
    '--daemonize=no',
    '--use-pid-file=no',
    '--exit-idle-time=-1',
    '--high-priority=no',
    '--realtime=no',
    '--log-level=error',
    ...modules.flatMap((module) => ['-L', module]),
  ];
}

/** The module, with its options, that is a pair of speakers. */
export function speakersModule(name: string): readonly string[] {
  return [
    'module-null-sink',
    `sink_name=${name}`,
    ...SINK_FORMAT.split(' '),
    'channels=2',
    `sink_properties=device.description=Rig-${name}`,
  ];
}

/** The module, with its options, that makes a microphone of the feed. */
export function microphoneModule(name: string): readonly string[] {
  return [
    'module-remap-source',
    `master=${MICROPHONE_FEED}.monitor`,
    `source_name=${name}`,
    `source_properties=device.description=Rig-${name}`,
  ];
}
