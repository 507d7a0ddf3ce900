import { X509Certificate } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as tls from 'node:tls';
import type { Environment } from './routes';

/** Where Linux systems keep the certificates they trust; the first that is there counts. */
const SYSTEM_BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/** What is known only at run time: where certificates are looked for. */
export interface CertificatePlaces {
  readonly platform: NodeJS.Platform;
  readonly environment: Environment;
  /** Told of a place that the person named and that cannot be read, by the name of its variable. */
  readonly onUnreadable: (variable: string, error: unknown) => void;
}

/**
 * Every certificate that may vouch for a server, in PEM: those that Node brings, those of the system, and those of
 * SSL_CERT_FILE, SSL_CERT_DIR and NODE_EXTRA_CA_CERTS. Certificates are added only; no check is ever left out.
 */
export async function trustedRoots(places: CertificatePlaces): Promise<readonly string[]> {
  const found = await Promise.all([
    systemRoots(places.platform),
    named('SSL_CERT_FILE', places, readBundle),
    named('NODE_EXTRA_CA_CERTS', places, readBundle),
    named('SSL_CERT_DIR', places, readFolder),
  ]);
  const own = new Set(tls.rootCertificates);
  const added = found.flat().filter((certificate) => !own.has(certificate) && isReadable(certificate));
  return [...own, ...new Set(added)];
}

async function systemRoots(platform: NodeJS.Platform): Promise<readonly string[]> {
  if (platform !== 'linux') return storeOfSystem();
  for (const bundle of SYSTEM_BUNDLES) {
    const certificates = await readBundle(bundle).catch(() => []);
    if (certificates.length > 0) return certificates;
  }
  return [];
}

/** Runtimes before Node 22.15 cannot ask; they have Node's own certificates and the named files. */
function storeOfSystem(): readonly string[] {
  const ask = 'getCACertificates' in tls ? tls.getCACertificates : null;
  return typeof ask === 'function' ? (ask as (store: 'system') => readonly string[])('system') : [];
}

async function named(
  variable: string,
  { environment, onUnreadable }: CertificatePlaces,
  read: (path: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const path = environment[variable]?.trim();
  if (!path) return [];
  try {
    return await read(path);
  } catch (error) {
    onUnreadable(variable, error);
    return [];
  }
}

async function readBundle(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'latin1');
  return text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
}

async function readFolder(path: string): Promise<readonly string[]> {
  const names = await readdir(path);
  // A folder of certificates holds links to the same files, and other things.
  const read = names.map((name) => readBundle(join(path, name)).catch(() => []));
  return (await Promise.all(read)).flat();
}

/** One that cannot be read would spoil the whole list on some runtimes. */
function isReadable(certificate: string): boolean {
  try {
    return new X509Certificate(certificate).raw.length > 0;
  } catch {
    return false;
  }
}
