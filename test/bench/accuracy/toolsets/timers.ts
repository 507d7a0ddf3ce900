import type { Toolset } from '../cases';
import { choice, text, tool, whole } from './schema';

/** Timers, alarms and reminders. */
export const timers: Toolset = {
  name: 'timers',
  tools: [
    tool('set_timer', 'Starts a countdown timer. Use when the user wants to be alerted after a duration.', {
      duration_seconds: whole('Length of the timer in seconds, e.g. 300 for five minutes.', { minimum: 1 }),
      'label?': text('What the timer is for, if the user says so.', { examples: ['pasta', 'laundry'] }),
    }),
    tool('cancel_timer', 'Stops a running timer before it ends.', {
      'label?': text("Which timer, e.g. 'pasta'. Leave out to cancel the only one."),
    }),
    tool('list_timers', 'Tells which timers are running and how much time is left on each.'),
    tool('create_reminder', 'Creates a reminder that notifies the user about something at a given time.', {
      text: text("What to be reminded of, e.g. 'call Sam'."),
      when: text('Date and time of the reminder in ISO 8601.', { format: 'date-time' }),
    }),
    tool('list_reminders', 'Lists the upcoming reminders.'),
    tool('set_alarm', 'Sets an alarm clock to wake the user up at a time of the day.', {
      time: text('Local time in 24-hour format HH:MM, e.g. 07:30.', { pattern: '^[0-2][0-9]:[0-5][0-9]$' }),
      'repeat?': choice(['once', 'daily', 'weekdays', 'weekends'], 'How often the alarm rings.'),
    }),
    tool('add_time_to_timer', 'Extends a running timer.', {
      minutes: { type: 'number', description: 'How many minutes to add.' },
      'label?': text('Which timer.'),
    }),
  ],
  heldOutOnly: ['add_time_to_timer'],
};
