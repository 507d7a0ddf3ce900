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
      .map(
        (element) =>
          `${element.tagName} ${element.className}: ${element.scrollWidth} > ${element.clientWidth}`,
      ),
  );
}
