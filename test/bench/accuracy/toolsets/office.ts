import type { Toolset } from '../cases';
import { text, tool, whole } from './schema';

/** Calendar, mail and contacts. */
export const office: Toolset = {
  name: 'office',
  tools: [
    tool('calendar_create_event', 'Create an event in the calendar.', {
      title: text("Title of the event, e.g. 'Dentist' or 'Lunch with Priya'."),
      start: text('Start of the event, local date and time, ISO 8601.', { format: 'date-time' }),
      'duration_minutes?': whole('Length in minutes.', { default: 60 }),
    }),
    tool('calendar_list_events', "Lists what is in the user's calendar on a day: meetings, appointments.", {
      date: text('The day, YYYY-MM-DD.', { format: 'date' }),
    }),
    tool('calendar_delete_event', 'Removes an event from the calendar.', {
      title: text('Title of the event to cancel.'),
      'date?': text('Its day, YYYY-MM-DD.', { format: 'date' }),
    }),
    tool('email_draft', 'Drafts an e-mail for the user to check; nothing is sent.', {
      to: text('Name of the person it goes to.', { examples: ['Priya', 'Doctor Weber'] }),
      body: text('What the mail should say.'),
      'subject?': text('Subject line.'),
    }),
    tool('email_search', 'Search the mailbox', {
      'from?': text('Name of the sender.'),
      'query?': text('Words that the mail contains.'),
      'unread?': { type: 'boolean', description: 'Only mail that was not read yet.' },
    }),
    tool('contacts_lookup', 'Looks up phone number or address of a contact.', {
      name: text('Name of the contact.'),
      'field?': { type: 'string', enum: ['phone', 'email', 'address', 'birthday'] },
    }),
    tool('find_free_slot', 'Finds a gap in the calendar that is long enough.', {
      date: text('Day to look at, YYYY-MM-DD.', { format: 'date' }),
      minutes: whole('How long the gap must be.'),
    }),
  ],
  heldOutOnly: ['find_free_slot'],
};
