import { t } from '../words.svelte';

/** Whole seconds until then, never negative. Both in epoch milliseconds. */
export function secondsUntil(then: number, now: number): number {
  return Math.max(0, Math.ceil((then - now) / 1_000));
}

/** What the bar counts down. */
export function hangUpText(seconds: number): string {
  return t('Closing in {seconds} s to save cost.', { seconds });
}

/** What a screen reader says once, when the hang-up is announced. */
export function hangUpAnnouncement(seconds: number): string {
  return t('The conversation closes in {count} seconds to save cost. Press any key to keep talking.', {
    count: seconds,
  });
}

/** Keys that are pressed on the way to another window, or change the sound, do not show that someone is here. */
const OTHER_KEYS =
  /^(Shift|Control|Alt|AltGraph|Meta|Fn|FnLock|Hyper|Super|(Caps|Num|Scroll)Lock|Audio.*|Media.*|Brightness.*|Launch.*|Browser.*|F\d+|Unidentified)$/;

/** What is told of a key press. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
}

/**
 * Whether a key press calls an announced hang-up off: any key does that a person presses in this window on its own,
 * wherever the focus is. A held key counts once.
 */
export function callsOff({ key, ctrlKey, altKey, metaKey, repeat }: KeyPress): boolean {
  return !repeat && !ctrlKey && !altKey && !metaKey && !OTHER_KEYS.test(key);
}

/**
 * Whether the press would also press what has the focus. It must not: after a start by keyboard that is "End
 * conversation", and who wants to stay would end.
 */
export function pressesFocused(key: string, focusedTag: string | null): boolean {
  return (key === 'Enter' || key === ' ') && ['BUTTON', 'SUMMARY', 'A'].includes(focusedTag ?? '');
}
