import { asks, call, either, maybe, says, type CaseGroup } from '../cases';
import { clinic as toolset } from '../toolsets/clinic';

export const clinic: CaseGroup = {
  toolset,
  cases: [
    says('Do you have anything free on Friday?', call('check_availability', { date: '2026-11-20' })),
    says(
      'Is Dr. Kim available tomorrow?',
      call('check_availability', { date: '2026-11-19', doctor: 'Dr. Kim' }),
    ),
    says(
      'Which slots does Doctor Patel have on Monday?',
      call('check_availability', { date: '2026-11-23', doctor: 'Dr. Patel' }),
    ),
    says('Check what is open on December 1st.', call('check_availability', { date: '2026-12-01' })),
    says(
      'Book an appointment for Jane Miller tomorrow at 2:30 PM.',
      call('book_appointment', { patient_name: 'Jane Miller', date: '2026-11-19', time: '14:30' }),
    ),
    says(
      'Please make an appointment for Omar Haddad on Tuesday at nine in the morning.',
      call('book_appointment', { patient_name: 'Omar Haddad', date: '2026-11-24', time: '09:00' }),
    ),
    says(
      "I have to cancel Lucy Brown's appointment.",
      call('cancel_appointment', { patient_name: 'Lucy Brown' }),
    ),
    says(
      "My name is Peter Lang and I can't make it to my appointment, please cancel it.",
      call('cancel_appointment', { patient_name: 'Peter Lang' }),
    ),
    says(
      'My last name is Novak and I was born on March 4th, 1985.',
      call('verify_identity', { last_name: 'Novak', date_of_birth: '1985-03-04' }),
    ),
    says(
      'Verify Schmidt, date of birth 12 July 1960.',
      call('verify_identity', { last_name: 'Schmidt', date_of_birth: '1960-07-12' }),
    ),
    says(
      "I'm running out of metformin and need a refill.",
      call('request_refill', { medication: 'metformin' }),
    ),
    says(
      'Could I get a new prescription for lisinopril?',
      call('request_refill', { medication: 'lisinopril' }),
    ),
    says('Refill my ibuprofen, please.', call('request_refill', { medication: 'ibuprofen' })),
    says(
      'Leave a message that my test results have not arrived.',
      call('leave_message', {
        message: either('my test results have not arrived', 'that my test results have not arrived'),
      }),
    ),
    says(
      "Take a message for the practice: I'll bring the form on Monday.",
      call('leave_message', { message: "I'll bring the form on Monday" }),
    ),
    asks('I need a refill.', 'request_refill', 'medication'),
    asks('Cancel an appointment, please.', 'cancel_appointment', 'patient_name'),
    [
      asks('I would like to leave a message.', 'leave_message', 'message'),
      says(
        'Please call me back after five.',
        call('leave_message', {
          message: either('please call me back after five', 'call me back after five'),
        }),
      ),
    ],
    [
      asks('Book an appointment for Maya Singh on Thursday.', 'book_appointment', 'time', {
        patient_name: 'Maya Singh',
        date: '2026-11-19',
      }),
      says(
        'Half past eleven.',
        call('book_appointment', { patient_name: 'Maya Singh', date: '2026-11-19', time: '11:30' }),
      ),
    ],
    [
      says(
        'What is free on Thursday with Dr. Rossi?',
        call('check_availability', { date: '2026-11-19', doctor: 'Dr. Rossi' }),
      ),
      says('And on Friday?', call('check_availability', { date: '2026-11-20', doctor: maybe('Dr. Rossi') })),
    ],
  ],
};
