import { asks, call, either, maybe, says, type CaseGroup, type IdleGroup } from '../cases';
import { files } from '../toolsets/files';
import { music } from '../toolsets/music';
import { office } from '../toolsets/office';
import { errands } from '../toolsets/errands';
import { developer } from '../toolsets/developer';

/** More phrasings for the tools of the development set. */
export const desk: readonly CaseGroup[] = [
  {
    toolset: files,
    cases: [
      says("Show me what's on the desktop.", call('list_files', { folder: 'desktop' })),
      says(
        'What are the biggest files in downloads?',
        call('list_files', { folder: 'downloads', order: 'largest' }),
      ),
      says("I'm trying to find my passport scan.", call('search_files', { words: 'passport scan' })),
      says('Do I have anything on solar panels?', call('search_files', { words: 'solar panels' })),
      says(
        'Which of my files mention the word inheritance?',
        call('search_files', { words: either('inheritance', 'the word inheritance', 'word inheritance') }),
      ),
      says('Display the floor plan.', call('open_item', { item: 'floor plan' })),
      says(
        'I want to see my photos folder.',
        call('open_item', { item: either('photos', 'photos folder'), kind: maybe('folder') }),
      ),
      says('Read out the letter from the bank.', call('read_text_file', { file: 'letter from the bank' })),
      says('Tell me what the readme says.', call('read_text_file', { file: 'readme' })),
      says("What's the time in Sydney now?", call('get_time', { place: 'Sydney' })),
      says('What day is it today?', call('get_time')),
      says('List my documents.', call('list_files', { folder: 'documents' })),
      says(
        'Which files are in the music folder?',
        call('list_files', { folder: either('music', 'music folder') }),
      ),
      says('I lost my birth certificate, find it.', call('search_files', { words: 'birth certificate' })),
      says(
        'Can you locate the warranty for the fridge?',
        call('search_files', { words: 'warranty for the fridge' }),
      ),
      says('Show me the garden plan on the screen.', call('open_item', { item: 'garden plan' })),
      says("I'd like to see the wedding photos.", call('open_item', { item: 'wedding photos' })),
      says("What's written in my diary?", call('read_text_file', { file: 'diary' })),
      says('Read the file called instructions to me.', call('read_text_file', { file: 'instructions' })),
    ],
  },
  {
    toolset: music,
    cases: [
      says(
        "I'd like some classical music.",
        call('playMusic', { query: either('classical music', 'some classical music', 'classical') }),
      ),
      says('Let me hear Bohemian Rhapsody.', call('playMusic', { query: 'Bohemian Rhapsody' })),
      says(
        'Play songs by Adele in random order.',
        call('playMusic', { query: either('songs by Adele', 'Adele'), shuffle: true }),
      ),
      says('Stop the music for a moment.', call('pausePlayback')),
      says('Go on playing.', call('resumePlayback')),
      says("I've heard this one too often, next.", call('skipTrack', { direction: 'next' })),
      says('Back to the last song.', call('skipTrack', { direction: 'previous' })),
      says("It's too loud, set it to fifteen percent.", call('setVolume', { percent: 15 })),
      says('Volume to 60.', call('setVolume', { percent: 60 })),
      says('What am I listening to?', call('getCurrentTrack')),
      says('Which band is this?', call('getCurrentTrack')),
      says('Can I have some Beatles?', call('playMusic', { query: either('Beatles', 'some Beatles') })),
      says(
        'Start the playlist Sunday morning.',
        call('playMusic', { query: either('Sunday morning', 'playlist Sunday morning') }),
      ),
      says(
        'Play my favourites shuffled.',
        call('playMusic', { query: either('favourites', 'my favourites'), shuffle: true }),
      ),
      says('Hold the music please.', call('pausePlayback')),
      says('You can play on now.', call('resumePlayback')),
      says('One song back.', call('skipTrack', { direction: 'previous' })),
      says('Another song please.', call('skipTrack', { direction: 'next' })),
      says('Put the volume at ten percent.', call('setVolume', { percent: 10 })),
      says("What's playing?", call('getCurrentTrack')),
    ],
  },
  {
    toolset: office,
    cases: [
      says('Am I free on Thursday?', call('calendar_list_events', { date: '2026-11-19' })),
      says('What have I got on today?', call('calendar_list_events', { date: '2026-11-18' })),
      says("Read me tomorrow's appointments.", call('calendar_list_events', { date: '2026-11-19' })),
      says(
        "I'm seeing the dentist on Tuesday at four in the afternoon, put that in my calendar.",
        call('calendar_create_event', {
          title: either('dentist', 'seeing the dentist', 'the dentist'),
          start: '2026-11-24T16:00',
        }),
      ),
      says(
        'Add team meeting on the 30th of November at 10 AM for ninety minutes.',
        call('calendar_create_event', {
          title: 'team meeting',
          start: '2026-11-30T10:00',
          duration_minutes: 90,
        }),
      ),
      says(
        'New appointment: haircut, Friday at 5 PM.',
        call('calendar_create_event', { title: 'haircut', start: '2026-11-20T17:00' }),
      ),
      says(
        'Scrap the lunch with Priya tomorrow.',
        call('calendar_delete_event', { title: 'lunch with Priya', date: '2026-11-19' }),
      ),
      says(
        "I can't make it to the budget review, cancel it.",
        call('calendar_delete_event', { title: 'budget review' }),
      ),
      says(
        "Drop Tom a mail: I'll be there at six.",
        call('email_draft', { to: 'Tom', body: "I'll be there at six" }),
      ),
      says(
        'Write to Priya that the contract is signed.',
        call('email_draft', { to: 'Priya', body: 'the contract is signed' }),
      ),
      says(
        'Find the mail from Anna about the concert.',
        call('email_search', { from: 'Anna', query: 'concert' }),
      ),
      says('Has Paul written to me?', call('email_search', { from: 'Paul' })),
      says('Do I have unread mail?', call('email_search', { unread: true })),
      says("I need Maria's address.", call('contacts_lookup', { name: 'Maria', field: 'address' })),
      says(
        "What's the email of Doctor Weber?",
        call('contacts_lookup', { name: 'Doctor Weber', field: 'email' }),
      ),
      says('How can I reach Lena by phone?', call('contacts_lookup', { name: 'Lena', field: 'phone' })),
      asks('Set up a meeting with Paul.', 'calendar_create_event', 'start', { title: 'meeting with Paul' }),
      says("What's happening on Friday?", call('calendar_list_events', { date: '2026-11-20' })),
      says(
        'Which appointments do I have on the 24th of November?',
        call('calendar_list_events', { date: '2026-11-24' }),
      ),
      says(
        'Make an appointment with Doctor Weber for Thursday at 3 PM.',
        call('calendar_create_event', {
          title: either('appointment with Doctor Weber', 'Doctor Weber'),
          start: '2026-11-19T15:00',
        }),
      ),
      says(
        'Book breakfast with Lena for half an hour on Sunday at 10 AM.',
        call('calendar_create_event', {
          title: 'breakfast with Lena',
          start: '2026-11-22T10:00',
          duration_minutes: 30,
        }),
      ),
      says(
        "The stand-up tomorrow won't happen, take it out of my calendar.",
        call('calendar_delete_event', { title: either('stand-up', 'the stand-up'), date: '2026-11-19' }),
      ),
      says(
        'Send Anna an email that the parcel has arrived.',
        call('email_draft', { to: 'Anna', body: 'the parcel has arrived' }),
      ),
      says(
        'Mail Paul the following: see you on Monday.',
        call('email_draft', { to: 'Paul', body: 'see you on Monday' }),
      ),
      says('Look in my mailbox for the hotel booking.', call('email_search', { query: 'hotel booking' })),
      says('Any mail from my landlord?', call('email_search', { from: 'landlord' })),
      says(
        'Give me the phone number of Uncle Joe.',
        call('contacts_lookup', { name: 'Uncle Joe', field: 'phone' }),
      ),
      says('When was Maria born?', call('contacts_lookup', { name: 'Maria', field: 'birthday' })),
    ],
  },
  {
    toolset: errands,
    cases: [
      says('Do I need an umbrella in Hamburg?', call('get_weather', { city: 'Hamburg' })),
      says('How cold is it in Moscow?', call('get_weather', { city: 'Moscow' })),
      says(
        'Is it going to snow in Oslo on Friday?',
        call('get_forecast', { city: 'Oslo', date: '2026-11-20' }),
      ),
      says("We're out of butter, put some in the cart.", call('add_to_cart', { item: 'butter' })),
      says(
        "I'd like six bottles of water in my cart.",
        call('add_to_cart', { item: either('bottles of water', 'water'), quantity: 6 }),
      ),
      says('Throw the chips out of the cart.', call('remove_from_cart', { item: 'chips' })),
      says('What have I got in my basket?', call('show_cart')),
      says('My order is 771204, where is it?', call('track_order', { order_number: '771204' })),
      says('When will order 302211 arrive?', call('track_order', { order_number: '302211' })),
      says(
        'Change 200 Swiss francs into pounds.',
        call('convert_currency', { amount: 200, from: 'CHF', to: 'GBP' }),
      ),
      says(
        'What would 30 euros be in yen?',
        call('convert_currency', { amount: 30, from: 'EUR', to: 'JPY' }),
      ),
      says(
        'How many dollars do I get for 80 euros?',
        call('convert_currency', { amount: 80, from: 'EUR', to: 'USD' }),
      ),
      says('Is it warm in Lisbon today?', call('get_weather', { city: 'Lisbon' })),
      says(
        "I'm flying to Athens on Monday, will it rain?",
        call('get_forecast', { city: 'Athens', date: '2026-11-23' }),
      ),
      says(
        'Get me two packs of rice.',
        call('add_to_cart', { item: either('packs of rice', 'rice', 'pack of rice'), quantity: 2 }),
      ),
      says(
        "I don't want the ice cream any more, take it out.",
        call('remove_from_cart', { item: 'ice cream' }),
      ),
      says('What does my cart cost?', call('show_cart')),
      says('Has my order 900123 been sent?', call('track_order', { order_number: '900123' })),
      says(
        "What's a hundred dollars in Swiss francs?",
        call('convert_currency', { amount: 100, from: 'USD', to: 'CHF' }),
      ),
    ],
  },
  {
    toolset: developer,
    cases: [
      says('Is there anything to commit?', call('git_status')),
      says('Go to the branch release.', call('git_checkout', { branch_name: 'release' })),
      says('Commit everything, message update the docs.', call('git_commit', { message: 'update the docs' })),
      says(
        'File a bug: the search is slow.',
        call('create_issue', { title: 'the search is slow', label: 'bug' }),
      ),
      says("What's on Kim's plate? Show issues assigned to Kim.", call('list_issues', { assignee: 'Kim' })),
      says('Test the api package.', call('run_tests', { package: 'api' })),
      says('Check whether the tests still pass.', call('run_tests')),
      says(
        'What have I told you about my dog?',
        call('memory_search_nodes', { query: either('my dog', 'dog') }),
      ),
      says('Which fields are in the invoices table?', call('describe_table', { table_name: 'invoices' })),
    ],
  },
];

export const deskIdle: readonly IdleGroup[] = [
  {
    toolset: files,
    said: [
      'The documents were stolen from his desk.',
      'I read a great book about time travel.',
      'She opened the letter and cried.',
      'What time did you get home last night?',
    ],
  },
  {
    toolset: music,
    said: [
      'That song reminds me of summer.',
      'The volume of traffic has doubled.',
      'My daughter plays the violin.',
      'They skipped school again.',
    ],
  },
  {
    toolset: office,
    said: [
      'The meeting took three hours.',
      'My birthday is in March.',
      'I emailed her twice and she never replied.',
      'He has a phone call right now.',
    ],
  },
  {
    toolset: errands,
    said: [
      'It rained all week in Scotland.',
      'I ordered a pizza already.',
      'The shopping cart had a broken wheel.',
      'Fifty euros for that is a joke.',
    ],
  },
];
