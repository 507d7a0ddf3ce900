import { asks, call, either, maybe, says } from '../cases';
import { choice, text, tool, whole } from '../toolsets/schema';
import { domain } from './domain';

const tools = [
  tool('set_cell', 'Write a value into a cell.', {
    cell: text('Address of the cell, e.g. B7.', { pattern: '^[A-Z]+[0-9]+$' }),
    value: text('What to write.'),
  }),
  tool('sum_column', 'Adds up the numbers in a column.', { column: text('Heading of the column.') }),
  tool('average_column', 'Computes the mean of a column.', { column: text('Heading of the column.') }),
  tool('sort_rows', 'Sorts the rows by a column.', {
    column: text('Heading of the column.'),
    'order?': choice(['ascending', 'descending']),
  }),
  tool('filter_rows', 'Shows only rows whose column holds a value.', {
    column: text('Heading of the column.'),
    value: text('Value that must be there.'),
  }),
  tool('insert_rows', 'Inserts empty rows.', {
    count: whole('How many.'),
    'after_row?': whole('Row number to insert after.'),
  }),
  tool('delete_row', 'Removes a row.', { row: whole('Row number.') }),
  tool('make_chart', 'Draws a chart from the data.', {
    kind: choice(['bar', 'line', 'pie']),
    'column?': text('Heading of the column to draw.'),
  }),
  tool('rename_sheet', 'Gives the current sheet another name.', { name: text('The new name.') }),
  tool('undo', 'Takes back the last change.'),
];

export const spreadsheet = domain(
  'spreadsheet',
  tools,
  [
    says('Write Total into A1.', call('set_cell', { cell: 'A1', value: 'Total' })),
    says('Put 45 in B3.', call('set_cell', { cell: 'B3', value: '45' })),
    says('Cell C12 should say paid.', call('set_cell', { cell: 'C12', value: 'paid' })),
    says('Enter Munich into D4 please.', call('set_cell', { cell: 'D4', value: 'Munich' })),
    says('Add up the price column.', call('sum_column', { column: 'price' })),
    says("What's the sum of expenses?", call('sum_column', { column: 'expenses' })),
    says('How much is revenue altogether?', call('sum_column', { column: 'revenue' })),
    says('Total of the hours column.', call('sum_column', { column: 'hours' })),
    says("What's the average age?", call('average_column', { column: 'age' })),
    says('Give me the mean of the column score.', call('average_column', { column: 'score' })),
    says('Sort by last name.', call('sort_rows', { column: 'last name' })),
    says('Sort the table by date, descending.', call('sort_rows', { column: 'date', order: 'descending' })),
    says('Order everything by price ascending.', call('sort_rows', { column: 'price', order: 'ascending' })),
    says('I want it sorted by country.', call('sort_rows', { column: 'country' })),
    says('Only show rows where city is Paris.', call('filter_rows', { column: 'city', value: 'Paris' })),
    says('Filter status by overdue.', call('filter_rows', { column: 'status', value: 'overdue' })),
    says(
      'Just the ones with department sales.',
      call('filter_rows', { column: 'department', value: 'sales' }),
    ),
    says('Insert three rows after row ten.', call('insert_rows', { count: 3, after_row: 10 })),
    says('I need two more rows.', call('insert_rows', { count: 2 })),
    says('Add five empty rows below row 8.', call('insert_rows', { count: 5, after_row: 8 })),
    says('Delete row 14.', call('delete_row', { row: 14 })),
    says('Row six can go.', call('delete_row', { row: 6 })),
    says('Throw out row 22.', call('delete_row', { row: 22 })),
    says('Make a pie chart.', call('make_chart', { kind: 'pie' })),
    says(
      'Draw a line chart of the temperature column.',
      call('make_chart', { kind: 'line', column: 'temperature' }),
    ),
    says('Can I see sales as a bar chart?', call('make_chart', { kind: 'bar', column: 'sales' })),
    says('Rename the sheet to Budget 2027.', call('rename_sheet', { name: 'Budget 2027' })),
    says('Call this sheet Inventory.', call('rename_sheet', { name: 'Inventory' })),
    says('The sheet should be named Q4.', call('rename_sheet', { name: 'Q4' })),
    says('Undo.', call('undo')),
    says('Take that back.', call('undo')),
    says('That was wrong, undo it.', call('undo')),
    asks('Sort the table.', 'sort_rows', 'column'),
    asks('Draw me a chart.', 'make_chart', 'kind'),
    asks('Give the sheet a new name.', 'rename_sheet', 'name'),
    [asks('Delete a row.', 'delete_row', 'row'), says('Number nine.', call('delete_row', { row: 9 }))],
    [
      says('Sum the cost column.', call('sum_column', { column: 'cost' })),
      says('And the tax column?', call('sum_column', { column: 'tax' })),
    ],
    says(
      'Sort by amount and draw a bar chart.',
      call('sort_rows', { column: 'amount' }),
      call('make_chart', { kind: 'bar', column: maybe('amount') }),
    ),
    says(
      'Could you please work out the total of the column called net weight?',
      call('sum_column', { column: either('net weight') }),
    ),
  ],
  [
    'She was in a cell for two nights.',
    'On average we eat at seven.',
    'They stood in a row and sang.',
    'The sheets on the bed are fresh.',
    'You cannot undo the past.',
    'That sort of thing happens.',
    'His name is on every list.',
    'We had pie for dessert.',
    'What did you have for lunch?',
    'The numbers look good this quarter.',
    'Please sort out your room before dinner, Leo.',
    'It does not add up.',
  ],
);
