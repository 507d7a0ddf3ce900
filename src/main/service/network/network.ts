/*
 * The way to the hosted service: proxies of the environment and the system, certificates of the system and the
 * company. One way for the socket and for REST. routes.ts reads what is prescribed, dial.ts goes there,
 * failure.ts says why it did not work.
 */
import { Agent, type RequestOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { createSecureContext, type SecureContext } from 'node:tls';
import { dial } from './dial';
import { environmentRoute, readProxyList, type Environment, type Route } from './routes';
import { trustedRoots, type CertificatePlaces } from './trusted-roots';

/** How the service is reached. */
export interface ServiceNetwork {
  /**
   * The agent for an https or wss address, by which `ws` and `node:https` connect; its errors are
   * ConnectionFailures. Undefined for an unencrypted address, which is on this computer.
   */
  agentFor(url: string): Agent | undefined;
}

/** What the network is made of. */
export interface NetworkWorld extends CertificatePlaces {
  readonly environment: Environment;
  /** The system's answer for an address, as `session.resolveProxy` gives it. */
  readonly systemProxy: (url: string) => Promise<string>;
}

/** The network as this computer prescribes it; certificates are read when they are first needed. */
export function createNetwork(world: NetworkWorld): ServiceNetwork {
  let trust: Promise<SecureContext> | null = null;
  const trusted = () =>
    (trust ??= trustedRoots(world).then((roots) => createSecureContext({ ca: [...roots] })));
  const agent = new RoutedAgent(async (host, port) => {
    const [routes, context] = await Promise.all([routesTo(host, port, world), trusted()]);
    return dial({ host, port }, routes, context);
  });
  return { agentFor: (url) => (/^(?:https|wss):/i.test(url) ? agent : undefined) };
}

async function routesTo(host: string, port: number, world: NetworkWorld): Promise<readonly Route[]> {
  const url = new URL(`https://${host.includes(':') ? `[${host}]` : host}:${String(port)}/`);
  const prescribed = environmentRoute(url, world.environment);
  return prescribed ? [prescribed] : readProxyList(await world.systemProxy(url.href));
}

type Connect = (host: string, port: number) => Promise<Duplex>;

/** Node asks an agent for a connection and is told by callback when it is there. */
class RoutedAgent extends Agent {
  constructor(private readonly connect: Connect) {
    super({ keepAlive: false });
  }

  override createConnection(
    { host, port }: RequestOptions,
    told?: (error: Error | null, socket: Duplex) => void,
  ): undefined {
    // The types want a socket beside an error; Node takes it without.
    const answer = told as ((error: Error | null, socket?: Duplex) => void) | undefined;
    this.connect(host ?? 'localhost', Number(port ?? 443)).then(
      (socket) => answer?.(null, socket),
      (error: Error) => answer?.(error),
    );
  }
}
