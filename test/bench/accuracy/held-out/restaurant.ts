import { asks, call, maybe, says, type CaseGroup } from '../cases';
import { restaurant as toolset } from '../toolsets/restaurant';

export const restaurant: CaseGroup = {
  toolset,
  cases: [
    says(
      "I'd like to book a table for four tomorrow at 7 PM.",
      call('bookTable', { date: '2026-11-19', time: '19:00', partySize: 4 }),
    ),
    says(
      'Table for two on Saturday at half past eight in the evening, please.',
      call('bookTable', { date: '2026-11-21', time: '20:30', partySize: 2 }),
    ),
    says(
      'Can I reserve for six people today at 6:15 PM?',
      call('bookTable', { date: '2026-11-18', time: '18:15', partySize: 6 }),
    ),
    says('I want to cancel my reservation, the name is Bauer.', call('cancelBooking', { name: 'Bauer' })),
    says('Please cancel the table booked under Gonzalez.', call('cancelBooking', { name: 'Gonzalez' })),
    says('When do you open on Sunday?', call('getOpeningHours', { day: 'sunday' })),
    says('Until when are you open on Fridays?', call('getOpeningHours', { day: 'friday' })),
    says('What are your opening hours?', call('getOpeningHours')),
    says(
      "I'll have a large pepperoni.",
      call('addToOrder', { pizza: 'pepperoni', size: 'large', quantity: maybe(1) }),
    ),
    says(
      'Two small margheritas, please.',
      call('addToOrder', { pizza: 'margherita', size: 'small', quantity: 2 }),
    ),
    says(
      'Could I get a medium four cheese pizza?',
      call('addToOrder', { pizza: 'four cheese', size: 'medium', quantity: maybe(1) }),
    ),
    says(
      'And add three vegetarian pizzas to my order.',
      call('addToOrder', { pizza: 'vegetarian', quantity: 3 }),
    ),
    says('Actually, take the Hawaiian off my order.', call('removeFromOrder', { pizza: 'hawaiian' })),
    says(
      "I don't want the margherita after all, remove it.",
      call('removeFromOrder', { pizza: 'margherita' }),
    ),
    says("That's all, please place the order.", call('confirmOrder')),
    says('Yes, that is everything, you can submit the order.', call('confirmOrder')),
    says('Can I talk to a real person?', call('transferToHuman')),
    says("I'd rather speak to somebody from the staff.", call('transferToHuman')),
    asks('I want to cancel a reservation.', 'cancelBooking', 'name'),
    asks('Could I order a pizza?', 'addToOrder', 'pizza'),
    [
      asks('A table for Friday at seven PM.', 'bookTable', 'partySize', {
        date: '2026-11-20',
        time: '19:00',
      }),
      says("There's five of us.", call('bookTable', { date: '2026-11-20', time: '19:00', partySize: 5 })),
    ],
    [
      says(
        'One large hawaiian.',
        call('addToOrder', { pizza: 'hawaiian', size: 'large', quantity: maybe(1) }),
      ),
      says(
        'No, make it a vegetarian.',
        call('addToOrder', { pizza: 'vegetarian', size: maybe('large'), quantity: maybe(1) }),
      ),
    ],
    says(
      'A small pepperoni and a large four cheese.',
      call('addToOrder', { pizza: 'pepperoni', size: 'small', quantity: maybe(1) }),
      call('addToOrder', { pizza: 'four cheese', size: 'large', quantity: maybe(1) }),
    ),
  ],
};
