/** A host of the hosted service as the person names it: usable, or refused with a sentence that says why. */
export type ServiceHost =
  | {
      readonly ok: true;
      /** Name and, where one was given, port; lower case. */
      readonly host: string;
      /** False on this computer only, where an unencrypted server is allowed. */
      readonly secure: boolean;
    }
  | { readonly ok: false; readonly sentence: string };

const NAME = String.raw`(?:[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9_])?|\[[0-9A-Fa-f:.]{2,45}\])`;
/** What comes behind the host in the addresses of the documentation; people paste those. */
const HOST = new RegExp(String.raw`^(?:(https?|wss?)://)?(${NAME})(:[0-9]{1,5})?(?:/v1(?:/ws)?)?/?$`, 'i');
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether this host name means this computer. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.includes(hostname.toLowerCase());
}

/** Reads the host of a service as typed: a bare name, or an https or wss address without any further path. */
export function readServiceHost(typed: string): ServiceHost {
  const text = typed.trim();
  if (text === '') return refused('Type the name of a host, such as agents.example.com.');
  if (/^[^/]*\/\/[^/]*@|^[^/]*@/.test(text)) {
    return refused('Leave out the user name and password: the key has its own field.');
  }
  const [, scheme = '', name = '', port = ''] = HOST.exec(text) ?? [];
  if (name === '' || name.includes('..') || Number(port.slice(1)) > 65_535) {
    return refused('Type only the name of a host, such as agents.example.com or https://agents.example.com.');
  }
  const host = name.toLowerCase();
  const plain = /^(?:http|ws)$/i.test(scheme);
  if (plain && !isLoopback(host)) {
    return refused('Unencrypted addresses are allowed on this computer only. Use https or wss.');
  }
  return { ok: true, host: `${host}${port}`, secure: !plain };
}

const refused = (sentence: string): ServiceHost => ({ ok: false, sentence });
