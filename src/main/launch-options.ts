import type { Problem } from '../shared/problem';

/** What the environment and the command line ask for, checked (README, "Contract for automation"). */
export interface LaunchOptions {
  /** PARLEY_HOME: folder of settings, history and logs; null for the system's own place. */
  readonly home: string | null;
  /** ASSEMBLYAI_API_KEY; used when no key is stored, never written to disk. */
  readonly environmentKey: string | null;
  /** PARLEY_THINK_KEY: the same for the language model server. */
  readonly languageModelKey: string | null;
  /** PARLEY_AGENT_URL: the hosted engine at this address for this run. */
  readonly agentUrl: Address | null;
  /** PARLEY_API_URL: REST base of the hosted engine. */
  readonly apiUrl: Address | null;
  /** --hidden: starts without a window. */
  readonly hidden: boolean;
  /** --no-onboarding: a first start is treated like any other. */
  readonly skipOnboarding: boolean;
  /** PARLEY_IDLE_SECONDS: after how long what is not used is given back, for tests and measurements. */
  readonly idleMs: number | null;
}

/** An address from outside: usable, or refused with the reason. */
export type Address =
  | { readonly ok: true; readonly url: string; readonly loopback: boolean }
  | { readonly ok: false; readonly problem: Problem };

/** The switch of a start without a window; a second launch with it leaves everything as it is. */
export const HIDDEN = '--hidden';

/** Reads the options. Never throws: a bad address becomes a problem told when it would be used. */
export function launchOptions(
  environment: Readonly<Record<string, string | undefined>>,
  words: readonly string[],
): LaunchOptions {
  const text = (name: string) => environment[name]?.trim() || null;
  const agentUrl = text('PARLEY_AGENT_URL');
  const apiUrl = text('PARLEY_API_URL');
  const idleSeconds = Number(text('PARLEY_IDLE_SECONDS') ?? NaN);
  return {
    home: text('PARLEY_HOME'),
    environmentKey: text('ASSEMBLYAI_API_KEY'),
    languageModelKey: text('PARLEY_THINK_KEY'),
    agentUrl: agentUrl === null ? null : readAddress('PARLEY_AGENT_URL', agentUrl, ['wss:', 'ws:']),
    apiUrl: apiUrl === null ? null : readAddress('PARLEY_API_URL', apiUrl, ['https:', 'http:']),
    hidden: words.includes(HIDDEN),
    skipOnboarding: words.includes('--no-onboarding'),
    idleMs: idleSeconds > 0 ? idleSeconds * 1_000 : null,
  };
}

function readAddress(name: string, text: string, [safe, plain]: readonly [string, string]): Address {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== safe && url.protocol !== plain)) {
    return refuse(`The address in ${name} is not an address that begins with ${safe}//.`);
  }
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url.protocol === plain && !loopback) {
    return refuse(`The address in ${name} is not encrypted; ${plain}// is allowed on this computer only.`);
  }
  return { ok: true, url: url.href, loopback };
}

function refuse(sentence: string): Address {
  return {
    ok: false,
    problem: {
      code: 'address_refused',
      sentence,
      next: 'Correct it, or remove it, and start Parley again.',
    },
  };
}
