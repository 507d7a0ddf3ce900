import { answered, asks, call, either, maybe, says, type CaseGroup } from '../cases';
import { office as toolset } from '../toolsets/office';

export const office: CaseGroup = {
  toolset,
  cases: [
    says('Am I busy tomorrow?', call('calendar_list_events', { date: '2026-11-19' })),
    says('Which appointments do I have on Monday?', call('calendar_list_events', { date: '2026-11-23' })),
    says("Run me through today's schedule.", call('calendar_list_events', { date: '2026-11-18' })),
    says("What's happening on the 24th of December?", call('calendar_list_events', { date: '2026-12-24' })),
    says('calendar for saturday', call('calendar_list_events', { date: '2026-11-21' })),
    says(
      'Book a call with Jonas for Friday at 4 PM.',
      call('calendar_create_event', { title: 'call with Jonas', start: '2026-11-20T16:00' }),
    ),
    says(
      'Add parents evening to the calendar, tomorrow at 7 PM, ninety minutes.',
      call('calendar_create_event', {
        title: either('parents evening', "parents' evening"),
        start: '2026-11-19T19:00',
        duration_minutes: 90,
      }),
    ),
    says(
      'I have a vet appointment on Tuesday at quarter past ten, please put it in my calendar.',
      call('calendar_create_event', { title: either('vet appointment', 'vet'), start: '2026-11-24T10:15' }),
    ),
    says(
      'Make an event called garage sale for November 28th at 9 AM.',
      call('calendar_create_event', { title: 'garage sale', start: '2026-11-28T09:00' }),
    ),
    says(
      'Schedule a half hour meeting with the architect today at 3 PM.',
      call('calendar_create_event', {
        title: either('meeting with the architect', 'half hour meeting with the architect'),
        start: '2026-11-18T15:00',
        duration_minutes: 30,
      }),
    ),
    says(
      "The book club isn't happening, delete it from my calendar.",
      call('calendar_delete_event', { title: 'book club' }),
    ),
    says(
      'Cancel the interview tomorrow.',
      call('calendar_delete_event', { title: 'interview', date: '2026-11-19' }),
    ),
    says(
      'Take the gym session on Sunday off my calendar.',
      call('calendar_delete_event', { title: 'gym session', date: '2026-11-22' }),
    ),
    says(
      'Compose an email to Fatima: can we move the workshop to May?',
      call('email_draft', { to: 'Fatima', body: 'can we move the workshop to May' }),
    ),
    says(
      'Mail Oliver that the package has arrived.',
      call('email_draft', {
        to: 'Oliver',
        body: either('the package has arrived', 'that the package has arrived'),
      }),
    ),
    says(
      'I need to write to Doctor Weber that I have to cancel the appointment.',
      call('email_draft', {
        to: 'Doctor Weber',
        body: either('I have to cancel the appointment', 'that I have to cancel the appointment'),
      }),
    ),
    says('Did Sofia write to me?', call('email_search', { from: 'Sofia' })),
    says('Look in my mail for the hotel booking.', call('email_search', { query: 'hotel booking' })),
    says('Do I have any unread emails?', call('email_search', { unread: true })),
    says('Find emails from the tax office.', call('email_search', { from: 'tax office' })),
    says('How can I reach Hannah by phone?', call('contacts_lookup', { name: 'Hannah', field: 'phone' })),
    says("I need Ben's email address.", call('contacts_lookup', { name: 'Ben', field: 'email' })),
    says("Look up Aunt Carol's address.", call('contacts_lookup', { name: 'Aunt Carol', field: 'address' })),
    says('When does David have his birthday?', call('contacts_lookup', { name: 'David', field: 'birthday' })),
    says('Find me a free hour tomorrow.', call('find_free_slot', { date: '2026-11-19', minutes: 60 })),
    says(
      'When do I have thirty minutes free on Friday?',
      call('find_free_slot', { date: '2026-11-20', minutes: 30 }),
    ),
    asks('Look up a contact for me.', 'contacts_lookup', 'name'),
    asks('Delete an appointment.', 'calendar_delete_event', 'title'),
    [
      asks('Could you draft an email to Leo?', 'email_draft', 'body', { to: 'Leo' }),
      says('Dinner is at eight.', call('email_draft', { to: 'Leo', body: 'dinner is at eight' })),
    ],
    [
      asks('Schedule a team meeting.', 'calendar_create_event', 'start', { title: 'team meeting' }),
      says(
        'Next Monday at two PM.',
        call('calendar_create_event', { title: 'team meeting', start: '2026-11-23T14:00' }),
      ),
    ],
    [
      says("What's Nora's phone number?", call('contacts_lookup', { name: 'Nora', field: 'phone' })),
      says('And her address?', call('contacts_lookup', { name: 'Nora', field: 'address' })),
    ],
    [
      answered("What's in my diary on Thursday?", call('calendar_list_events', { date: '2026-11-19' }), {
        events: [{ title: 'Budget call' }, { title: 'Haircut' }],
      }),
      says(
        'Delete the first one.',
        call('calendar_delete_event', { title: 'Budget call', date: maybe('2026-11-19') }),
      ),
    ],
    says(
      "Check my calendar for Sunday and see if there's mail from Ingrid.",
      call('calendar_list_events', { date: '2026-11-22' }),
      call('email_search', { from: 'Ingrid' }),
    ),
  ],
};
