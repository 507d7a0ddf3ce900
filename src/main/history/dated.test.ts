import { expect, it } from 'vitest';
import { datedBy } from './dated';
import { NINE, wholeTalk } from './records.fixture';

const HOUR = 3_600_000;

it('a talk after a sleep is dated when it was, and its lengths stay those of the clock that never jumps', () => {
  let calendar = NINE + 8 * HOUR;
  const dated = datedBy(() => calendar);
  const talk = wholeTalk('talk', NINE);
  const [began, opened] = talk.map(dated);
  expect(began!.at).toBe(NINE + 8 * HOUR);
  // Somebody sets the calendar's clock back in mid-talk.
  calendar -= HOUR;
  expect(dated(talk.at(-1)!).at - opened!.at).toBe(talk.at(-1)!.at - talk[1]!.at);
});

it('a talk that goes on after another sleep is set right again', () => {
  let calendar = NINE;
  const dated = datedBy(() => calendar);
  const [began] = wholeTalk('talk', NINE);
  expect(dated(began!).at).toBe(NINE);
  calendar += 8 * HOUR;
  expect(dated({ ...began!, at: NINE + 60_000 }).at).toBe(NINE + 8 * HOUR);
});
