import { assertNever } from '../../shared/assert-never';
import { AUDIO_RATE, type PlaybackCommand, type PlaybackReport } from '../../shared/ipc/audio-port';
import { CueMixer } from './cue-mixer';
import { FadeOut, RAMP_SAMPLES } from './fade-out';
import { Jitter, MOST_DELAY } from './jitter';
import { QueuedReply } from './queued-reply';
import { RecentNames } from './recent-names';

/** Longest audio kept waiting, in samples: ten minutes. */
export const MOST_QUEUED = 600 * AUDIO_RATE;
/** Samples between two reports of what was played: 50 ms. */
const REPORT_SAMPLES = 1_200;
/** -50 dBFS: what is below cannot be heard. */
const AUDIBLE = 10 ** (-50 / 20);
/** Replies remembered for late audio. */
const REPLIES_REMEMBERED = 64;
const MILLISECONDS_PER_SAMPLE = 1_000 / AUDIO_RATE;

/**
 * The speakers' side of a talk: queues the audio of replies and renders it, quantum by quantum, without clicks.
 *
 * Time is counted in rendered samples. A reply may sound once its delay (now minus what was played) exceeds that
 * of its earliest chunk by the head start of {@link Jitter}; audio that comes ahead of real time satisfies this at
 * once, audio at real time after the head start. The same rule stretches pauses while the head start is too small.
 */
export class PlaybackBuffer {
  private readonly queue: QueuedReply[] = [];
  private readonly fadeOut = new FadeOut();
  private readonly cues = new CueMixer();
  private readonly jitter = new Jitter();
  private readonly known = new RecentNames(REPLIES_REMEMBERED);
  private readonly flushed = new RecentNames(REPLIES_REMEMBERED);
  private clock = 0;
  private queued = 0;
  private underruns = 0;
  private paused = false;
  /** The first reply of the queue is being heard. */
  private sounding = false;
  private envelope = 0;
  private gain = 1;
  private wantedGain = 1;
  /** The voice as last rendered. */
  private last = 0;
  private unreported = 0;
  private unreportedPower = 0;

  constructor(private readonly report: (report: PlaybackReport) => void) {}

  /** Takes a command; it acts at the next render. `now` in epoch milliseconds. */
  command(command: PlaybackCommand, now: number): void {
    switch (command.type) {
      case 'audio':
        return this.receive(command.reply, command.pcm, now);
      case 'finish':
        return this.finish(command.reply);
      case 'pause':
        this.fadeVoice();
        this.paused = true;
        return;
      case 'resume':
        this.paused = false;
        return;
      case 'flush':
        return this.flush(command.reply, now);
      case 'flush-all':
        this.known.forEach((id) => this.flush(id, now));
        return;
      case 'gain':
        this.wantedGain = Math.min(1, Math.max(0, command.gain));
        return;
      case 'cue':
        return this.cues.add(command.pcm);
      default:
        return assertNever(command);
    }
  }

  /**
   * Silent and empty as before the first command. Replies heard of so far stay flushed: audio of theirs may still be
   * under way on the other port. `now` in epoch milliseconds.
   */
  reset(now: number): void {
    this.command({ type: 'flush-all' }, now);
    this.cues.clear();
    this.paused = false;
    this.wantedGain = 1;
  }

  /** Fills `output` with the next samples. `now` is when its first sample is due, in epoch milliseconds. */
  render(output: Float32Array, now: number): void {
    let from = 0;
    while (from < output.length) {
      const at = now + from * MILLISECONDS_PER_SAMPLE;
      const reply = this.nextToSound(output.length - from, at);
      const to = reply ? Math.min(output.length, from + reply.available) : output.length;
      if (reply) this.voice(reply, output, from, to, at);
      else output.fill(0, from, to);
      this.fadeOut.mixInto(output, from, to);
      this.clock += to - from;
      from = to;
    }
    this.cues.mixInto(output);
  }

  private receive(id: string, pcm: Int16Array, now: number): void {
    if (this.flushed.has(id)) return;
    this.known.add(id);
    if (pcm.length === 0) return;
    if (this.queued + pcm.length > MOST_QUEUED) {
      this.report({ type: 'overflow', reply: id, samples: pcm.length, at: now });
      return;
    }
    const reply = this.queue.find((queued) => queued.id === id) ?? this.enqueue(id);
    this.learnJitter(reply, pcm.length);
    if (reply.dryAt !== null) {
      this.underruns += 1;
      this.report({ type: 'underrun', reply: id, count: this.underruns, at: reply.dryAt });
      reply.dryAt = null;
    }
    reply.append(pcm);
    this.queued += pcm.length;
  }

