import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { accessibilityViolations } from '../axe';
import { cutOffTexts } from '../cut-off';
import { sidewaysScrollers } from '../sideways';
import type { Stage } from './stage';
import type { View } from './view';

/** Pictures of everything are kept here, for who wants to look. */
const PICTURES = process.env['PARLEY_PICTURES'];

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>;

/** How people have their system look. */
const looks: Readonly<Record<string, Media>> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'more contrast': { colorScheme: 'light', contrast: 'more' },
  'high contrast': { colorScheme: 'dark', forcedColors: 'active' },
};
const plain: Media = { colorScheme: null, contrast: null, forcedColors: null, reducedMotion: null };

/** Nothing that axe finds in any look, nothing that high contrast takes away, and nothing that moves unasked. */
export async function looksRight(page: Page, { name, part }: View): Promise<void> {
  await page.evaluate(noteShapes);
  const dialog = await page.evaluate(markTopDialog);
  const looked = part ?? (dialog ? '[data-top]' : undefined);
  for (const [look, media] of Object.entries(looks)) {
    await page.emulateMedia({ ...plain, ...media, reducedMotion: 'reduce' });
    await picture(page, `${name}, ${look}`);
    const scope = { ...(looked && { part: looked }), coloursOnly: look !== 'light' };
    expect.soft(await accessibilityViolations(page, scope), `${name}, ${look}`).toEqual([]);
  }
  expect.soft(await page.evaluate(lostShapes), `${name}: what high contrast takes away`).toEqual([]);
  expect.soft(await page.evaluate(moving), `${name}: what moves`).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  expect.soft(over, `${name}: the page as a whole scrolls`).toBeLessThanOrEqual(0);
  await page.emulateMedia(plain);
}

/** Everything is there: nothing to scroll sideways, no text cut off, every control whole and on top. */
export async function fits({ app, page }: Stage, name: string): Promise<void> {
  if (PICTURES) {
    // Playwright's own picture takes no account of the size that is set.
    const frame = await app.electron.browserWindow(page);
    const png = await frame.evaluate(async (shown) => (await shown.webContents.capturePage()).toDataURL());
    writeFileSync(fileOf(name), Buffer.from(png.split(',')[1]!, 'base64'));
  }
  expect.soft(await sidewaysScrollers(page), `${name}: to scroll sideways`).toEqual([]);
  expect.soft(await cutOffTexts(page), `${name}: cut off`).toEqual([]);
  expect.soft(await page.evaluate(outOfReach), `${name}: out of reach`).toEqual([]);
}

async function picture(page: Page, name: string): Promise<void> {
  // The overlay's page is hidden here: nothing is drawn of it.
  if (PICTURES && page.url().endsWith('/window.html')) await page.screenshot({ path: fileOf(name) });
}

const fileOf = (name: string) => join(PICTURES ?? '', `${name.replaceAll(' ', '-')}.png`);

/** Runs in the page: marks the modal dialog on top; false where there is none. */
function markTopDialog(): boolean {
  const top = [...document.querySelectorAll<HTMLElement>('dialog[open]')].at(-1);
  if (top) top.dataset['top'] = '';
  return top !== undefined;
}

/** Runs in the page: remembers what is drawn by a background alone, to be looked for again by {@link lostShapes}. */
function noteShapes(): void {
  const shapes = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    const empty = element.childElementCount === 0 && element.textContent === '';
    const drawn = !/^(rgba\(.*, 0\)|transparent)$/.test(getComputedStyle(element).backgroundColor);
    return (
      empty && drawn && width >= 2 && height >= 2 && !element.matches('input, textarea, meter, progress')
    );
  });
  Object.assign(window, { shapes });
}

/** Runs in the page, in forced colours: shapes that cannot be seen any more, and controls without an outline. */
function lostShapes(): readonly string[] {
  const { shapes } = window as unknown as { readonly shapes: readonly HTMLElement[] };
  const nameOf = (element: Element) =>
    `${element.tagName} ${element.getAttribute('class') ?? ''} ${element.textContent?.trim().slice(0, 30) ?? ''}`;
  const canvas = getComputedStyle(document.documentElement).backgroundColor;
  const bordered = (element: Element) => {
    const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(element);
    return borderTopStyle !== 'none' && parseFloat(borderTopWidth) >= 1 && !/, 0\)$/.test(borderTopColor);
  };
  const unseen = shapes.filter((shape) => {
    const { backgroundColor } = getComputedStyle(shape);
    const filled = backgroundColor !== canvas && !/, 0\)$/.test(backgroundColor);
    return shape.isConnected && !filled && !bordered(shape);
  });
  const controls = [...document.querySelectorAll('button, select, textarea, input.field')].filter(
    (control) => {
      const { textDecorationLine } = getComputedStyle(control);
      // What fills a row of a list has the row's lines.
      const row = control.parentElement?.tagName === 'LI';
      return control.checkVisibility() && !bordered(control) && !row && textDecorationLine === 'none';
    },
  );
  return [...unseen, ...controls].map(nameOf);
}

/** Runs in the page: what is in motion. */
function moving(): readonly string[] {
  return document
    .getAnimations()
    .filter(({ playState }) => playState === 'running')
    .map(({ effect }) => (effect as KeyframeEffect).target?.className ?? '');
}

/** Runs in the page: controls that cannot be brought into sight, or lie under something else. */
function outOfReach(): readonly string[] {
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
  const lost: string[] = [];
  for (const control of dialog.querySelectorAll<HTMLElement>(
    'button, input, select, textarea, summary, a[href]',
  )) {
    if (!control.checkVisibility({ visibilityProperty: true })) continue;
    control.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const { left, right, top, bottom } = control.getBoundingClientRect();
    // Of a control that is higher than what holds it, the part in sight.
    let [above, below] = [Math.max(0, top), Math.min(innerHeight, bottom)];
    for (let holder = control.parentElement; holder; holder = holder.parentElement) {
      if (getComputedStyle(holder).overflowY === 'visible') continue;
      const box = holder.getBoundingClientRect();
      [above, below] = [Math.max(above, box.top), Math.min(below, box.bottom)];
    }
    const [x, y] = [(left + right) / 2, (above + below) / 2];
    const hit = document.elementFromPoint(x, y);
    const label = control.closest('label') ?? (control as HTMLInputElement).labels?.[0];
    // What unfolds over the rest goes when it is left.
    const passing = hit?.closest('details[open] > .panel, [role="listbox"]') ?? null;
    const reached =
      hit !== null && (control.contains(hit) || label?.contains(hit) || hit.contains(control) || passing);
    const wide = left < -1 || right > innerWidth + 1;
    if (reached && !wide) continue;
    const name = control.getAttribute('aria-label') ?? control.textContent?.trim().slice(0, 40);
    lost.push(
      `${control.tagName} ${name}: ${wide ? 'beyond the side' : `under ${hit?.tagName} ${hit?.className}`}`,
    );
  }
  return lost;
}
