import type { Stage } from './stage';

/** Something that a person sees. */
export interface View {
  readonly name: string;
  /** The components that it is there for; their parts go along. */
  readonly shows: readonly string[];
  /** Brings it onto the screen, whole, from an empty conversation. */
  readonly show: (stage: Stage) => Promise<unknown>;
  /** What of it is looked at where the rest is another view; of modal dialogs it is the one on top in any case. */
  readonly part?: string;
}
