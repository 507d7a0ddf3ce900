/**
 * A sound card without hardware: a private sound server whose speakers are recorded and whose microphone we feed.
 * What the app really plays and hears is measured here, outside the app, on one clock.
 */
import { now } from './clock';
import {
  MICROPHONE,
  MICROPHONE_FEED,
  microphoneModule,
  PulseServer,
  SPEAKERS,
  speakersModule,
} from './sound/pulse-server';
import { Recorder, RECORDING_BLOCK_MS } from './sound/recorder';
import { StreamPlayer, type Placed } from './sound/stream-player';
import { speak, SPEECH_THRESHOLD, tone, type PersonVoice, type Speech } from './sound/voice';

const CLICK_MS = 5;
/** How late words may come, and how much a busy machine may stretch them. */
const LATE_MS = 60;

/** How well times of the rig are known. */
export interface RigAccuracy {
  /** From deciding to play a sample to reading it from the speakers' recording, at best; milliseconds. */
  readonly roundTripMs: number;
  /** Times of recorded samples are right within this, plus or minus; milliseconds. */
  readonly uncertaintyMs: number;
}

/** Words said into the microphone, with the times of their first and last sample. */
export interface Said extends Placed {
  readonly text: string;
}

export class SoundRig {
  private echo: string | null = null;

  private constructor(
    private readonly server: PulseServer,
    private readonly feed: StreamPlayer,
    /** What comes out of the speakers. */
    readonly speakers: Recorder,
    private microphone: Recorder,
    readonly accuracy: RigAccuracy,
  ) {}

