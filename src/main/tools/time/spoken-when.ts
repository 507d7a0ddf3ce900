import { dayNumber, inZone, type ZonedTime } from './zoned';

const WORDS = [
  ...[
    'twelve',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'],
];

/** "ten past three in the afternoon", "noon", "a quarter to twelve at night". */
export function spokenClock({ hour, minute }: ZonedTime): string {
  if (minute === 0 && hour === 0) return 'midnight';
  if (minute === 0 && hour === 12) return 'noon';
  const part = partOfDay(hour);
  const named = hourWord(minute > 30 ? hour + 1 : hour);
  if (minute === 0) return `${named} o'clock ${part}`;
  if (minute === 30) return `half past ${named} ${part}`;
  return minute < 30
    ? `${minutesWord(minute)} past ${named} ${part}`
    : `${minutesWord(60 - minute)} to ${named} ${part}`;
}

/** "Saturday the 21st of November". */
export function spokenDate({ weekday, day, monthName }: ZonedTime): string {
  return `${weekday} the ${ordinal(day)} of ${monthName}`;
}

/** When something happened, as said aloud: "just now", "yesterday", "on Monday", "on the 3rd of May 2024". */
export function spokenWhen(moment: Date, now: Date, timeZone: string): string {
  const minutes = Math.floor((now.getTime() - moment.getTime()) / 60_000);
  if (minutes >= 0 && minutes < 2) return 'just now';
  if (minutes >= 2 && minutes < 60) return `${minutes} minutes ago`;
  const [then, today] = [inZone(moment, timeZone), inZone(now, timeZone)];
  const days = dayNumber(today) - dayNumber(then);
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days > 1 && days < 7) return `on ${then.weekday}`;
  const date = `on the ${ordinal(then.day)} of ${then.monthName}`;
  return then.year === today.year ? date : `${date} ${then.year}`;
}

function hourWord(hour: number): string {
  return WORDS[hour % 12] ?? String(hour);
}

function minutesWord(minutes: number): string {
  if (minutes === 15) return 'a quarter';
  if (minutes % 5 === 0) return numberWord(minutes);
  return `${numberWord(minutes)} minute${minutes === 1 ? '' : 's'}`;
}

function numberWord(value: number): string {
  if (value === 0) return 'zero';
  return WORDS[value] ?? `twenty-${WORDS[value - 20]}`;
}

function partOfDay(hour: number): string {
  if (hour < 1 || hour >= 21) return 'at night';
  if (hour < 12) return 'in the morning';
  return hour < 18 ? 'in the afternoon' : 'in the evening';
}

function ordinal(day: number): string {
  const last = day % 10;
  if (last === 1 && day !== 11) return `${day}st`;
  if (last === 2 && day !== 12) return `${day}nd`;
  return last === 3 && day !== 13 ? `${day}rd` : `${day}th`;
}
