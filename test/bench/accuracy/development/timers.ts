import { asks, call, either, maybe, says, type CaseGroup } from '../cases';
import { timers as toolset } from '../toolsets/timers';

export const timers: CaseGroup = {
  toolset,
  cases: [
    says('Set a timer for ten minutes.', call('set_timer', { duration_seconds: 600 })),
    says('timer 45 seconds', call('set_timer', { duration_seconds: 45 })),
    says('Could you start a timer for an hour and a half?', call('set_timer', { duration_seconds: 5400 })),
    says(
      'Set a pasta timer for eight minutes.',
      call('set_timer', { duration_seconds: 480, label: 'pasta' }),
    ),
    says('Wake me up at half past six.', call('set_alarm', { time: '06:30', repeat: maybe('once') })),
    says('I need an alarm for 7:15 every weekday.', call('set_alarm', { time: '07:15', repeat: 'weekdays' })),
    says(
      'Set the alarm for 9 AM on weekends, please.',
      call('set_alarm', { time: '09:00', repeat: 'weekends' }),
    ),
    says(
      'Remind me to call the plumber tomorrow at three in the afternoon.',
      call('create_reminder', { text: 'call the plumber', when: '2026-11-19T15:00' }),
    ),
    says(
      'In twenty minutes remind me to take the bread out.',
      call('create_reminder', { text: 'take the bread out', when: '2026-11-18T10:40' }),
    ),
    says(
      "Don't let me forget to water the plants on Friday at 6 PM.",
      call('create_reminder', { text: 'water the plants', when: '2026-11-20T18:00' }),
    ),
    says('How much time is left?', call('list_timers')),
    says('Which timers are running?', call('list_timers')),
    says('Cancel the pasta timer.', call('cancel_timer', { label: 'pasta' })),
    says('Okay, stop the timer.', call('cancel_timer')),
    says('What reminders do I have coming up?', call('list_reminders')),
    asks('Set a timer.', 'set_timer', 'duration_seconds'),
    asks('Can you wake me up tomorrow?', 'set_alarm', 'time'),
    [
      asks('Start a timer for the laundry.', 'set_timer', 'duration_seconds', { label: 'laundry' }),
      says('Forty minutes.', call('set_timer', { duration_seconds: 2400, label: maybe('laundry') })),
    ],
    [
      asks('Remind me to pay the rent.', 'create_reminder', 'when', { text: 'pay the rent' }),
      says('Tomorrow at noon.', call('create_reminder', { text: 'pay the rent', when: '2026-11-19T12:00' })),
    ],
    [
      says('Set a timer for five minutes.', call('set_timer', { duration_seconds: 300 })),
      says('No, make that six minutes.', call('set_timer', { duration_seconds: 360 })),
    ],
    [
      says(
        'Start a three minute timer for the tea.',
        call('set_timer', { duration_seconds: 180, label: either('tea', 'the tea') }),
      ),
      says('Do that again.', call('set_timer', { duration_seconds: 180, label: either('tea', 'the tea') })),
    ],
    says(
      'Set a timer for 20 minutes and remind me to ring Anna at five PM.',
      call('set_timer', { duration_seconds: 1200 }),
      call('create_reminder', { text: 'ring Anna', when: '2026-11-18T17:00' }),
    ),
    says(
      'I want to be reminded of the parents meeting on Thursday at 7 PM.',
      call('create_reminder', { text: 'parents meeting', when: '2026-11-19T19:00' }),
    ),
    says(
      'Can you ping me at quarter to four to pick up the kids?',
      call('create_reminder', { text: 'pick up the kids', when: '2026-11-18T15:45' }),
    ),
    says(
      'In two days at eight in the morning, remind me to put the bins out.',
      call('create_reminder', { text: 'put the bins out', when: '2026-11-20T08:00' }),
    ),
    says(
      'The meat has to rest for six minutes, time that please.',
      call('set_timer', { duration_seconds: 360, label: maybe('meat') }),
    ),
    says('Give me three quarters of an hour.', call('set_timer', { duration_seconds: 2700 })),
    says(
      'I need two and a half minutes for the steak.',
      call('set_timer', { duration_seconds: 150, label: maybe('steak') }),
    ),
    says('Never mind the bread timer, stop it.', call('cancel_timer', { label: 'bread' })),
    says('Is the timer still running?', call('list_timers')),
    says(
      'I have to be up by twenty to five, so wake me then.',
      call('set_alarm', { time: '04:40', repeat: maybe('once') }),
    ),
    says(
      'Every morning at quarter past seven I want the alarm to go off.',
      call('set_alarm', { time: '07:15', repeat: 'daily' }),
    ),
    says('What am I supposed to remember? Tell me my reminders.', call('list_reminders')),
    asks('I want to set an alarm for the weekend.', 'set_alarm', 'time', { repeat: 'weekends' }),
    [
      says('Set an alarm for six.', call('set_alarm', { time: '06:00', repeat: maybe('once') })),
      says(
        'Actually, quarter past six is better.',
        call('set_alarm', { time: '06:15', repeat: maybe('once') }),
      ),
    ],
    says(
      'A timer of fifteen minutes for the potatoes and one of ten for the beans.',
      call('set_timer', { duration_seconds: 900, label: 'potatoes' }),
      call('set_timer', { duration_seconds: 600, label: 'beans' }),
    ),
  ],
};
