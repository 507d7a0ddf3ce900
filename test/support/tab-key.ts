import type { Locator, Page } from '@playwright/test';

/** More than there are controls in any view. */
const MOST_STOPS = 320;

/** Presses Tab until the control has the focus; fails where that never comes. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${String(control)}`);
}

/** One control on the way of the Tab key. */
interface Stop {
  readonly name: string;
  /** The focused element, or what stands for it, looks other than without focus. */
  readonly visible: boolean;
}

/** Goes round with Tab until the first control comes again, there and back; fails where the way has no end. */
export async function walk(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  await page.evaluate(() => {
    for (const walked of document.querySelectorAll<HTMLElement>('[data-walked]'))
      delete walked.dataset['walked'];
  });
  for (let count = 0; count < MOST_STOPS; count += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(focusedStop);
    if (stop === null) continue;
    if (stop.again) return stops;
    stops.push(stop);
  }
  throw new Error(`Tab does not come round: ${stops.map(({ name }) => name).join(', ')}`);
}

/** Whether the focused element, or what stands for it, looks other than without focus. */
export function focusIsVisible(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return [element, element?.closest('label')].some((shown) => {
      if (!shown) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(shown);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    });
  });
}

/** Runs in the page; null where the page itself has the focus. `again`: this control had it before. */
function focusedStop(): (Stop & { readonly again: boolean }) | null {
  const element = document.activeElement as HTMLElement | null;
  if (!element || element === document.body) return null;
  const label = (element as HTMLInputElement).labels?.[0]?.textContent;
  const name = element.getAttribute('aria-label') ?? label ?? element.textContent ?? '';
  const drawn = [element, element.closest('label')].some((shown) => {
    if (!shown) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(shown);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
  const dialog = element.closest('dialog')?.open ? 'dialog' : 'page';
  const again = element.dataset['walked'] === dialog;
  element.dataset['walked'] = dialog;
  return { name: name.trim(), visible: drawn, again };
}
