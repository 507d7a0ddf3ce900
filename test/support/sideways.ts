import type { Page } from '@playwright/test';

/** What can be scrolled sideways, by tag and class; code excepted, whose lines may be long. */
export function sidewaysScrollers(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { overflowX, display } = getComputedStyle(element);
        const scrolls = element === document.documentElement || ['auto', 'scroll'].includes(overflowX);
        return (
          scrolls &&
          display !== 'inline' &&
          element.tagName !== 'PRE' &&
          element.scrollWidth > element.clientWidth
        );
      })
      .map((element) => {
        const { left, right } = element.getBoundingClientRect();
        const beyond = [...element.querySelectorAll('*')].filter((inner) => {
          const box = inner.getBoundingClientRect();
          return box.width > 1 && (box.right > right + 1 || box.left < left - 1);
        });
        const names = beyond.slice(0, 3).map((inner) => `${inner.tagName} ${inner.className}`);
        return `${element.tagName} ${element.className}: ${element.scrollWidth} > ${element.clientWidth} by ${names.join(', ')}`;
      }),
  );
}
