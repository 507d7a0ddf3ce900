import type { Manner } from './speakers';

/** A name, and what sounds much like it. */
export interface Phrase {
  readonly name: string;
  /** Says that only this name is to be measured. */
  readonly flag: `--${string}`;
  readonly nearMisses: readonly string[];
}

/** Names that somebody may choose; the second is the one of the figures that were known before. */
export const PHRASES: readonly Phrase[] = [
  {
    name: 'hey parley',
    flag: '--parley',
    nearMisses: [
      ...[
        'hey barley',
        'hey charlie',
        'hey harley',
        'parsley',
        'hey marley',
        'barely',
        'hey party',
        'hey polly',
      ],
      ...['hey carly', 'partly cloudy', 'they are early', 'hey bradley', 'a parlour game', 'parliament'],
    ],
  },
  {
    name: 'hey nova',
    flag: '--nova',
    nearMisses: [
      ...[
        'hey noah',
        'hey november',
        'no verb',
        'hey over',
        'hey nobody',
        'hey nora',
        'I know her',
        'hey rover',
      ],
      ...['hey no way', 'casanova', 'hey nolan', 'supernova'],
    ],
  },
  {
    name: 'computer wake up',
    flag: '--computer',
    nearMisses: [
      ...['computer shut down', 'commuter wake up', 'compute the sum', 'wake up', 'competitor', 'computer'],
      ...['come pick her up', 'communist makeup'],
    ],
  },
];

/** Three recordings as a person makes them, one after the other. */
export const ENROLLED: readonly Manner[] = [
  { speed: 0.95 },
  { speed: 1, pitch: 30 },
  { speed: 1.08, pitch: -30 },
];

/** How it is said later: rate-varied with sox, and on another day's pitch. */
export const SAID: readonly Manner[] = [0.8, 0.9, 1, 1.12, 1.25].flatMap((tempo) =>
  [-90, 0, 90].map((pitch) => ({ tempo, pitch })),
);

/** Everyday speech of the person's own voice. */
export const EVERYDAY = [
  'Open the downloads folder and list the five newest files.',
  'Remind me to call the dentist tomorrow at three thirty in the afternoon.',
  'Okay so we should probably leave before the traffic gets bad, do you not think so?',
  'Hey, have you seen my keys anywhere? I thought I left them on the kitchen table.',
  'The quarterly report shows that revenue grew by eleven percent over last year.',
  'No, over there, next to the hardware store. Yes, hey, wait for me!',
  'In parliament today the party leaders argued partly about the price of barley.',
  'Can you hear me now? Hello? I think the connection dropped again.',
  'November is a novel month for people who know how to cover over a clever computer.',
  'The weather tomorrow will be partly cloudy with a light breeze from the west.',
] as const;
