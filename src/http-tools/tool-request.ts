import type { JsonObject } from '../shared/json';

/** How a tool of a stored agent is called (protocol.md section 6.5). */
export interface HttpTool {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

/** A request ready to be sent. */
export interface ToolRequest {
  readonly url: URL;
  readonly method: HttpTool['method'];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** The request of one call: arguments go to the query of GET and DELETE, merged with the address's own, else into a JSON body. */
export function toolRequest({ url: address, method, headers }: HttpTool, args: JsonObject): ToolRequest {
  const url = new URL(address);
  const own = Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value]));
  const standard = { accept: 'application/json, text/plain, */*', 'user-agent': 'Parley' };
  if (method === 'GET' || method === 'DELETE') {
    for (const [name, value] of Object.entries(args)) {
      url.searchParams.set(name, typeof value === 'string' ? value : JSON.stringify(value));
    }
    return { url, method, headers: { ...standard, ...own }, body: null };
  }
  const type = { 'content-type': 'application/json' };
  return { url, method, headers: { ...standard, ...type, ...own }, body: JSON.stringify(args) };
}
