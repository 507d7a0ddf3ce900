/** Sentences about what was deleted, imported and exported. */
export const keptThingsTexts = [
  '{whatWords}: they could not be read.',
  '{count} conversations were deleted.',
  '{number} could not be deleted: {reasonWords}',
  '{whatWords}: deleted.',
  '{whatWords}: still there. {reasonWords}',
  'Please try again.',
  'The record of what Parley did',
  'Copies kept for undoing',
  'Notes, to-do list and reminders',
  'The recordings of the name',
  'The file comes from a newer Parley; what this one knows can be taken.',
  'This Parley does not know: {names}.',
  'These do not fit and are left out: {names}.',
  'These belong to the other computer and are left out: {whatWords}.',
  '{count} settings were taken over.',
] as const;
