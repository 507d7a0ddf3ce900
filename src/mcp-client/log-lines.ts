import type { Readable } from 'node:stream';
import { oneLine } from './clean-text';

const MOST_LINE = 400;
/** Lines kept between two deliveries; what comes faster is counted only. */
const MOST_LINES = 100;
const DELIVER_MS = 200;
/** A stream is read no faster than this; a server that prints more has to wait. */
const MOST_BYTES = 64_000;

/** Gathers what a server prints and delivers it as lines, a few times a second at most. */
export class LogLines {
  private lines: string[] = [];
  private dropped = 0;
  private rest = '';
  private read = 0;
  private clock: ReturnType<typeof setTimeout> | null = null;
  private paused: Readable | null = null;

  constructor(private readonly deliver: (lines: readonly string[]) => void) {}

  /** Takes in what the stream brings, until it ends. */
  follow(stream: Readable): void {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      this.text(text);
      this.read += text.length;
      if (this.read < MOST_BYTES) return;
      this.paused = stream;
      stream.pause();
    });
    stream.on('end', () => this.end());
    stream.on('error', () => this.end());
  }

  /** One line of our own or of a notification. */
  add(line: string): void {
    const seen = oneLine(line, MOST_LINE);
    if (seen === '') return;
    if (this.lines.length < MOST_LINES) this.lines.push(seen);
    else this.dropped += 1;
    this.clock ??= setTimeout(() => this.flush(), DELIVER_MS);
  }

  /** Delivers what is there now. */
  flush(): void {
    if (this.clock) clearTimeout(this.clock);
    this.clock = null;
    if (this.dropped > 0) this.lines.push(`(${this.dropped} more lines)`);
    const { lines, paused } = this;
    this.lines = [];
    this.dropped = 0;
    this.read = 0;
    this.paused = null;
    if (lines.length > 0) this.deliver(lines);
    paused?.resume();
  }

  private text(text: string): void {
    const [first = '', ...others] = text.split('\n');
    this.rest = (this.rest + first).slice(0, MOST_LINE * 4);
    for (const next of others) {
      this.add(this.rest);
      this.rest = next.slice(0, MOST_LINE * 4);
    }
    // A stream that is paused must be resumed even if it brought no whole line.
    this.clock ??= setTimeout(() => this.flush(), DELIVER_MS);
  }

  private end(): void {
    this.add(this.rest);
    this.rest = '';
    this.flush();
  }
}
