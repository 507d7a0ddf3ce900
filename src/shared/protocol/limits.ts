/**
 * The numbers of the Voice Agent API that code must respect (protocol.md sections 1.2, 5, 6, 7, 9.4, 11).
 * Times end in their unit; texts are counted in characters.
 */

/** Sample rate in Hz of `audio/pcm`, the only one the service knows. */
export const PCM_SAMPLE_RATE = 24_000;
/** Sample rate in Hz of `audio/pcmu` and `audio/pcma`. */
export const G711_SAMPLE_RATE = 8_000;

/** Entries of `input.keyterms`. */
export const MAX_KEYTERMS = 100;
/** Longer key terms are silently ignored by the service. */
export const MAX_KEYTERM_CHARACTERS = 50;
/** Length of `input.transcription_prompt`. */
export const MAX_TRANSCRIPTION_PROMPT_CHARACTERS = 1_750;

/** Range of `min_silence` and `max_silence`. */
export const SILENCE_MS = { min: 50, max: 10_000 } as const;
/** Range of `interruption_delay`. */
export const INTERRUPTION_DELAY_MS = { min: 0, max: 1_000 } as const;
/** Range of `output.volume`. */
export const VOLUME = { min: 0, max: 100 } as const;

/** Range of a tool's `timeout_seconds`; 120 applies when it is left out. */
export const TOOL_TIMEOUT_SECONDS = { min: 1, max: 300, default: 120 } as const;
/** The service publishes no rule; this length and `[A-Za-z0-9_-]` are safe. */
export const MAX_TOOL_NAME_CHARACTERS = 64;
/** Length of each response instruction of a tool. */
export const MAX_RESPONSE_INSTRUCTION_CHARACTERS = 500;

/** How long a temporary token may open a connection. */
export const TOKEN_LIFETIME_SECONDS = { min: 1, max: 600 } as const;
/** Range of a session's length that may be asked for with a token. */
export const SESSION_LENGTH_SECONDS = { min: 60, max: 10_800 } as const;
/** How long the service keeps, bills and counts a session whose socket was lost. */
export const RESUME_WINDOW_SECONDS = 30;
/** Price of one second of an open session in US dollars: 4.50 an hour. */
export const DOLLARS_PER_SECOND = 0.001_25;
