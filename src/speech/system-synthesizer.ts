import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { floatToPcm16, pcm16ToFloat } from '../shared/audio/pcm';
import { resample } from '../shared/audio/resample';
import { SYNTHESIS_RATE } from '../shared/ipc/speech-port';
import { PartError, type Clause, type Speech } from './part';
import { spreadWords, voicedRange } from './spread-words';
import { systemSpeech, type Command, type SystemSpeech } from './system-voice';
import { parseWave } from './wave-file';

/** A clause takes a fraction of a second; a program that hangs must not hold up the reply for long. */
const PATIENCE_MS = 15_000;
/** Silence left at both ends, in seconds. */
const LEAD = 0.02;
const TAIL = 0.1;

/** A synthesizer of one voice. */
export interface VoiceEngine {
  /** Rejects with PartError `model_missing` when the voice is not there, or with the signal's reason. */
  speak(clause: Pick<Clause, 'text' | 'speed'>, signal: AbortSignal): Promise<Speech>;
}

/** Name of the system's best English voice; null when it has none. */
export async function bestSystemVoice(platform: string): Promise<string | null> {
  const speech = systemSpeech(platform);
  const listed = speech ? await run(speech.list, new AbortController().signal).catch(() => '') : '';
  return speech?.parse(listed)[0] ?? null;
}

/** Finds the system's best English voice. Throws PartError `model_missing` when it has none. */
export async function loadSystemVoice(platform: string, now: () => number): Promise<VoiceEngine> {
  const speech = systemSpeech(platform);
  const voice = await bestSystemVoice(platform);
  if (!speech || voice === null)
    throw new PartError('model_missing', 'This system has no English voice of its own.');
  return { speak: (clause, signal) => speak(speech, voice, clause, now, signal) };
}

async function speak(
  speech: SystemSpeech,
  voice: string,
  { text, speed }: Pick<Clause, 'text' | 'speed'>,
  now: () => number,
  signal: AbortSignal,
): Promise<Speech> {
  const started = now();
  const folder = await mkdtemp(join(tmpdir(), 'parley-voice-'));
  try {
    const file = join(folder, 'speech.wav');
    await run(speech.speak(text, voice, speed, file), signal);
    const { pcm, rate } = parseWave(await readFile(file));
    const whole = floatToPcm16(resample(pcm16ToFloat(pcm), rate, SYNTHESIS_RATE));
    const [from, to] = voicedRange(whole);
    const trimmed = whole.slice(Math.max(0, from - LEAD * SYNTHESIS_RATE), to + TAIL * SYNTHESIS_RATE);
    return {
      pcm: trimmed,
      words: spreadWords(text, trimmed, SYNTHESIS_RATE),
      milliseconds: now() - started,
    };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof PartError) throw error;
    throw new PartError('internal', 'The voice of the system gave no sound.');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a program to its end and gives what it printed. */
function run(command: Command, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { signal, timeout: PATIENCE_MS, env: { ...process.env, ...command.environment } };
    const child = execFile(command.program, [...command.arguments], options, (error, output) => {
      if (!error) return resolve(output);
      const missing = error.code === 'ENOENT';
      reject(new PartError(missing ? 'model_missing' : 'internal', `${command.program} did not speak.`));
    });
    // A program that ends early closes its input; its exit code tells why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(command.input);
  });
}
