import type { Page } from '@playwright/test';

/**
 * Watches a page for clicks. What it resolves to gives the time of the latest one, once: that of the input event, in
 * epoch milliseconds, before any handler. Rejects when there was none since the last time it was asked.
 */
export async function watchClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(recordClicks);
  return async () => {
    const at = await page.evaluate(takeClick);
    if (at === null) throw new Error('The window saw no click.');
    return at;
  };
}

/** Runs in the page. */
function recordClicks(): void {
  window.addEventListener(
    'click',
    ({ timeStamp }) => Object.assign(window, { clickedAt: performance.timeOrigin + timeStamp }),
    { capture: true },
  );
}

/** Runs in the page. */
function takeClick(): number | null {
  const { clickedAt = null } = window as unknown as { readonly clickedAt?: number | null };
  Object.assign(window, { clickedAt: null });
  return clickedAt;
}
