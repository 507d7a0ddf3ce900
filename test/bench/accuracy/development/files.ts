import { answered, asks, call, either, maybe, says, type CaseGroup } from '../cases';
import { files as toolset } from '../toolsets/files';

const found = {
  ok: true,
  say: '3 matches: tax return, a PDF; tax letter, a text file; old taxes, a spreadsheet.',
  data: {
    total: 3,
    files: [
      { name: 'Documents/tax return.pdf', kind: 'PDF' },
      { name: 'Documents/tax letter.txt', kind: 'text file' },
      { name: 'Documents/old taxes.ods', kind: 'spreadsheet' },
    ],
  },
};

export const files: CaseGroup = {
  toolset,
  cases: [
    says(
      "What's in my downloads folder?",
      call('list_files', { folder: either('downloads', 'downloads folder') }),
    ),
    says(
      "I can't remember what's in my garden folder.",
      call('list_files', { folder: either('garden', 'garden folder') }),
    ),
    says(
      'Show me the three largest files in Documents, please.',
      call('list_files', { folder: 'Documents', count: 3, order: 'largest' }),
    ),
    says(
      'Which files did I change last in the invoices folder?',
      call('list_files', { folder: either('invoices', 'invoices folder'), order: maybe('newest') }),
    ),
    says(
      'list the pictures folder by name',
      call('list_files', { folder: either('pictures', 'pictures folder'), order: 'name' }),
    ),
    says('Where did I put the insurance contract?', call('search_files', { words: 'insurance contract' })),
    says(
      'Find everything about the kitchen renovation.',
      call('search_files', { words: 'kitchen renovation' }),
    ),
    says(
      'Um, could you maybe look for the boiler manual in Documents?',
      call('search_files', { words: 'boiler manual', folder: 'Documents' }),
    ),
    says(
      'I need that recipe for lemon cake. Where is it?',
      call('search_files', { words: either('recipe for lemon cake', 'lemon cake recipe', 'lemon cake') }),
    ),
    says('Open the holiday budget.', call('open_item', { item: 'holiday budget' })),
    says(
      'Can you pull up report dot PDF on the screen?',
      call('open_item', { item: either('report.pdf', 'report dot pdf') }),
    ),
    says(
      'Open the folder called Projects',
      call('open_item', { item: either('Projects', 'folder called projects'), kind: maybe('folder') }),
    ),
    says('Read me the meeting notes.', call('read_text_file', { file: 'meeting notes' })),
    says('What does my packing list say?', call('read_text_file', { file: 'packing list' })),
    says('What time is it?', call('get_time')),
    says("What's today's date?", call('get_time')),
    says('How late is it in Buenos Aires right now?', call('get_time', { place: 'Buenos Aires' })),
    asks('Search for a file.', 'search_files', 'words'),
    asks('Please open something for me.', 'open_item', 'item'),
    [
      says('What time is it in Lisbon?', call('get_time', { place: 'Lisbon' })),
      says('And in Helsinki?', call('get_time', { place: 'Helsinki' })),
    ],
    [
      answered(
        'Look for my tax papers.',
        call('search_files', { words: either('tax papers', 'tax') }),
        found,
      ),
      says(
        'Open the second one.',
        call('open_item', {
          item: either('Documents/tax letter.txt', 'tax letter', 'tax letter.txt'),
          kind: maybe('file'),
        }),
      ),
    ],
    [
      asks('Can you read a file to me?', 'read_text_file', 'file'),
      says('The shopping list.', call('read_text_file', { file: 'shopping list' })),
    ],
    says(
      'What time is it in Chicago, and what is in my downloads folder?',
      call('get_time', { place: 'Chicago' }),
      call('list_files', { folder: either('downloads', 'downloads folder') }),
    ),
  ],
};
