import type { RestErrorCode } from '../../shared/protocol';

/** Statuses of the REST errors (protocol.md section 9.3). */
const STATUS: Partial<Record<RestErrorCode, number>> = {
  missing_authorization: 401,
  unauthorized: 401,
  validation_error: 422,
  invalid_request: 400,
  agent_not_found: 404,
  session_not_found: 404,
  not_found: 404,
  method_not_allowed: 405,
  internal_error: 500,
};

/** A REST request that cannot be answered; becomes the documented envelope. */
export class RestError extends Error {
  override readonly name = 'RestError';

  constructor(
    readonly code: RestErrorCode,
    message: string,
    readonly param: string | null = null,
    readonly status: number = STATUS[code] ?? 400,
  ) {
    super(message);
  }

  /** The body (protocol.md section 9.3). */
  body(requestId: string): object {
    const { code, message, param } = this;
    // The envelope names the field in front of its message; the list has it beside.
    const field = `${param ?? 'body'}: `;
    const plain = message.startsWith(field) ? message.slice(field.length) : message;
    const errors = code === 'validation_error' ? [{ message: plain, param }] : [];
    return { code, message, param, request_id: requestId, errors, detail: null };
  }
}
