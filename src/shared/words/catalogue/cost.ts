/** Texts of the cost meter and what it unfolds. */
export const costTexts = [
  'Period',
  'Time',
  'Cost',
  'Cap',
  'Show the costs',
  'Cost of this conversation:',
  'At {dollars} an hour while connected.',
  'no cap',
  'of {amount}',
  'under {amount}',
  'This conversation',
  'Today',
  'Yesterday',
  'This month',
  '{count} lines of the record could not be read; the sums may be too small.',
] as const;
