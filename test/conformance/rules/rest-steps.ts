import { isObject, textAt } from '../read';
import { must, mustEqual } from '../rule';
import type { RestAnswer } from '../bench';

/** Checks a refusal: its status, and the envelope of section 9.3. */
export function mustAnswer(
  { status, body, headers, text }: RestAnswer,
  statuses: readonly number[],
  codes: readonly string[] = [],
): void {
  must(
    statuses.includes(status),
    `the status is ${String(status)}, expected ${statuses.join(' or ')}: ${text.slice(0, 200)}`,
  );
  // FastAPI's own body, as seen live on the token route, and older documentation (sections 1.2.1, 9.3).
  if (isObject(body) && 'detail' in body && !('code' in body)) return;
  const code = textAt(body, 'code');
  must(codes.length === 0 || codes.includes(code), `code is ${code}, expected ${codes.join(' or ')}`);
  textAt(body, 'message');
  const id = textAt(body, 'request_id');
  mustEqual(headers.get('x-request-id'), id, 'the header X-Request-Id');
}

/** Whether it is a time as the REST side writes it (ISO 8601). */
export function isTime(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}
