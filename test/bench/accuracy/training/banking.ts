import { answered, asks, call, either, maybe, says } from '../cases';
import { choice, text, tool } from '../toolsets/schema';
import { domain } from './domain';

const ACCOUNTS = ['checking', 'savings', 'joint'];

const tools = [
  tool('get_balance', 'Returns how much money is in an account.', { 'account?': choice(ACCOUNTS) }),
  tool('transfer_money', 'Transfers money to another person.', {
    recipient: text('Who gets the money.'),
    amount: { type: 'number', description: 'Amount in euros.' },
    'reference?': text('What the payment is for.'),
  }),
  tool('move_between_accounts', "Moves money between two of the user's own accounts.", {
    amount: { type: 'number', description: 'Amount in euros.' },
    from: choice(ACCOUNTS),
    to: choice(ACCOUNTS),
  }),
  tool('list_transactions', 'Lists recent transactions.', {
    'merchant?': text('Only payments to this shop or company.'),
    'since?': text('First day, YYYY-MM-DD.', { format: 'date' }),
  }),
  tool('block_card', 'Blocks a bank card that was lost or stolen.', { card: choice(['debit', 'credit']) }),
  tool('unblock_card', 'Makes a blocked card usable again.', { card: choice(['debit', 'credit']) }),
  tool('pay_bill', 'Pays an open bill.', { payee: text('Whose bill, e.g. the electricity company.') }),
  tool('find_cash_machine', 'Finds the nearest cash machine.', {
    'near?': text('Address or place to search around.'),
  }),
  tool('set_spending_limit', 'Sets how much may be spent in a month.', {
    category: choice(['groceries', 'eating_out', 'clothes', 'fun']),
    limit: { type: 'number', description: 'Euros per month.' },
  }),
];

export const banking = domain(
  'banking',
  tools,
  [
    says("What's my balance?", call('get_balance')),
    says('How much money do I have in savings?', call('get_balance', { account: 'savings' })),
    says('Check the joint account for me.', call('get_balance', { account: 'joint' })),
    says('Am I broke?', call('get_balance')),
    says('Account balance please.', call('get_balance')),
    says('How much is left on my checking account?', call('get_balance', { account: 'checking' })),
    says('Send fifty euros to Martha.', call('transfer_money', { recipient: 'Martha', amount: 50 })),
    says(
      'Transfer 120 euros to Mr. Novak for the repairs.',
      call('transfer_money', {
        recipient: either('Mr. Novak', 'Mr Novak'),
        amount: 120,
        reference: either('the repairs', 'repairs'),
      }),
    ),
    says('I owe Luca 15 euros, send it to him.', call('transfer_money', { recipient: 'Luca', amount: 15 })),
    says(
      'Pay Sophie back 23 euros for the tickets.',
      call('transfer_money', {
        recipient: 'Sophie',
        amount: 23,
        reference: either('tickets', 'the tickets'),
      }),
    ),
    says(
      'Can you wire my landlord 800 euros?',
      call('transfer_money', { recipient: either('my landlord', 'landlord'), amount: 800 }),
    ),
    says(
      'Move two hundred from checking to savings.',
      call('move_between_accounts', { amount: 200, from: 'checking', to: 'savings' }),
    ),
    says(
      'Shift 50 euros from savings into the joint account.',
      call('move_between_accounts', { amount: 50, from: 'savings', to: 'joint' }),
    ),
    says('What did I spend at Ikea?', call('list_transactions', { merchant: 'Ikea' })),
    says('Show me my latest transactions.', call('list_transactions')),
    says(
      'Which payments went to Amazon since the first of November?',
      call('list_transactions', { merchant: 'Amazon', since: '2026-11-01' }),
    ),
    says('What have I bought since Monday?', call('list_transactions', { since: '2026-11-16' })),
    says('I lost my credit card!', call('block_card', { card: 'credit' })),
    says('Somebody stole my debit card, block it right away.', call('block_card', { card: 'debit' })),
    says('Freeze the credit card.', call('block_card', { card: 'credit' })),
    says('I found my debit card again, you can unblock it.', call('unblock_card', { card: 'debit' })),
    says('Unfreeze my credit card please.', call('unblock_card', { card: 'credit' })),
    says(
      'Pay the electricity bill.',
      call('pay_bill', { payee: either('electricity', 'electricity company') }),
    ),
    says(
      'Take care of the bill from the dentist.',
      call('pay_bill', { payee: either('the dentist', 'dentist') }),
    ),
    says(
      'The phone company wants its money, pay them.',
      call('pay_bill', { payee: either('phone company', 'the phone company') }),
    ),
    says('I need cash.', call('find_cash_machine')),
    says('Where can I get some money out?', call('find_cash_machine')),
    says(
      "Where's the nearest cash machine to the opera house?",
      call('find_cash_machine', { near: either('opera house', 'the opera house') }),
    ),
    says(
      'No more than 300 euros for eating out a month.',
      call('set_spending_limit', { category: 'eating_out', limit: 300 }),
    ),
    says('Limit my groceries to 450.', call('set_spending_limit', { category: 'groceries', limit: 450 })),
    says(
      'I only want to spend a hundred a month on clothes.',
      call('set_spending_limit', { category: 'clothes', limit: 100 }),
    ),
    asks('Send some money to Petra.', 'transfer_money', 'amount', { recipient: 'Petra' }),
    asks('I need to pay a bill.', 'pay_bill', 'payee'),
    asks('Block my card.', 'block_card', 'card'),
    [
      asks('Transfer 40 euros.', 'transfer_money', 'recipient', { amount: 40 }),
      says('To my sister.', call('transfer_money', { recipient: either('my sister', 'sister'), amount: 40 })),
    ],
    [
      says('Send Jonas 30 euros.', call('transfer_money', { recipient: 'Jonas', amount: 30 })),
      says('Sorry, make it 35.', call('transfer_money', { recipient: 'Jonas', amount: 35 })),
    ],
    [
      answered('How much is on my savings account?', call('get_balance', { account: 'savings' }), {
        euros: 4120.5,
      }),
      says('And on the joint one?', call('get_balance', { account: 'joint' })),
    ],
    says(
      'Pay the water bill and show me my transactions.',
      call('pay_bill', { payee: either('water', 'water company') }),
      call('list_transactions', { since: maybe() }),
    ),
  ],
  [
    'We sat on the bank of the river.',
    'Money does not grow on trees.',
    'He paid for everything, it was so nice of him.',
    'I got a birthday card from aunt Rose.',
    'The bill for the roof was outrageous.',
    'Did you bring any cash, dear?',
    'She has been saving for a house for years.',
    'My account of what happened is different.',
    'You owe me an apology.',
    'There is a limit to my patience.',
    'He blocked my number.',
    'Whose wallet is this?',
  ],
);