  /** Starts and calibrates the rig; about two seconds. */
  static async start(): Promise<SoundRig> {
    const server = await PulseServer.start();
    try {
      const speakers = await Recorder.start(server, `${SPEAKERS}.monitor`);
      const heard = await Recorder.start(server, MICROPHONE);
      const feed = StreamPlayer.start(server, MICROPHONE_FEED);
      const accuracy = await measureAccuracy(server, speakers);
      await calibrateFeed(feed, heard);
      return new SoundRig(server, feed, speakers, heard, accuracy);
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** What the microphone delivers. */
  get heard(): Recorder {
    return this.microphone;
  }

  /** Makes the app use this sound card. */
  get environment(): Readonly<Record<string, string>> {
    return this.server.environment;
  }

  /**
   * Says something into the microphone and resolves when the last sample has sounded. The times are those of the
   * recorded microphone; with the echo on, where the recording holds more than the person, those of the feed.
   */
  async say(words: string | Speech, voice: PersonVoice = 'en-us'): Promise<Said> {
    const speech = typeof words === 'string' ? await speak(words, voice) : words;
    const placed = this.feed.play(speech.pcm);
    if (this.echo !== null) {
      await this.heard.recordedUntil(placed.endsAt);
      return { text: speech.text, ...placed };
    }
    const startsAt = await this.heard.waitForSound(placed.startsAt - LATE_MS, 10_000, SPEECH_THRESHOLD);
    const lasts = placed.endsAt - placed.startsAt;
    await this.heard.recordedUntil(startsAt + lasts + LATE_MS);
    const endsAt = this.heard.lastAudibleBetween(startsAt, startsAt + lasts + LATE_MS, SPEECH_THRESHOLD)!;
    if (Math.abs(endsAt - startsAt - lasts) > LATE_MS) {
      throw new Error(
        'The words did not reach the microphone whole: this machine is too busy for the sound rig.',
      );
    }
    return { text: speech.text, startsAt, endsAt };
  }

  /** Plays any 48 kHz mono samples into the microphone; returns at once with the times they will sound at. */
  play(pcm: Int16Array): Placed {
    return this.feed.play(pcm);
  }

  /** Stops what is being said in mid-word. */
  fallSilent(): void {
    this.feed.clear();
  }

  /** Lets the microphone hear the speakers, as in a room: as loud as they are, or so many decibels below. */
  async echoOn(below = 0): Promise<void> {
    if (this.echo !== null) return;
    this.echo = await this.server.control(
      'load-module',
      'module-loopback',
      `source=${SPEAKERS}.monitor`,
      `sink=${MICROPHONE_FEED}`,
      'latency_msec=30',
    );
    if (below === 0) return;
    const streams = await this.server.control('list', 'short', 'sink-inputs');
    const loop = streams.split('\n').find((line) => line.includes('module-loopback'));
    const id = loop?.split('\t')[0];
    if (id === undefined) throw new Error('The echo is not to be found.');
    await this.server.control('set-sink-input-volume', id, `-${below}dB`);
  }

  async echoOff(): Promise<void> {
    if (this.echo !== null) await this.server.control('unload-module', this.echo);
    this.echo = null;
  }

  /** Takes a microphone away, as when a plug is pulled. */
  async unplugMicrophone(name: string = MICROPHONE): Promise<void> {
    await this.server.unload(`source_name=${name} `);
  }

  /** Connects a microphone of another name, fed the same. The system's own stays what it is while it is there. */
  async plugMicrophone(name: string): Promise<void> {
    const [module, ...options] = microphoneModule(name);
    await this.server.control('load-module', module!, ...options);
    this.heard.stop();
    this.microphone = await Recorder.start(this.server, name);
  }

  /** Connects a second pair of speakers. */
  async plugSpeakers(name: string): Promise<void> {
    const [module, ...options] = speakersModule(name);
    await this.server.control('load-module', module!, ...options);
  }

  /** Takes that pair away. */
  async unplugSpeakers(name: string): Promise<void> {
    await this.server.unload(`sink_name=${name} `);
  }

  /** How many streams programs other than the rig's own have open on this card. */
  async streams(): Promise<{ readonly playing: number; readonly recording: number }> {
    const count = async (what: string) =>
      (await this.server.control('list', what))
        .split('\n')
        .filter((line) => /application\.process\.binary = "(?!pacat|parec)/.test(line)).length;
    return { playing: await count('sink-inputs'), recording: await count('source-outputs') };
  }

  /** Ids of the processes that play on this card, the rig's own among them. */
  async streamOwners(): Promise<readonly number[]> {
    const list = await this.server.control('list', 'sink-inputs');
    return [...list.matchAll(/application\.process\.id = "(\d+)"/g)].map(([, id]) => Number(id));
  }

  async stop(): Promise<void> {
    this.feed.stop();
    this.speakers.stop();
    this.heard.stop();
    await this.server.stop();
  }
}

/**
 * The recorded sink works in blocks: a sample reaches the recording with its block, so its time is right within one
 * block. A click written to the speakers and found again bounds it: its round trip holds every delay there is.
 */
async function measureAccuracy(server: PulseServer, speakers: Recorder): Promise<RigAccuracy> {
  const player = StreamPlayer.start(server, SPEAKERS, { bufferMs: 20 });
  try {
    const trips: number[] = [];
    for (let round = 0; round < 5; round++) trips.push(await clickThrough(player, speakers));
    return { roundTripMs: Math.min(...trips), uncertaintyMs: RECORDING_BLOCK_MS };
  } finally {
    player.stop();
  }
}

/** Finds what lies between a sample's place in the feed and its coming out of the microphone. */
async function calibrateFeed(feed: StreamPlayer, heard: Recorder): Promise<void> {
  const offsets: number[] = [];
  for (let round = 0; round < 3; round++) {
    const { startsAt } = feed.play(tone(CLICK_MS, 1_000));
    offsets.push((await heard.waitForSound(startsAt - 50, 2_000)) - startsAt);
    await heard.waitForSilence(startsAt, 100, 2_000);
  }
  feed.offsetMs = offsets.sort((a, b) => a - b)[1]!;
}

async function clickThrough(player: StreamPlayer, speakers: Recorder): Promise<number> {
  const written = now();
  player.play(tone(CLICK_MS, 1_000));
  const sounded = await speakers.waitForSound(written, 2_000);
  await speakers.waitForSilence(written, 100, 2_000);
  return sounded - written;
}
