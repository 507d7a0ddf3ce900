import type { Toolset } from '../cases';
import { choice, text, tool, whole } from './schema';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** A pizzeria's telephone agent; nothing of it is in the development set. */
export const restaurant: Toolset = {
  name: 'restaurant',
  tools: [
    tool('bookTable', 'Books a table at the restaurant for a guest.', {
      date: text('Date of the booking (YYYY-MM-DD)', { format: 'date' }),
      time: text('Time of the booking in 24h format (HH:MM)'),
      partySize: whole('Number of guests', { minimum: 1, maximum: 20 }),
    }),
    tool('cancelBooking', 'Cancels a reservation.', { name: text('Name the table was booked under') }),
    tool('getOpeningHours', 'Returns when the restaurant opens and closes', { 'day?': choice(DAYS) }),
    tool('addToOrder', 'Add a pizza to the order the customer is placing', {
      pizza: choice(['margherita', 'pepperoni', 'hawaiian', 'vegetarian', 'four cheese'], 'Kind of pizza'),
      'size?': choice(['small', 'medium', 'large']),
      'quantity?': whole('How many of them', { default: 1 }),
    }),
    tool('removeFromOrder', 'Remove a pizza from the order', {
      pizza: choice(['margherita', 'pepperoni', 'hawaiian', 'vegetarian', 'four cheese']),
    }),
    tool('confirmOrder', 'Finalizes and submits the order. Call when the customer has nothing more to add.'),
    tool('transferToHuman', 'Transfers the caller to a member of staff.'),
  ],
  heldOutOnly: [
    'bookTable',
    'cancelBooking',
    'getOpeningHours',
    'addToOrder',
    'removeFromOrder',
    'confirmOrder',
    'transferToHuman',
  ],
};
