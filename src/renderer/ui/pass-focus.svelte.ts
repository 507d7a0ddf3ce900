/** A button that goes once its work is done, and what takes the focus if the button had it. */
interface Passing {
  readonly gone: () => boolean;
  readonly button: () => HTMLElement | undefined;
  readonly heir: () => HTMLElement | undefined;
}

/** Keeps the focus in its place when a button goes. Called as a component is made. */
export function passFocus({ gone, button, heir }: Passing): void {
  let held = false;
  $effect.pre(() => {
    // Asked again just before the button may go.
    void gone();
    const there = button();
    held = there !== undefined && document.activeElement === there;
  });
  $effect(() => {
    if (gone() && held) heir()?.focus();
  });
}
