import { asks, call, either, maybe, says, type CaseGroup } from '../cases';
import { timers as toolset } from '../toolsets/timers';

export const timers: CaseGroup = {
  toolset,
  cases: [
    says('Set the timer to a quarter of an hour.', call('set_timer', { duration_seconds: 900 })),
    says('Count down ninety seconds for me.', call('set_timer', { duration_seconds: 90 })),
    says('I need a timer, 25 minutes please.', call('set_timer', { duration_seconds: 1500 })),
    says('Timer for two hours.', call('set_timer', { duration_seconds: 7200 })),
    says(
      'Set an egg timer for four and a half minutes.',
      call('set_timer', { duration_seconds: 270, label: either('egg', 'eggs') }),
    ),
    says('Let me know when half an hour is up.', call('set_timer', { duration_seconds: 1800 })),
    says(
      'Start a twelve minute timer for the rice, will you?',
      call('set_timer', { duration_seconds: 720, label: 'rice' }),
    ),
    says('The laundry timer, get rid of it.', call('cancel_timer', { label: 'laundry' })),
    says('Turn that timer off.', call('cancel_timer')),
    says("I don't need the pizza timer anymore.", call('cancel_timer', { label: 'pizza' })),
    says('How long until my timer goes off?', call('list_timers', {})),
    says('Do I have any timers going?', call('list_timers')),
    says('Give the timer another five minutes.', call('add_time_to_timer', { minutes: 5 })),
    says(
      'Add ten more minutes to the oven timer.',
      call('add_time_to_timer', { minutes: 10, label: 'oven' }),
    ),
    says(
      'Please remind me at 8 PM to feed the cat.',
      call('create_reminder', { text: 'feed the cat', when: '2026-11-18T20:00' }),
    ),
    says(
      'I have to take my pills in an hour, remind me please.',
      call('create_reminder', {
        text: either('take my pills', 'take pills', 'pills'),
        when: '2026-11-18T11:20',
      }),
    ),
    says(
      'Set a reminder for Saturday at ten in the morning to wash the car.',
      call('create_reminder', { text: 'wash the car', when: '2026-11-21T10:00' }),
    ),
    says(
      'Could you remind me on November 30th at 4 PM that the rent is due?',
      call('create_reminder', {
        text: either('the rent is due', 'that the rent is due'),
        when: '2026-11-30T16:00',
      }),
    ),
    says(
      'Remind me in three days at noon to check the tires.',
      call('create_reminder', { text: 'check the tires', when: '2026-11-21T12:00' }),
    ),
    says('What did I ask you to remind me of?', call('list_reminders')),
    says('Read me my reminders.', call('list_reminders')),
    says('Get me up at quarter to seven.', call('set_alarm', { time: '06:45', repeat: maybe('once') })),
    says('I want to be woken at 5:50 every day.', call('set_alarm', { time: '05:50', repeat: 'daily' })),
    says('alarm eight thirty', call('set_alarm', { time: either('08:30', '20:30'), repeat: maybe('once') })),
    says(
      'Set an alarm for ten past six on weekdays.',
      call('set_alarm', { time: '06:10', repeat: 'weekdays' }),
    ),
    asks('I need an alarm.', 'set_alarm', 'time'),
    [
      asks('Could you start a countdown?', 'set_timer', 'duration_seconds'),
      says('Uh, seven minutes.', call('set_timer', { duration_seconds: 420 })),
    ],
    [
      asks('Remind me to buy a birthday present.', 'create_reminder', 'when', {
        text: 'buy a birthday present',
      }),
      says(
        'On Friday at half past five in the afternoon.',
        call('create_reminder', { text: 'buy a birthday present', when: '2026-11-20T17:30' }),
      ),
    ],
    [
      says('Set the alarm for seven AM.', call('set_alarm', { time: '07:00', repeat: maybe('once') })),
      says('Sorry, I meant half past seven.', call('set_alarm', { time: '07:30', repeat: maybe('once') })),
    ],
    [
      says('Set a timer for thirty seconds.', call('set_timer', { duration_seconds: 30 })),
      says('Once more, please.', call('set_timer', { duration_seconds: 30 })),
    ],
    says(
      'Wake me at six and remind me at nine AM to ring the bank.',
      call('set_alarm', { time: '06:00', repeat: maybe('once') }),
      call('create_reminder', { text: 'ring the bank', when: '2026-11-19T09:00' }),
    ),
  ],
};
