import { asks, call, either, maybe, says, type CaseGroup, type IdleGroup } from '../cases';
import { timers } from '../toolsets/timers';
import { notes } from '../toolsets/notes';
import { home } from '../toolsets/home';

/** More phrasings for the tools of the development set. */
export const household: readonly CaseGroup[] = [
  {
    toolset: timers,
    cases: [
      says('Count down from twelve minutes.', call('set_timer', { duration_seconds: 720 })),
      says(
        'The rice needs fifteen minutes, start a timer.',
        call('set_timer', { duration_seconds: 900, label: maybe('rice') }),
      ),
      says('Ping me in half an hour.', call('set_timer', { duration_seconds: 1800 })),
      says(
        "I'd like to be woken at ten to seven.",
        call('set_alarm', { time: '06:50', repeat: maybe('once') }),
      ),
      says('Get me up at five thirty every day.', call('set_alarm', { time: '05:30', repeat: 'daily' })),
      says(
        'On Monday at nine I have to call the bank, remind me.',
        call('create_reminder', {
          text: either('call the bank', 'I have to call the bank'),
          when: '2026-11-23T09:00',
        }),
      ),
      says(
        'Can you remind me tonight at eight that the laundry is still in the machine?',
        call('create_reminder', {
          text: either('the laundry is still in the machine', 'laundry is still in the machine'),
          when: '2026-11-18T20:00',
        }),
      ),
      says('How long until the pasta is ready?', call('list_timers')),
      says("Kill the timer, dinner's ready.", call('cancel_timer')),
      says('The eggs are done, you can stop their timer.', call('cancel_timer', { label: maybe('eggs') })),
      [
        says('Set a timer for ten minutes.', call('set_timer', { duration_seconds: 600 })),
        says('Make it fifteen.', call('set_timer', { duration_seconds: 900 })),
      ],
      [
        says('Wake me at seven.', call('set_alarm', { time: '07:00', repeat: maybe('once') })),
        says('Sorry, I meant eight.', call('set_alarm', { time: '08:00', repeat: maybe('once') })),
      ],
      [
        asks('Put an alarm on.', 'set_alarm', 'time'),
        says('Quarter to six.', call('set_alarm', { time: '05:45', repeat: maybe('once') })),
      ],
      says('Put ten minutes on the clock.', call('set_timer', { duration_seconds: 600 })),
      says(
        'I put a cake in the oven, tell me when forty minutes are over.',
        call('set_timer', { duration_seconds: 2400, label: maybe('cake') }),
      ),
      says('Could I have a timer for two hours?', call('set_timer', { duration_seconds: 7200 })),
      says(
        'Alarm at six fifteen tomorrow morning please.',
        call('set_alarm', { time: '06:15', repeat: maybe('once') }),
      ),
      says(
        'I want to be woken up at eight on weekdays.',
        call('set_alarm', { time: '08:00', repeat: 'weekdays' }),
      ),
      says(
        'Remind me on the first of December at noon to send the invoice.',
        call('create_reminder', { text: 'send the invoice', when: '2026-12-01T12:00' }),
      ),
      says(
        "I mustn't forget to take my pills at ten tonight.",
        call('create_reminder', { text: 'take my pills', when: '2026-11-18T22:00' }),
      ),
      says(
        'In an hour and a half, remind me that the film starts.',
        call('create_reminder', { text: 'the film starts', when: '2026-11-18T11:50' }),
      ),
      says('Forget about the laundry timer.', call('cancel_timer', { label: 'laundry' })),
      says('Tell me my reminders.', call('list_reminders')),
    ],
  },
  {
    toolset: notes,
    cases: [
      says(
        "Write this down: the plumber's number is on the fridge.",
        call('add-note', { text: "the plumber's number is on the fridge" }),
      ),
      says(
        "I'd like you to note that the meter stands at 4711.",
        call('add-note', { text: either('the meter stands at 4711', 'meter stands at 4711') }),
      ),
      says(
        'Take down that Julia is allergic to nuts.',
        call('add-note', { text: 'Julia is allergic to nuts' }),
      ),
      says('What did I write about the insurance?', call('search-notes', { query: 'insurance' })),
      says('Show me my notes on the garden.', call('search-notes', { query: 'garden' })),
      says('Is there anything in my notes about passwords?', call('search-notes', { query: 'passwords' })),
      says('Throw away the note titled holiday plans.', call('delete-note', { title: 'holiday plans' })),
      says(
        'I no longer need the note old addresses, delete it please.',
        call('delete-note', { title: 'old addresses' }),
      ),
      says(
        'I need to buy light bulbs, stick that on my list.',
        call('add-todo', { task: 'buy light bulbs' }),
      ),
      says(
        'Put water the plants on my list for Friday.',
        call('add-todo', { task: 'water the plants', due: '2026-11-20' }),
      ),
      says(
        "Remember that I have to return the library books, it's urgent, so high priority, on my to-do list.",
        call('add-todo', { task: 'return the library books', priority: 'high' }),
      ),
      says(
        'I already bought the stamps, cross that off.',
        call('complete-todo', {
          task: either('buy the stamps', 'bought the stamps', 'stamps', 'buy stamps'),
        }),
      ),
      says('Tick off clean the windows.', call('complete-todo', { task: 'clean the windows' })),
      says("What's left to do?", call('list-todos', { status: maybe('open') })),
      says('Read my tasks to me.', call('list-todos', { status: maybe('open') })),
      [
        says('Add milk to my to-do list.', call('add-todo', { task: 'milk' })),
        says('And bread as well.', call('add-todo', { task: 'bread' })),
      ],
      [
        asks('Make a note.', 'add-note', 'text'),
        says(
          'The code for the garage is 1234.',
          call('add-note', {
            text: either('The code for the garage is 1234', 'code for the garage is 1234'),
          }),
        ),
      ],
      says('Note to self: order new contact lenses.', call('add-note', { text: 'order new contact lenses' })),
      says(
        'Please save a note saying that the gate code changed.',
        call('add-note', { text: either('the gate code changed', 'gate code changed') }),
      ),
      says(
        'Look through my notes for the name of the wine.',
        call('search-notes', { query: either('name of the wine', 'the name of the wine', 'wine') }),
      ),
      says(
        "I'm searching for a note on mortgages.",
        call('search-notes', { query: either('mortgages', 'note on mortgages') }),
      ),
      says(
        'You can delete the note Christmas presents.',
        call('delete-note', { title: 'Christmas presents' }),
      ),
      says(
        'I have to call the tax office, add it to my list for next Monday.',
        call('add-todo', { task: 'call the tax office', due: '2026-11-23' }),
      ),
      says('My list needs one more item: wash the car.', call('add-todo', { task: 'wash the car' })),
      says('Book the flights is done.', call('complete-todo', { task: 'book the flights' })),
      says("I'm done with wash the car.", call('complete-todo', { task: 'wash the car' })),
      says("Show me everything that's still open on my list.", call('list-todos', { status: maybe('open') })),
      says('What have I finished already?', call('list-todos', { status: 'done' })),
    ],
  },
  {
    toolset: home,
    cases: [
      says(
        "It's getting dark, put the lights on in the office.",
        call('switch_light', { room: 'office', state: 'on' }),
      ),
      says(
        'Nobody is in the bathroom, so switch off the light there.',
        call('switch_light', { room: 'bathroom', state: 'off' }),
      ),
      says('Lights out in the bedroom.', call('switch_light', { room: 'bedroom', state: 'off' })),
      says(
        'Make the kitchen brighter, eighty percent.',
        call('dim_light', { room: 'kitchen', brightness: 80 }),
      ),
      says(
        'The living room lamp at half brightness, fifty percent.',
        call('dim_light', { room: 'living_room', brightness: 50 }),
      ),
      says("I'm freezing, turn the heating up to 23.", call('set_thermostat', { temperature: 23 })),
      says(
        'The office should be nineteen degrees.',
        call('set_thermostat', { temperature: 19, room: 'office' }),
      ),
      says(
        'What does the thermometer in the bedroom say?',
        call('read_sensor', { room: 'bedroom', quantity: 'temperature' }),
      ),
      says(
        'How good is the air in the office?',
        call('read_sensor', { room: 'office', quantity: 'air_quality' }),
      ),
      says(
        'Did I lock the back door? Lock it to be safe.',
        call('lock_door', { door: 'back door', action: 'lock' }),
      ),
      says(
        'The postman is coming, unlock the front door for him.',
        call('lock_door', { door: 'front door', action: 'unlock' }),
      ),
      says('Time for bed, good night scene.', call('activate_scene', { scene: 'good_night' })),
      says('Switch to the dinner scene.', call('activate_scene', { scene: 'dinner' })),
      [
        says('Turn off the light in the hallway.', call('switch_light', { room: 'hallway', state: 'off' })),
        says('The kitchen too, please.', call('switch_light', { room: 'kitchen', state: 'off' })),
      ],
      [
        says('Dim the bedroom to 20 percent.', call('dim_light', { room: 'bedroom', brightness: 20 })),
        says('No, 30.', call('dim_light', { room: 'bedroom', brightness: 30 })),
      ],
      [
        says(
          'How humid is it in the kitchen?',
          call('read_sensor', { room: 'kitchen', quantity: 'humidity' }),
        ),
        says('And how warm?', call('read_sensor', { room: 'kitchen', quantity: 'temperature' })),
      ],
      says(
        'Could we have some light in the hallway?',
        call('switch_light', { room: 'hallway', state: 'on' }),
      ),
      says(
        "I'm going to sleep, bedroom light off please.",
        call('switch_light', { room: 'bedroom', state: 'off' }),
      ),
      says(
        'The lights in the kitchen are still on, turn them off.',
        call('switch_light', { room: 'kitchen', state: 'off' }),
      ),
      says(
        'Bring the living room lights to a quarter, twenty five percent.',
        call('dim_light', { room: 'living_room', brightness: 25 }),
      ),
      says(
        "It's cold in the bathroom, heat it to 22 degrees.",
        call('set_thermostat', { temperature: 22, room: 'bathroom' }),
      ),
      says('Lower the temperature to seventeen.', call('set_thermostat', { temperature: 17 })),
      says(
        'Tell me the humidity of the bedroom.',
        call('read_sensor', { room: 'bedroom', quantity: 'humidity' }),
      ),
      says('Please make sure the garage is locked.', call('lock_door', { door: 'garage', action: 'lock' })),
      says('Open up the back door.', call('lock_door', { door: 'back door', action: 'unlock' })),
      says('Start movie night.', call('activate_scene', { scene: 'movie_night' })),
    ],
  },
];

export const householdIdle: readonly IdleGroup[] = [
  {
    toolset: timers,
    said: [
      'The timer on the oven is broken.',
      'I set my alarm but it never rang.',
      'Reminders drive me crazy, honestly.',
      'Ten minutes later he was gone.',
      'We waited for half an hour in the rain.',
      'He wakes up at five every day.',
    ],
  },
  {
    toolset: notes,
    said: [
      'I made a note of it yesterday.',
      'Her list of complaints was endless.',
      'That task took me all weekend.',
      'You have to finish your homework first, sweetie.',
    ],
  },
  {
    toolset: home,
    said: [
      'The light in this photo is beautiful.',
      'My bedroom is smaller than yours.',
      'Somebody locked the door from the inside.',
      'It was eighteen degrees when we left.',
      'The office closes at six.',
    ],
  },
];
