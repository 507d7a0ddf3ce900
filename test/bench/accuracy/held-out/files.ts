import { answered, asks, call, either, maybe, says, type CaseGroup } from '../cases';
import { files as toolset } from '../toolsets/files';

const photos = {
  ok: true,
  say: '3 matches: beach, a picture; harbour, a picture; sunset, a picture.',
  data: {
    total: 3,
    files: [
      { name: 'Pictures/beach.jpg', kind: 'picture' },
      { name: 'Pictures/harbour.jpg', kind: 'picture' },
      { name: 'Pictures/sunset.jpg', kind: 'picture' },
    ],
  },
};

export const files: CaseGroup = {
  toolset,
  cases: [
    says(
      'Tell me what is inside the music folder.',
      call('list_files', { folder: either('music', 'music folder') }),
    ),
    says(
      "I've got no idea what I keep in my archive folder.",
      call('list_files', { folder: either('archive', 'archive folder') }),
    ),
    says(
      'Give me a list of the ten newest files.',
      call('list_files', { count: 10, order: maybe('newest') }),
    ),
    says(
      "What's the biggest file in Downloads?",
      call('list_files', { folder: 'Downloads', order: 'largest', count: maybe(1) }),
    ),
    says(
      'Could you go through the contracts folder and tell me what there is?',
      call('list_files', { folder: either('contracts', 'contracts folder') }),
    ),
    says(
      'what did i download recently',
      call('list_files', { folder: maybe('downloads', 'download'), order: maybe('newest') }),
    ),
    says('Look up wedding photos, would you?', call('search_files', { words: 'wedding photos' })),
    says(
      "I'm trying to find the lease for the flat.",
      call('search_files', { words: either('lease for the flat', 'lease', 'lease flat', 'flat lease') }),
    ),
    says('Have we got anything on solar panels?', call('search_files', { words: 'solar panels' })),
    says(
      'Where on earth is my vaccination card?',
      call('search_files', { words: either('vaccination card', 'my vaccination card') }),
    ),
    says(
      'Search the invoices folder for Miller.',
      call('search_files', { words: 'Miller', folder: either('invoices', 'invoices folder') }),
    ),
    says('Open up my thesis, please.', call('open_item', { item: 'thesis' })),
    says('I want to see the floor plan on my screen.', call('open_item', { item: 'floor plan' })),
    says(
      'Bring up the Downloads folder.',
      call('open_item', { item: either('Downloads', 'Downloads folder'), kind: maybe('folder') }),
    ),
    says('Could you, er, open the quarterly report?', call('open_item', { item: 'quarterly report' })),
    says(
      'Read the file called groceries out loud.',
      call('read_text_file', { file: either('groceries', 'file called groceries') }),
    ),
    says("What's written in my letter to the bank?", call('read_text_file', { file: 'letter to the bank' })),
    says(
      'Can you tell me what the minutes from Monday say?',
      call('read_text_file', { file: either('minutes from Monday', 'minutes') }),
    ),
    says('What day of the week is it?', call('get_time')),
    says('Do you have the time?', call('get_time')),
    says(
      'Is it already evening in Singapore? What time is it there?',
      call('get_time', { place: 'Singapore' }),
    ),
    says('Tell me the time in San Francisco.', call('get_time', { place: 'San Francisco' })),
    asks('I want you to read a text file to me.', 'read_text_file', 'file'),
    [
      asks('Could you look for a document?', 'search_files', 'words'),
      says('Birth certificate.', call('search_files', { words: 'birth certificate' })),
    ],
    [
      says("What's the time in Moscow?", call('get_time', { place: 'Moscow' })),
      says('How about Cairo?', call('get_time', { place: 'Cairo' })),
      says('And here?', call('get_time')),
    ],
    [
      answered(
        'Search for my Croatia pictures.',
        call('search_files', { words: either('Croatia pictures', 'Croatia', 'my Croatia pictures') }),
        photos,
      ),
      says(
        'Show me the first one.',
        call('open_item', { item: either('Pictures/beach.jpg', 'beach.jpg', 'beach'), kind: maybe('file') }),
      ),
      says(
        'No, the other one, sunset.',
        call('open_item', {
          item: either('Pictures/sunset.jpg', 'sunset.jpg', 'sunset'),
          kind: maybe('file'),
        }),
      ),
    ],
    says(
      'Find my driving licence and then tell me how late it is in Toronto.',
      call('search_files', { words: 'driving licence' }),
      call('get_time', { place: 'Toronto' }),
    ),
    says(
      'Read my diary and open the photo album.',
      call('read_text_file', { file: 'diary' }),
      call('open_item', { item: 'photo album' }),
    ),
  ],
};
