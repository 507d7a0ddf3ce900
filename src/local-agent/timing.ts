/** Which rhythm the agent keeps: as quick as it can, or as the hosted service does (protocol.md section 14.2). */
export type TimingName = 'native' | 'hosted';

/** Milliseconds between one step of a session and the next. */
export interface Timing {
  readonly updateToUpdated: number;
  readonly updatedToReady: number;
  readonly readyToGreeting: number;
  /** From `reply.started` to the first audio, at least. */
  readonly startedToAudio: number;
  readonly onset: number;
  /** Onset while a reply is open. */
  readonly onsetOverAgent: number;
  /** Speech needed to interrupt a reply that is heard, unless the client sets `interruption_delay`. */
  readonly interruptionDelay: number;
  readonly pause: number;
  readonly minSilence: number;
  readonly maxSilence: number;
  readonly startedToCall: number;
  readonly callToDone: number;
  readonly resultToReply: number;
  readonly createToReply: number;
  /** From the first audio to the burst of deltas. */
  readonly audioToDeltas: number;
  /** How far audio may be sent ahead of real time. */
  readonly lead: number;
  /** Audio sent at a time. */
  readonly batch: number;
  readonly endToEnded: number;
  readonly endedToClose: number;
  /** Least time between two partial transcripts. */
  readonly partials: number;
}

export const TIMINGS: Readonly<Record<TimingName, Timing>> = {
  native: {
    updateToUpdated: 0,
    updatedToReady: 0,
    readyToGreeting: 0,
    startedToAudio: 0,
    onset: 64,
    onsetOverAgent: 160,
    interruptionDelay: 500,
    pause: 96,
    minSilence: 350,
    maxSilence: 1_200,
    startedToCall: 0,
    callToDone: 0,
    resultToReply: 0,
    createToReply: 0,
    audioToDeltas: 0,
    lead: 300,
    batch: 40,
    endToEnded: 0,
    endedToClose: 0,
    partials: 600,
  },
  hosted: {
    updateToUpdated: 120,
    updatedToReady: 18,
    readyToGreeting: 50,
    startedToAudio: 290,
    onset: 300,
    onsetOverAgent: 300,
    interruptionDelay: 1_100,
    pause: 300,
    minSilence: 900,
    maxSilence: 2_000,
    startedToCall: 700,
    callToDone: 250,
    resultToReply: 60,
    createToReply: 200,
    audioToDeltas: 400,
    lead: 0,
    batch: 10,
    endToEnded: 20,
    endedToClose: 5,
    partials: 600,
  },
};
