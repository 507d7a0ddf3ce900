import type { OverlayBridge, WindowBridge } from '../shared/ipc';

/** What the stores need of main; tests bring their own. */
export type { OverlayBridge, WindowBridge };

/**
 * The bridge that the preload has put on the page.
 * Throws when there is none: the page was opened outside Parley.
 */
export function windowBridge(): WindowBridge {
  return bridgeOf<WindowBridge>();
}

/** The same for the overlay's page, which may ask for less. */
export function overlayBridge(): OverlayBridge {
  return bridgeOf<OverlayBridge>();
}

function bridgeOf<Given>(): Given {
  const { parley } = globalThis as { readonly parley?: Given };
  if (!parley) throw new Error('This page works inside Parley only.');
  return parley;
}

/** The plain sentence of a refused or failed request. */
export function sentenceOf(error: unknown): string {
  const sentence = error instanceof Error ? error.message.trim() : '';
  return sentence || 'That did not work. Please try again.';
}
