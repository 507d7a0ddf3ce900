import { answered, asks, call, either, maybe, says, type CaseGroup } from '../cases';
import { office as toolset } from '../toolsets/office';

export const office: CaseGroup = {
  toolset,
  cases: [
    says("What's on my calendar today?", call('calendar_list_events', { date: '2026-11-18' })),
    says('Do I have any meetings tomorrow?', call('calendar_list_events', { date: '2026-11-19' })),
    says('What does Friday look like?', call('calendar_list_events', { date: '2026-11-20' })),
    says(
      'Put dentist in my calendar for Monday at nine in the morning.',
      call('calendar_create_event', { title: 'dentist', start: '2026-11-23T09:00' }),
    ),
    says(
      'Schedule lunch with Priya tomorrow at 12:30 for 45 minutes.',
      call('calendar_create_event', {
        title: 'lunch with Priya',
        start: '2026-11-19T12:30',
        duration_minutes: 45,
      }),
    ),
    says(
      'I have a meeting called budget review on December 3rd at 2 PM, add it.',
      call('calendar_create_event', { title: 'budget review', start: '2026-12-03T14:00' }),
    ),
    says(
      'Cancel the yoga class on Thursday.',
      call('calendar_delete_event', { title: either('yoga class', 'yoga'), date: '2026-11-19' }),
    ),
    says('Remove team lunch from my calendar.', call('calendar_delete_event', { title: 'team lunch' })),
    says(
      "Write an email to Priya saying that I'll be ten minutes late.",
      call('email_draft', {
        to: 'Priya',
        body: either("I'll be ten minutes late", "that I'll be ten minutes late"),
      }),
    ),
    says(
      'Draft a mail to Tom: the keys are under the mat.',
      call('email_draft', { to: 'Tom', body: 'the keys are under the mat' }),
    ),
    says('Any unread mail from Doctor Weber?', call('email_search', { from: 'Doctor Weber', unread: true })),
    says(
      'Search my inbox for the flight confirmation.',
      call('email_search', { query: 'flight confirmation' }),
    ),
    says("What's Maria's phone number?", call('contacts_lookup', { name: 'Maria', field: 'phone' })),
    says(
      'Where does Uncle Joe live? I need his address.',
      call('contacts_lookup', { name: 'Uncle Joe', field: 'address' }),
    ),
    says("When is Lena's birthday?", call('contacts_lookup', { name: 'Lena', field: 'birthday' })),
    asks('Create an event.', 'calendar_create_event', ['title', 'start']),
    asks('I want to write an email to my boss.', 'email_draft', 'body', { to: 'boss' }),
    [
      asks('Put haircut in the calendar.', 'calendar_create_event', 'start', { title: 'haircut' }),
      says('Saturday at 11.', call('calendar_create_event', { title: 'haircut', start: '2026-11-21T11:00' })),
    ],
    [
      says("What's on tomorrow?", call('calendar_list_events', { date: '2026-11-19' })),
      says('And on Saturday?', call('calendar_list_events', { date: '2026-11-21' })),
    ],
    [
      answered('Show me my appointments for Friday.', call('calendar_list_events', { date: '2026-11-20' }), {
        events: [{ title: 'Stand-up' }, { title: 'Physio' }, { title: 'Wine tasting' }],
      }),
      says(
        'Cancel the last one.',
        call('calendar_delete_event', { title: 'Wine tasting', date: maybe('2026-11-20') }),
      ),
    ],
    says('Have I got something on this Sunday?', call('calendar_list_events', { date: '2026-11-22' })),
    says('Tell me about my day.', call('calendar_list_events', { date: '2026-11-18' })),
    says('What did I plan for the first of December?', call('calendar_list_events', { date: '2026-12-01' })),
    says(
      "I'm meeting Clara for coffee on Friday at ten in the morning, note it in the calendar.",
      call('calendar_create_event', {
        title: either('coffee with Clara', 'meeting Clara for coffee', 'meeting with Clara', 'coffee'),
        start: '2026-11-20T10:00',
      }),
    ),
    says(
      'Block two hours for painting on Saturday at 1 PM.',
      call('calendar_create_event', { title: 'painting', start: '2026-11-21T13:00', duration_minutes: 120 }),
    ),
    says('Drop the piano lesson from my calendar.', call('calendar_delete_event', { title: 'piano lesson' })),
    says(
      'The barbecue on Saturday is off, cancel it.',
      call('calendar_delete_event', { title: 'barbecue', date: '2026-11-21' }),
    ),
    says(
      'Let Anna know by email that the train is delayed.',
      call('email_draft', { to: 'Anna', body: either('the train is delayed', 'that the train is delayed') }),
    ),
    says(
      'Email to Robert. Thanks for the lovely evening.',
      call('email_draft', { to: 'Robert', body: 'thanks for the lovely evening' }),
    ),
    says('Did I get anything from Mark?', call('email_search', { from: 'Mark' })),
    says('Which mails have I not read yet?', call('email_search', { unread: true })),
    says(
      "What's the number of my dentist, Doctor Singh?",
      call('contacts_lookup', { name: 'Doctor Singh', field: 'phone' }),
    ),
    says(
      'Can you give me the email address of Julia?',
      call('contacts_lookup', { name: 'Julia', field: 'email' }),
    ),
    asks('I need to look up a phone number.', 'contacts_lookup', 'name', { field: 'phone' }),
    [
      says("What's Peter's address?", call('contacts_lookup', { name: 'Peter', field: 'address' })),
      says('And his phone number?', call('contacts_lookup', { name: 'Peter', field: 'phone' })),
    ],
    says(
      "What's on my calendar on Monday, and do I have new mail from Eva?",
      call('calendar_list_events', { date: '2026-11-23' }),
      call('email_search', { from: 'Eva', unread: maybe(true) }),
    ),
  ],
};
