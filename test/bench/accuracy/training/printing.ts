import { asks, call, either, says } from '../cases';
import { choice, text, tool, whole } from '../toolsets/schema';
import { domain } from './domain';

const tools = [
  tool('print_document', 'Prints a document on paper.', {
    document: text('Which document.'),
    'copies?': whole('How many copies.', { default: 1, minimum: 1 }),
    'color?': { type: 'boolean', description: 'Print in colour.' },
  }),
  tool('scan_page', 'Scans the page that lies on the glass.', {
    'format?': choice(['pdf', 'jpeg', 'png']),
    'resolution_dpi?': whole('Resolution in dots per inch.'),
  }),
  tool('printer_status', 'Tells whether the printer is ready, and how much ink and paper is left.'),
  tool('cancel_print_job', 'Cancels a job in the print queue.', {
    'document?': text('Which document; all jobs if left out.'),
  }),
  tool('list_print_jobs', 'Lists the documents waiting in the print queue.'),
  tool('order_ink', 'Orders new ink cartridges.', { color: choice(['black', 'cyan', 'magenta', 'yellow']) }),
  tool('send_fax', 'Faxes a document.', {
    document: text('Which document.'),
    number: text('Fax number.', { pattern: '^[0-9 ]+$' }),
  }),
];

export const printing = domain(
  'printing',
  tools,
  [
    says(
      'Print my boarding pass.',
      call('print_document', { document: either('boarding pass', 'my boarding pass') }),
    ),
    says('Two copies of the lease please.', call('print_document', { document: 'lease', copies: 2 })),
    says('I need the invoice on paper.', call('print_document', { document: 'invoice' })),
    says('Print the poster in colour.', call('print_document', { document: 'poster', color: true })),
    says('Run off thirty copies of the flyer.', call('print_document', { document: 'flyer', copies: 30 })),
    says(
      'Could I have the contract printed three times?',
      call('print_document', { document: 'contract', copies: 3 }),
    ),
    says('Print out shopping list.', call('print_document', { document: 'shopping list' })),
    says(
      "Don't use colour, print the report in black and white.",
      call('print_document', { document: 'report', color: false }),
    ),
    says('Scan this.', call('scan_page')),
    says('Scan it as a PDF.', call('scan_page', { format: 'pdf' })),
    says('Make a PNG scan at 600 dpi.', call('scan_page', { format: 'png', resolution_dpi: 600 })),
    says('There is a page on the glass, scan it to JPEG.', call('scan_page', { format: 'jpeg' })),
    says('Is the printer okay?', call('printer_status')),
    says('How much ink is left?', call('printer_status')),
    says('Does the printer still have paper?', call('printer_status')),
    says('Why is nothing printing?', call('printer_status')),
    says('Stop printing.', call('cancel_print_job')),
    says(
      'Cancel the printing of the thesis.',
      call('cancel_print_job', { document: either('the thesis', 'thesis') }),
    ),
    says(
      "I don't need the map any more, cancel that job.",
      call('cancel_print_job', { document: either('map', 'the map') }),
    ),
    says("What's in the print queue?", call('list_print_jobs')),
    says('Which documents are still waiting to be printed?', call('list_print_jobs')),
    says('Show the print jobs.', call('list_print_jobs')),
    says("We're out of black ink, order some.", call('order_ink', { color: 'black' })),
    says('Get new yellow cartridges.', call('order_ink', { color: 'yellow' })),
    says('Magenta is almost empty, reorder it.', call('order_ink', { color: 'magenta' })),
    says(
      'Fax the prescription to 0301 4455.',
      call('send_fax', { document: 'prescription', number: either('0301 4455', '03014455') }),
    ),
    asks('Print something.', 'print_document', 'document'),
    asks('We need ink.', 'order_ink', 'color'),
    asks('Fax the application form.', 'send_fax', 'number', { document: 'application form' }),
    [
      asks('I want to print a document.', 'print_document', 'document'),
      says('The cover letter.', call('print_document', { document: 'cover letter' })),
    ],
    [
      says('Print the timetable.', call('print_document', { document: 'timetable' })),
      says('Once more.', call('print_document', { document: 'timetable' })),
    ],
    says(
      'Order black ink and print the agenda.',
      call('order_ink', { color: 'black' }),
      call('print_document', { document: 'agenda' }),
    ),
  ],
  [
    'The ink in this pen is green.',
    'I read the small print and it was awful.',
    'He scanned the room for a free seat.',
    'Nobody uses a fax these days.',
    'We spent the whole day queueing at the office.',
    'They printed my name in the newspaper.',
    'The job interview went well, I think.',
    'Could you hand me that piece of paper, love?',
    'Her copy of the novel was signed.',
    'This is the third time it has jammed this week.',
    'I will never buy this brand again.',
    'Who put the coffee on my desk?',
  ],
);
