import type { Toolset } from '../cases';
import { choice, text, tool } from './schema';

/** A doctor's front desk; nothing of it is in the development set. */
export const clinic: Toolset = {
  name: 'clinic',
  tools: [
    tool('check_availability', 'Check which appointment slots are free on a given day.', {
      date: text('Day to check, ISO date', { format: 'date' }),
      'doctor?': choice(['Dr. Patel', 'Dr. Kim', 'Dr. Rossi'], 'Doctor the patient wants to see'),
    }),
    tool('book_appointment', 'Book an appointment for a patient. Ask for name, day and time first.', {
      patient_name: text("Patient's name, e.g. Jane Doe"),
      date: text('Day of the appointment, ISO date', { format: 'date' }),
      time: text('Start, e.g. 14:30', { format: 'time' }),
    }),
    tool('cancel_appointment', "Cancel a patient's upcoming appointment.", {
      patient_name: text("Patient's name"),
    }),
    tool('verify_identity', 'Verify who is calling before giving out any medical information', {
      last_name: text('Last name'),
      date_of_birth: text('Date of birth, YYYY-MM-DD', { format: 'date' }),
    }),
    tool('request_refill', 'Request a refill of a prescription.', {
      medication: text('Name of the medication', { examples: ['ibuprofen', 'metformin'] }),
    }),
    tool('leave_message', 'Leave a message for the practice; someone will call back.', {
      message: text('The message'),
    }),
  ],
  heldOutOnly: [
    'check_availability',
    'book_appointment',
    'cancel_appointment',
    'verify_identity',
    'request_refill',
    'leave_message',
  ],
};
