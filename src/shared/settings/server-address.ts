/** The address of a language model server: usable as base of its API, or refused with a sentence that says why. */
export type ServerAddress =
  | {
      readonly ok: true;
      readonly address: string;
      readonly host: string;
      /** What is sent there stays on this computer, unless the server itself passes it on. */
      readonly thisComputer: boolean;
    }
  | { readonly ok: false; readonly sentence: string };

const HOST = String.raw`(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\[[0-9A-Fa-f:.]{2,45}\])`;
const ADDRESS = new RegExp(String.raw`^(https?)://(${HOST})(:[0-9]{1,5})?((?:/[A-Za-z0-9._~%-]+)*)/?$`, 'i');
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Reads an address as typed and gives the base of the API, without a slash at its end. Servers of this kind serve it
 * under `/v1`, which is added where no path is given. Plain http goes to this computer only: what is said must not
 * cross a network where everyone can read it.
 */
export function readServerAddress(typed: string): ServerAddress {
  const [, scheme = '', host = '', port = '', path = ''] = ADDRESS.exec(typed.trim()) ?? [];
  if (scheme === '' || Number(port.slice(1)) > 65_535) {
    return refused('Type an address such as http://127.0.0.1:11434 or https://example.com/v1.');
  }
  const secure = scheme.toLowerCase() === 'https';
  const thisComputer = LOOPBACK.includes(host.toLowerCase());
  if (!secure && !thisComputer) {
    return refused('Plain http is allowed on this computer only. Use https for servers elsewhere.');
  }
  const base = path.replace(/\/chat\/completions$/i, '');
  const name = host.toLowerCase();
  const address = `${scheme.toLowerCase()}://${name}${port}${base || '/v1'}`;
  return { ok: true, address, host: name, thisComputer };
}

const refused = (sentence: string): ServerAddress => ({ ok: false, sentence });
