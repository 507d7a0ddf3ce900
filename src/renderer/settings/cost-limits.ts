import type { LimitRange } from '../ui/limit';
import type { PlainText } from '../../shared/words/catalogue';

/** What main takes for the settings about cost. */
export const costRanges = {
  dollarsPerHour: { min: 0, max: 1_000, whole: false },
  idleSeconds: { min: 15, max: 3_600, whole: true },
  capConversation: { min: 0.01, max: 10_000, whole: false },
  capDay: { min: 0.01, max: 10_000, whole: false },
  capMonth: { min: 0.01, max: 10_000, whole: false },
} as const satisfies Readonly<Record<string, LimitRange>>;

/** The caps as the settings name them. */
export const caps = [
  { name: 'capConversation', label: 'Most for one conversation (US$)', noneOf: 'one conversation', usual: 1 },
  { name: 'capDay', label: 'Most for a day (US$)', noneOf: 'a day', usual: 5 },
  { name: 'capMonth', label: 'Most for a month (US$)', noneOf: 'a month', usual: 50 },
] as const satisfies readonly {
  readonly name: string;
  readonly label: PlainText;
  readonly noneOf: PlainText;
  readonly usual: number;
}[];
