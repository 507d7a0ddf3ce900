import type { z } from 'zod';
import { RestError } from './errors';

/** Reads the body of a request by its schema. @throws RestError `validation_error` naming the first bad field. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const param = issue?.path.map(String).join('.') || null;
  const missing = issue?.code === 'invalid_type' && isMissing(body, issue.path);
  const text = missing ? 'Field required' : (issue?.message ?? 'invalid');
  throw new RestError('validation_error', `${param ?? 'body'}: ${text}`, param);
}

function isMissing(body: unknown, path: readonly PropertyKey[]): boolean {
  const at = path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    body,
  );
  return at === undefined;
}
