import type { FoundSetting } from './find';

/** A setting with the control that changes it. */
export interface ShownSetting extends FoundSetting {
  readonly control: HTMLElement;
}

/** What changes a setting or leads to it. Round buttons belong to entries of lists. */
const CONTROLS = 'input, select, textarea, button:not(.round), summary';

/** The settings that are on the page now, in its order, read from what a screen reader is told. */
export function settingsIn(content: HTMLElement): readonly ShownSetting[] {
  return [...content.querySelectorAll<HTMLElement>('section')].flatMap((section) => {
    const heading = section.querySelector<HTMLElement>('h3');
    const title = textOf(heading);
    const about = textOf(section.querySelector('h3 + p'));
    const settings = [...section.querySelectorAll<HTMLElement>(CONTROLS)].map((control) => ({
      section: title,
      name: nameOf(control),
      explanation: textOf(...describing(control)),
      control,
    }));
    const named = settings.filter(({ name }) => name !== '' && name !== title);
    return heading ? [{ section: title, name: title, explanation: about, control: heading }, ...named] : [];
  });
}

/** Shows a setting and gives it the focus; what is folded around it unfolds. */
export function goTo({ control }: ShownSetting): void {
  for (let fold = control.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) {
    fold.open = true;
  }
  const isHeading = control.tagName === 'H3';
  // A heading takes the focus for this once, so that the next Tab goes on from there.
  if (isHeading) control.tabIndex = -1;
  control.scrollIntoView({ block: isHeading ? 'start' : 'center' });
  control.focus({ preventScroll: true });
}

function nameOf(control: HTMLElement): string {
  const label = control.getAttribute('aria-label');
  if (label !== null) return label;
  if ('labels' in control) {
    const labels = control.labels as NodeListOf<HTMLElement> | null;
    if (labels?.[0]) return textOf(labels[0]);
  }
  return control.matches('button, summary') ? textOf(control) : '';
}

const describing = (control: HTMLElement): readonly (HTMLElement | null)[] =>
  (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter(Boolean)
    .map((id) => document.getElementById(id));

const textOf = (...elements: readonly (Element | null)[]): string =>
  elements
    .map((element) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(' ');
