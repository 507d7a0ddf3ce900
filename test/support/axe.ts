import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds wrong with a page as it stands: one line a rule, with the elements it is about. */
export async function accessibilityViolations(page: Page): Promise<readonly string[]> {
  // Legacy mode runs in the page itself; the other would open a page of its own, which Electron cannot.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
