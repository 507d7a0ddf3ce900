import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The rules of axe whose answer can be another one in other colours. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What of a page is looked at: a part of it, and by the rules of colours only. */
interface Scope {
  readonly part?: string;
  readonly coloursOnly?: boolean;
}

/** What axe finds wrong with a page as it stands: one line a rule, with the elements it is about. */
export async function accessibilityViolations(
  page: Page,
  { part, coloursOnly = false }: Scope = {},
): Promise<readonly string[]> {
  // Legacy mode runs in the page itself; the other would open a page of its own, which Electron cannot.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (part !== undefined) axe.include(part);
  if (coloursOnly) axe.withRules(OF_COLOURS);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, any }) => `${target.join(' ')} (${any[0]?.message ?? ''})`).join(', ')}`,
  );
}
