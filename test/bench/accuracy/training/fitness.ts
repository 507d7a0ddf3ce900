import { answered, asks, call, either, maybe, says } from '../cases';
import { choice, text, tool, whole } from '../toolsets/schema';
import { domain } from './domain';

const tools = [
  tool('log_workout', 'Adds a finished workout to the training diary.', {
    activity: choice(['running', 'cycling', 'swimming', 'yoga', 'weights', 'walking']),
    minutes: whole('How long it lasted, in minutes.', { minimum: 1 }),
  }),
  tool('start_activity', 'Starts recording an activity with GPS and heart rate.', {
    activity: choice(['running', 'cycling', 'swimming', 'yoga', 'weights', 'walking']),
  }),
  tool('stop_activity', 'Ends the recording that is running and saves it.'),
  tool('log_weight', 'Records the body weight of the user.', {
    kilograms: { type: 'number', description: 'Weight in kilograms.' },
  }),
  tool('log_water', 'Records that the user drank water.', {
    'millilitres?': whole('Amount in millilitres; a glass is 250.', { default: 250 }),
  }),
  tool('get_steps', 'Tells how many steps the user has walked.', {
    'period?': choice(['today', 'yesterday', 'this_week', 'this_month']),
  }),
  tool('set_step_goal', 'Changes the daily step goal.', { steps: whole('Steps per day.') }),
  tool('sleep_report', 'Summarises how the user slept.', {
    'date?': text('Which night, as YYYY-MM-DD.', { format: 'date' }),
  }),
  tool('log_meal', 'Writes down something the user ate.', {
    food: text('What was eaten, e.g. "porridge".'),
    'meal?': choice(['breakfast', 'lunch', 'dinner', 'snack']),
  }),
];

export const fitness = domain(
  'fitness',
  tools,
  [
    says('I just did forty minutes of yoga.', call('log_workout', { activity: 'yoga', minutes: 40 })),
    says('Log a one hour bike ride.', call('log_workout', { activity: 'cycling', minutes: 60 })),
    says(
      'Add twenty five minutes of swimming to my diary.',
      call('log_workout', { activity: 'swimming', minutes: 25 }),
    ),
    says(
      'Put down half an hour of running for me, would you?',
      call('log_workout', { activity: 'running', minutes: 30 }),
    ),
    says('Start a run.', call('start_activity', { activity: 'running' })),
    says("I'm going for a walk, track it.", call('start_activity', { activity: 'walking' })),
    says('Record my swim.', call('start_activity', { activity: 'swimming' })),
    says("Let's start lifting weights.", call('start_activity', { activity: 'weights' })),
    says("I'm done, stop recording.", call('stop_activity')),
    says('End the workout.', call('stop_activity')),
    says('Okay, finish the run and save it.', call('stop_activity')),
    says('I weigh 72.5 kilos today.', call('log_weight', { kilograms: 72.5 })),
    says('My weight this morning was 81 kilograms.', call('log_weight', { kilograms: 81 })),
    says('Weight, 68 kilos.', call('log_weight', { kilograms: 68 })),
    says('I drank half a litre of water.', call('log_water', { millilitres: 500 })),
    says('One glass of water.', call('log_water', { millilitres: maybe(250) })),
    says('Log 300 millilitres of water.', call('log_water', { millilitres: 300 })),
    says('How many steps have I done today?', call('get_steps', { period: 'today' })),
    says('Steps yesterday?', call('get_steps', { period: 'yesterday' })),
    says('Did I walk a lot this week?', call('get_steps', { period: 'this_week' })),
    says("What's my step count?", call('get_steps', { period: maybe('today') })),
    says('Make my goal nine thousand steps.', call('set_step_goal', { steps: 9000 })),
    says('I want to walk 12000 steps a day from now on.', call('set_step_goal', { steps: 12000 })),
    says('Raise the step goal to ten thousand.', call('set_step_goal', { steps: 10000 })),
    says('How did I sleep?', call('sleep_report')),
    says(
      'How well did I sleep last night?',
      call('sleep_report', { date: maybe('2026-11-17', '2026-11-18') }),
    ),
    says('Show me my sleep for Monday.', call('sleep_report', { date: '2026-11-16' })),
    says(
      'I had scrambled eggs for breakfast.',
      call('log_meal', { food: 'scrambled eggs', meal: 'breakfast' }),
    ),
    says('Lunch was a cheese sandwich.', call('log_meal', { food: 'cheese sandwich', meal: 'lunch' })),
    says(
      'Note that I ate a banana as a snack.',
      call('log_meal', { food: either('banana', 'a banana'), meal: 'snack' }),
    ),
    says('I ate two slices of pizza.', call('log_meal', { food: 'two slices of pizza' })),
    asks('Log a workout.', 'log_workout', ['activity', 'minutes']),
    asks('I did some cycling, write it down.', 'log_workout', 'minutes', { activity: 'cycling' }),
    asks('Change my step goal.', 'set_step_goal', 'steps'),
    [
      asks('Log my weight please.', 'log_weight', 'kilograms'),
      says('Seventy nine.', call('log_weight', { kilograms: 79 })),
    ],
    [
      answered('How many steps did I take this month?', call('get_steps', { period: 'this_month' }), {
        steps: 201340,
      }),
      says('And this week?', call('get_steps', { period: 'this_week' })),
    ],
    says(
      'Stop the recording and log a glass of water.',
      call('stop_activity'),
      call('log_water', { millilitres: maybe(250) }),
    ),
  ],
  [
    'My brother runs a small bakery.',
    'We are running late again.',
    'That weighs a ton.',
    'The gym was packed on Saturday.',
    'Do you want to go swimming with us on Sunday?',
    'She sleeps like a log.',
    'Watch your step, the floor is wet.',
    'He lost a lot of weight after the operation.',
    'Bring me a glass of water, honey.',
    'I could eat a horse.',
    'Next step is getting the permit.',
    'Have you ever tried yoga?',
  ],
);
