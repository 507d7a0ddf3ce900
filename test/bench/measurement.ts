import type { Bench } from './bench';

/** One line of the table. Figures are milliseconds unless `other` or the name says otherwise. */
export interface Row {
  readonly measurement: string;
  readonly p50: number | null;
  readonly p99: number | null;
  /** The worst, and what else was counted, in words. */
  readonly other: string;
  readonly target: string;
  /** Null where no target holds yet. */
  readonly met: boolean | null;
}

/** What a measurement found. */
export interface Findings {
  readonly rows: readonly Row[];
  /** The single figures behind the rows, for whoever wants to look closer. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** Something that `npm run bench` measures. */
export interface Measurement {
  /** For the command line, and the name of its JSON file. */
  readonly name: string;
  /** Command-line flags that it understands. */
  readonly flags?: readonly string[];
  /** False when it starts no app: then neither screen nor sound card is needed. */
  readonly needsDesktop?: false;
  /** Runs only when its name is given: it changes more than artifacts. */
  readonly onlyByName?: true;
  readonly run: (bench: Bench, flags: ReadonlySet<string>) => Promise<Findings>;
}
