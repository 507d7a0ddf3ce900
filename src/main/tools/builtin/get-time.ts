import { z } from 'zod';
import { findZone } from '../time/find-zone';
import { spokenClock, spokenDate } from '../time/spoken-when';
import { inZone, isoDate, isoTime } from '../time/zoned';
import { defineTool, type ToolContext, type ToolResult } from '../tool';

/** Time and date here or anywhere in the world. */
export const tool = defineTool({
  name: 'get_time',
  description:
    'Tells the current time and date when the user asks what time, day or date it is, here or in another place. Returns local time in 24 hours, date, weekday, time zone and UTC offset in hours and minutes.',
  group: 'time',
  class: 'read',
  parameters: z.object({
    place: z
      .string()
      .trim()
      .max(80)
      .optional()
      .describe("City, country or time zone; leave out for here, e.g. 'Tokyo'.")
      .meta({ examples: ['Tokyo', 'Germany', 'San Francisco', 'America/New_York'] }),
  }),
  run: ({ place }, context) => Promise.resolve(timeIn(place ?? '', context)),
});

function timeIn(place: string, context: ToolContext): ToolResult {
  if (/^(|here|home|local|locally|local time|my (place|city|location)|now)$/iu.test(place)) {
    return tell(context.now(), context.timeZone, null);
  }
  const found = findZone(place);
  switch (found.kind) {
    case 'zone':
      return tell(context.now(), found.timeZone, found.spoken);
    case 'several':
      return {
        ok: false,
        error: `${found.spoken} has several time zones, for example those of ${found.cities}.`,
        hint: 'Ask which city is meant.',
      };
    case 'unknown':
      return {
        ok: false,
        error: `No time zone is known for "${place}".`,
        hint: 'Ask for a large city nearby or the country.',
      };
  }
}

function tell(now: Date, timeZone: string, place: string | null): ToolResult {
  const local = inZone(now, timeZone);
  const where = place === null ? '' : ` in ${place}`;
  return {
    ok: true,
    say: `It is ${spokenClock(local)}${where}, ${spokenDate(local)}.`,
    data: {
      ...(place === null ? {} : { place }),
      time: isoTime(local),
      date: isoDate(local),
      weekday: local.weekday,
      time_zone: timeZone,
      utc_offset: local.offset,
    },
  };
}
