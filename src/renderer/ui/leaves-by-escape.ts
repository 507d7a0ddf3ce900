/** An attachment: Escape inside the element leaves it alone, not the whole sheet around it. */
export function leavesByEscape(leave: () => void): (element: HTMLElement) => () => void {
  return (element) => {
    const onkeydown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      leave();
    };
    element.addEventListener('keydown', onkeydown);
    return () => element.removeEventListener('keydown', onkeydown);
  };
}
