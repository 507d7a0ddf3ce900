/** Id of the element of a card. */
export const cardElementId = (id: string): string => `approval-${id}`;

/** Gives a card the focus and brings its beginning into view: what is asked stands there. */
export function focusCard(id: string): void {
  const card = document.getElementById(cardElementId(id));
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'start' });
}
