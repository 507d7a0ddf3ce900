import type { OfferedTool } from './types';

type Properties = Record<string, Record<string, unknown>>;

function tool(
  name: string,
  description: string,
  properties: Properties,
  required: string[] = [],
): OfferedTool {
  return { name, description, parameters: { type: 'object', properties, required } };
}

/** Tools of a desk, described as such tools usually are. */
export const deskTools: readonly OfferedTool[] = [
  tool(
    'get_time',
    'Tells the current time and date when the user asks what time, day or date it is, here or in another place. Returns local time in 24 hours, date, weekday, time zone and UTC offset in hours and minutes.',
    {
      place: { type: 'string', description: "City, country or time zone; leave out for here, e.g. 'Tokyo'." },
    },
  ),
  tool(
    'list_files',
    'Lists files and folders when the user asks what is in a folder or which files are newest or largest. Returns the total count and for each its name, kind, size in bytes, KB, MB or GB, and local time of its last change.',
    {
      folder: {
        type: 'string',
        description: "Which folder; leave out for all granted folders, e.g. 'Downloads'.",
      },
      count: {
        type: 'integer',
        minimum: 1,
        maximum: 20,
        default: 5,
        description: 'How many to list, 1 to 20, e.g. 5.',
      },
      order: {
        type: 'string',
        enum: ['newest', 'name', 'largest'],
        default: 'newest',
        description: "What comes first, e.g. 'newest'.",
      },
    },
  ),
  tool(
    'search_files',
    'Searches files and folders by words in their names and, for text files, in their content when the user looks for something or asks where it is. Returns the matches, newest first, each with name, kind, size in bytes, KB, MB or GB, local time of its last change, and whether name or content matched.',
    {
      words: {
        type: 'string',
        minLength: 1,
        description: "Words to look for, in the user's own words, e.g. 'budget'.",
      },
      folder: {
        type: 'string',
        description: "Where to look; leave out for all granted folders, e.g. 'Documents'.",
      },
      count: {
        type: 'integer',
        minimum: 1,
        maximum: 20,
        default: 5,
        description: 'How many to return, 1 to 20, e.g. 5.',
      },
    },
    ['words'],
  ),
  tool(
    'read_text_file',
    'Reads a text file when the user asks what a file or note says. Returns the first 1,500 characters at most, the size of the whole file in bytes, KB, MB or GB, and whether there is more; files that are not text are only described.',
    {
      file: {
        type: 'string',
        description: "Name or path of the file as the user says it, e.g. 'shopping list'.",
      },
    },
    ['file'],
  ),
  tool(
    'open_item',
    'Opens a file or folder with its usual program when the user asks to open or show it on the screen. Returns the name and kind of what was opened; programs and scripts are refused.',
    {
      item: {
        type: 'string',
        description: "Name or path of the file or folder as the user says it, e.g. 'quarterly budget'.",
      },
      kind: {
        type: 'string',
        enum: ['file', 'folder'],
        description: "Whether a file or a folder is meant; leave out if not said, e.g. 'folder'.",
      },
    },
    ['item'],
  ),
];

/** Tools from elsewhere, each described in its author's own manner. */
export const foreignTools: readonly OfferedTool[] = [
  tool(
    'set_light',
    'Switch a light on or off.',
    {
      room: { type: 'string', enum: ['kitchen', 'living_room', 'bedroom', 'hall'], description: 'The room' },
      state: { type: 'string', enum: ['on', 'off'] },
    },
    ['room', 'state'],
  ),
  tool(
    'get_weather',
    'Get the weather forecast for a city. Use this whenever the user wants to know about rain, sun or temperatures.',
    {
      city: { type: 'string', description: 'City name' },
      day: { type: 'string', description: 'Which day, e.g. tomorrow' },
    },
    ['city'],
  ),
  tool(
    'order_status',
    'Look up an order by number.',
    { order: { type: 'string', description: 'Order number as digits' } },
    ['order'],
  ),
  tool(
    'set_reminder',
    'Create a reminder. Use when the user asks to be reminded of something at a time.',
    {
      text: { type: 'string', description: "What to remember, e.g. 'call Sam'." },
      minutes: { type: 'integer', minimum: 1, description: 'Minutes from now, e.g. 20.' },
    },
    ['text', 'minutes'],
  ),
  tool(
    'set_timer',
    'Starts a countdown timer.',
    {
      seconds: { type: 'number', description: 'Length in seconds' },
      label: { type: 'string', description: 'A name for the timer' },
    },
    ['seconds'],
  ),
  tool(
    'send_message',
    'Send a text message to one of the contacts.',
    {
      recipient: { type: 'string', description: 'Who gets it' },
      body: { type: 'string', description: 'The text of the message' },
    },
    ['recipient', 'body'],
  ),
  tool(
    'set_volume',
    'Change how loud the speakers are.',
    { level: { type: 'integer', minimum: 0, maximum: 100, description: 'Percent' } },
    ['level'],
  ),
  tool(
    'play_music',
    'Play a song, an artist or a playlist.',
    { query: { type: 'string', description: 'What to play' } },
    ['query'],
  ),
  tool(
    'add_to_list',
    'Puts something on one of the lists of the household.',
    {
      entry: { type: 'string', description: 'The thing to add' },
      list: { type: 'string', description: 'Which list' },
    },
    ['entry'],
  ),
  tool(
    'create_event',
    'Put an appointment into the calendar.',
    {
      title: { type: 'string', description: 'What it is' },
      start: { type: 'string', format: 'date-time', description: 'When it begins' },
    },
    ['title', 'start'],
  ),
];
