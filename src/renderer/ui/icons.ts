/** Outline icons on a 24 × 24 grid, as the data of one SVG path each. */
export const iconPaths = {
  microphone: 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3ZM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21',
  'microphone-off':
    'M9 9v2a3 3 0 0 0 4.6 2.5M15 10.5V6a3 3 0 0 0-5.8-1M5.5 11a6.5 6.5 0 0 0 10.4 5.2M18.1 13a6.5 6.5 0 0 0 .4-2M12 17.5V21M4 4l16 16',
  talk: 'M4 10v4M8 6.5v11M12 3.5v17M16 7.5v9M20 10v4',
  end: 'M6 6l12 12M18 6L6 18',
  stop: 'M8 7h8a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1Z',
  settings:
    'M4 7h9M17 7h3M4 17h3M11 17h9M17 7a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM11 17a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
  send: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  close: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  folder:
    'M3.5 7a1.5 1.5 0 0 1 1.5-1.5h4l2 2.5h8a1.5 1.5 0 0 1 1.5 1.5v7.5a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 17V7Z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  alert: 'M12 8.5v4.5M12 16.5v.01M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Z',
  dash: 'M6 12h12',
  actions: 'M4 6.5l1.5 1.5L8 5M4 12.5L5.5 14 8 11M4 18.5L5.5 20 8 17M11.5 6.5H20M11.5 12.5H20M11.5 18.5H20',
  history: 'M4 12a8 8 0 1 1 2.4 5.7M4 12V7.5M4 12l3-2.5M12 8v4.5l3 2',
  back: 'M19 12H5M11 6l-6 6 6 6',
  edit: 'M4.5 19.5l.9-3.9L16 5l3 3L8.4 18.6l-3.9.9ZM13.5 7.5l3 3',
  copy: 'M9 9h10v10H9ZM5.5 15H5V5h10v.5',
  play: 'M8 5.5v13l10.5-6.5L8 5.5Z',
  open: 'M13 5h6v6M19 5l-8.5 8.5M17 14v4a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h4',
  chevron: 'M9 6l6 6-6 6',
  agents:
    'M7 9h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2ZM12 9V5M12 5v-.01M9 13.5v1M15 13.5v1M2.5 13v2M21.5 13v2',
} as const;

export type IconName = keyof typeof iconPaths;