  private learnJitter(reply: QueuedReply, length: number): void {
    const transit = this.clock - reply.received;
    const lateness = transit - reply.earliest;
    if (lateness > MOST_DELAY) {
      // The sender paused (it thinks, or the network stalled): no head start would have carried that.
      reply.earliest = transit;
      return;
    }
    reply.earliest = Math.min(reply.earliest, transit);
    if (reply.dryAt === null) this.jitter.observe(Math.max(0, lateness), length);
    else this.jitter.ranDry();
  }

  private enqueue(id: string): QueuedReply {
    const reply = new QueuedReply(id);
    this.queue.push(reply);
    return reply;
  }

  private finish(id: string): void {
    if (this.flushed.has(id)) return;
    const queued = this.queue.find((reply) => reply.id === id);
    // A reply that is known but not queued was drained already.
    if (!queued && this.known.has(id)) return;
    this.known.add(id);
    (queued ?? this.enqueue(id)).finished = true;
  }

  private flush(id: string, now: number): void {
    this.flushed.add(id);
    const index = this.queue.findIndex((reply) => reply.id === id);
    const reply = this.queue[index];
    if (!reply) return;
    if (index === 0) this.fadeVoice();
    this.queue.splice(index, 1);
    this.queued -= reply.available;
    this.report({ type: 'flushed', reply: id, samples: reply.played, at: now });
  }

  /** The reply to take samples from, or null for silence up to the end of this render. */
  private nextToSound(space: number, at: number): QueuedReply | null {
    for (let reply = this.queue[0]; reply; reply = this.queue[0]) {
      if (reply.available === 0) {
        this.fadeVoice();
        const superseded = this.queue.length > 1;
        if (!reply.finished && !superseded) {
          if (reply.played > 0 && !this.paused) reply.dryAt ??= at;
          return null;
        }
        this.queue.shift();
        this.report({ type: 'drained', reply: reply.id, samples: reply.played, at });
        continue;
      }
      if (this.paused) return null;
      if (this.sounding) return this.lacksHeadStart(reply) && isQuiet(reply, space) ? null : reply;
      if (this.lacksHeadStart(reply)) return null;
      this.sounding = true;
      this.envelope = 0;
      return reply;
    }
    return null;
  }

  private lacksHeadStart(reply: QueuedReply): boolean {
    if (reply.finished) return false;
    return this.clock - reply.played < reply.earliest + this.jitter.delay;
  }

  private voice(reply: QueuedReply, output: Float32Array, from: number, to: number, at: number): void {
    const first = reply.played === 0;
    for (let i = from; i < to; i++) {
      this.envelope = Math.min(1, this.envelope + 1 / RAMP_SAMPLES);
      this.gain += Math.max(-1, Math.min(1, (this.wantedGain - this.gain) * RAMP_SAMPLES)) / RAMP_SAMPLES;
      const sample = reply.next() * this.envelope * this.gain;
      output[i] = sample;
      this.last = sample;
      this.unreportedPower += sample * sample;
      if (!reply.audible && Math.abs(sample) > AUDIBLE) {
        reply.audible = true;
        this.report({ type: 'audible', reply: reply.id, at: at + (i - from) * MILLISECONDS_PER_SAMPLE });
      }
    }
    this.queued -= to - from;
    this.unreported += to - from;
    if (first || this.unreported >= REPORT_SAMPLES) {
      this.reportPlayed(reply, at + (to - from) * MILLISECONDS_PER_SAMPLE);
    }
  }

  private reportPlayed(reply: QueuedReply, at: number): void {
    const level = Math.sqrt(this.unreportedPower / this.unreported);
    this.unreported = 0;
    this.unreportedPower = 0;
    this.report({ type: 'played', reply: reply.id, samples: reply.played, level, at });
  }

  /** Fades what sounds: the samples to come, taken from nothing, or the last one where none are left. */
  private fadeVoice(): void {
    const reply = this.queue[0];
    if (!this.sounding || !reply) return;
    this.sounding = false;
    const { available } = reply;
    const level = this.envelope * this.gain;
    const held = available > 0 ? reply.peek(available - 1) * level : this.last;
    this.fadeOut.add((ahead) => (ahead < available ? reply.peek(ahead) * level : held));
  }
}

/** Whether nothing can be heard of the next `length` samples. */
function isQuiet(reply: QueuedReply, length: number): boolean {
  const until = Math.min(length, reply.available);
  for (let ahead = 0; ahead < until; ahead++) {
    if (Math.abs(reply.peek(ahead)) > AUDIBLE) return false;
  }
  return true;
}
