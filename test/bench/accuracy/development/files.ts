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
    says(
      "I'd like to know what's lying around on my desktop folder.",
      call('list_files', { folder: either('desktop', 'desktop folder') }),
    ),
    says(
      'Which are the five biggest things in Videos?',
      call('list_files', { folder: 'Videos', order: 'largest', count: maybe(5) }),
    ),
    says(
      'I wonder what I saved in the recipes folder.',
      call('list_files', { folder: either('recipes', 'recipes folder') }),
    ),
    says(
      'Is there a file about the roof repair somewhere?',
      call('search_files', { words: either('roof repair', 'file about the roof repair') }),
    ),
    says("I can't find my passport scan.", call('search_files', { words: 'passport scan' })),
    says(
      'Look in Downloads for the train tickets.',
      call('search_files', { words: 'train tickets', folder: 'Downloads' }),
    ),
    says("Let's have a look at the seating plan.", call('open_item', { item: 'seating plan' })),
    says('Could you get the presentation up for me, please?', call('open_item', { item: 'presentation' })),
    says("Tell me what's in the letter to Martha.", call('read_text_file', { file: 'letter to Martha' })),
    says(
      'So, what have we got in my poem file? Read it.',
      call('read_text_file', { file: either('poem', 'poem file') }),
    ),
    says("I'm calling my aunt in Perth, what's the time over there?", call('get_time', { place: 'Perth' })),
    [
      says('Open the rental agreement.', call('open_item', { item: 'rental agreement' })),
      says('Sorry, I mean the employment contract.', call('open_item', { item: 'employment contract' })),
    ],
    says(
      'Open the invoice and read me the cover letter.',
      call('open_item', { item: 'invoice' }),
      call('read_text_file', { file: 'cover letter' }),
    ),
  ],
};
