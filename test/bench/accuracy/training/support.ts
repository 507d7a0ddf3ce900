import { answered, asks, call, either, says } from '../cases';
import { choice, text, tool, whole } from '../toolsets/schema';
import { domain } from './domain';

const ticket = whole('Number of the ticket.');

const tools = [
  tool('ticket_create', 'Open a new support ticket.', {
    subject: text('What it is about.'),
    'priority?': choice(['low', 'normal', 'high', 'urgent']),
  }),
  tool('ticket_close', 'Mark a ticket as solved.', { ticket_id: ticket }),
  tool('ticket_assign', 'Hand a ticket to a colleague.', {
    ticket_id: ticket,
    agent: text('Name of the colleague.'),
  }),
  tool('ticket_reply', 'Answer the customer of a ticket.', {
    ticket_id: ticket,
    message: text('Text of the answer.'),
  }),
  tool('ticket_list', 'List tickets.', {
    'status?': choice(['open', 'pending', 'solved']),
    'agent?': text('Only those of this colleague.'),
  }),
  tool('ticket_priority', 'Change how urgent a ticket is.', {
    ticket_id: ticket,
    priority: choice(['low', 'normal', 'high', 'urgent']),
  }),
  tool('customer_lookup', 'Find a customer in the CRM.', { name: text('Name of the person or company.') }),
  tool('log_call', 'Record a phone call with a customer.', {
    customer: text('Who was called.'),
    'summary?': text('What was said.'),
  }),
  tool('deal_stage', 'Move a deal to another stage of the pipeline.', {
    deal: text('Name of the deal.'),
    stage: choice(['lead', 'offer', 'negotiation', 'won', 'lost']),
  }),
];

export const support = domain(
  'support',
  tools,
  [
    says(
      'Open a ticket about the broken login page.',
      call('ticket_create', { subject: either('the broken login page', 'broken login page') }),
    ),
    says(
      'New urgent ticket: payments are failing.',
      call('ticket_create', { subject: 'payments are failing', priority: 'urgent' }),
    ),
    says(
      'A customer says the app crashes on start, make a ticket for that.',
      call('ticket_create', {
        subject: either(
          'the app crashes on start',
          'app crashes on start',
          'customer says the app crashes on start',
          'A customer says the app crashes on start',
        ),
      }),
    ),
    says(
      'Create a low priority ticket for typos on the home page.',
      call('ticket_create', { subject: 'typos on the home page', priority: 'low' }),
    ),
    says('Close ticket 4512.', call('ticket_close', { ticket_id: 4512 })),
    says('Number 77 is solved.', call('ticket_close', { ticket_id: 77 })),
    says('You can mark 1203 as solved.', call('ticket_close', { ticket_id: 1203 })),
    says('Give ticket 88 to Fatima.', call('ticket_assign', { ticket_id: 88, agent: 'Fatima' })),
    says('Assign 901 to Stefan please.', call('ticket_assign', { ticket_id: 901, agent: 'Stefan' })),
    says('Hand 312 over to Kim.', call('ticket_assign', { ticket_id: 312, agent: 'Kim' })),
    says(
      'Yuki should look at ticket 650, assign it to her.',
      call('ticket_assign', { ticket_id: 650, agent: 'Yuki' }),
    ),
    says(
      'Reply to ticket 45 that we shipped a new unit.',
      call('ticket_reply', { ticket_id: 45, message: 'we shipped a new unit' }),
    ),
    says(
      'Answer ticket 909 with thank you for your patience.',
      call('ticket_reply', { ticket_id: 909, message: 'thank you for your patience' }),
    ),
    says(
      'Tell the customer of ticket 61 the refund is on its way.',
      call('ticket_reply', {
        ticket_id: 61,
        message: either('the refund is on its way', 'refund is on its way'),
      }),
    ),
    says('Which tickets are open?', call('ticket_list', { status: 'open' })),
    says('Show me everything Kim is working on.', call('ticket_list', { agent: 'Kim' })),
    says('Any pending tickets?', call('ticket_list', { status: 'pending' })),
    says('What tickets does Fatima have?', call('ticket_list', { agent: 'Fatima' })),
    says('List the solved ones.', call('ticket_list', { status: 'solved' })),
    says('Make 5110 urgent.', call('ticket_priority', { ticket_id: 5110, priority: 'urgent' })),
    says(
      'Ticket 17 is not that important, low priority.',
      call('ticket_priority', { ticket_id: 17, priority: 'low' }),
    ),
    says('Raise the priority of 240 to high.', call('ticket_priority', { ticket_id: 240, priority: 'high' })),
    says('Look up Bauer and Sons.', call('customer_lookup', { name: 'Bauer and Sons' })),
    says('Who is Angela Rossi?', call('customer_lookup', { name: 'Angela Rossi' })),
    says('Pull up the customer Northwind.', call('customer_lookup', { name: 'Northwind' })),
    says('What do we know about Ferris Logistics?', call('customer_lookup', { name: 'Ferris Logistics' })),
    says(
      'I just spoke to Mr. Tanaka on the phone, log the call.',
      call('log_call', { customer: either('Mr. Tanaka', 'Mr Tanaka', 'Tanaka') }),
    ),
    says(
      'Log a call with Acme, they want a discount.',
      call('log_call', { customer: 'Acme', summary: either('they want a discount') }),
    ),
    says(
      'Move the Baxter deal to negotiation.',
      call('deal_stage', { deal: either('Baxter', 'Baxter deal', 'the Baxter deal'), stage: 'negotiation' }),
    ),
    says(
      'We won the harbour deal!',
      call('deal_stage', { deal: either('harbour', 'harbour deal', 'the harbour deal'), stage: 'won' }),
    ),
    says(
      'The deal with Olsen is lost.',
      call('deal_stage', { deal: either('Olsen', 'deal with Olsen', 'the deal with Olsen'), stage: 'lost' }),
    ),
    asks('Open a support ticket.', 'ticket_create', 'subject'),
    asks('Assign ticket 33 to someone.', 'ticket_assign', 'agent', { ticket_id: 33 }),
    asks('Close the ticket.', 'ticket_close', 'ticket_id'),
    asks('Change the priority of ticket 71.', 'ticket_priority', 'priority', { ticket_id: 71 }),
    [
      asks('Look up a customer for me.', 'customer_lookup', 'name'),
      says('Helen Marsh.', call('customer_lookup', { name: 'Helen Marsh' })),
    ],
    [
      answered('Show me the open tickets.', call('ticket_list', { status: 'open' }), {
        tickets: [{ id: 9, subject: 'Login' }],
      }),
      says('And the pending ones?', call('ticket_list', { status: 'pending' })),
    ],
    says(
      'Close ticket 12 and give 13 to Kim.',
      call('ticket_close', { ticket_id: 12 }),
      call('ticket_assign', { ticket_id: 13, agent: 'Kim' }),
    ),
  ],
  [
    'I bought two tickets for the opera.',
    'Customers can be so rude sometimes.',
    'It is no big deal, really.',
    'Thanks for your support, it meant a lot.',
    'My colleague Stefan is on holiday.',
    'He got a speeding ticket on the way here.',
    'She called me from the airport.',
    'Have they paid you yet?',
    'That was an urgent matter.',
    'The call was interrupted, so I rang again.',
    'Give him a chance, will you?',
    'The winner takes it all.',
  ],
);
