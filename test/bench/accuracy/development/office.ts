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
  ],
};
