import type { Page } from '@playwright/test';

/** Texts that a person cannot see whole: hidden by the edge of what holds them, or beyond the window's sides. */
export function cutOffTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const own = [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '',
        );
        if (!own || element.closest('.visually-hidden, pre, option') || !element.checkVisibility())
          return false;
        const { left, right, width } = element.getBoundingClientRect();
        const { overflowX, overflowY } = getComputedStyle(element);
        const beyond = width > 0 && (left < -1 || right > window.innerWidth + 1);
        const wide = overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
        const high = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1;
        return beyond || wide || high;
      })
      .map(
        (element) => `${element.tagName} ${element.className}: ${element.textContent!.trim().slice(0, 40)}`,
      ),
  );
}
