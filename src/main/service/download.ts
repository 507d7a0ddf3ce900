import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Problem } from '../../shared/problem';
import { isLoopback } from '../../shared/settings/service-host';
import { errorCode } from '../../shared/error-code';
import type { ServiceAddress } from './endpoints';
import { ConnectionFailure } from './network/failure';
import type { ServiceNetwork } from './network/network';
import { noFacts, ServiceError } from './service-error';
import { open } from './transport';

/** How an artifact is fetched. */
export interface DownloadOptions {
  /** Bytes received and, where the server tells, in all. */
  readonly onProgress?: (received: number, total: number | null) => void;
  readonly signal?: AbortSignal;
  /** More is refused; half a gigabyte when left out: a session's longest recording is a fifth of it. */
  readonly maxBytes?: number;
}

const MOST_BYTES = 512 * 1024 * 1024;
const BEGINNING_MS = 15_000;
/** A transfer that stands still for so long is given up. */
const STILL_MS = 30_000;

/**
 * Fetches an address to a file, which appears under its name only when it is whole. Resolves to its size. Rejects
 * with {@link ServiceError}, {@link ConnectionFailure} or the signal's reason.
 */
export async function download(
  url: string,
  file: string,
  { onProgress, signal, maxBytes = MOST_BYTES }: DownloadOptions,
  network: ServiceNetwork,
  service: ServiceAddress,
): Promise<number> {
  if (!mayFetch(url, service)) throw refused(unsafe);
  const part = `${file}.${randomUUID()}.part`;
  try {
    const request = { method: 'GET', url, headers: {}, body: null, timeoutMs: BEGINNING_MS, signal } as const;
    const answer = await open(request, network);
    const status = answer.statusCode ?? 0;
    if (status !== 200) throw refused(status === 403 || status === 404 ? gone : failed, status, answer);
    const told = Number(answer.headers['content-length'] ?? NaN);
    const total = Number.isFinite(told) ? told : null;
    if (total !== null && total > maxBytes) throw refused(tooLong, status, answer);
    let received = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        received += chunk.length;
        if (received > maxBytes) return done(refused(tooLong));
        onProgress?.(received, total);
        done(null, chunk);
      },
    });
    answer.setTimeout(STILL_MS, () => answer.destroy(new ConnectionFailure('connection_timed_out')));
    await pipeline(answer, counted, createWriteStream(part, { flags: 'wx', mode: 0o600 }), { signal });
    await rename(part, file);
    return received;
  } catch (error) {
    await rm(part, { force: true });
    throw FILE_TROUBLES.includes(errorCode(error)) ? refused(unwritable) : error;
  }
}

/** Encrypted, or on this computer when the service itself is there: nobody may send us to a server of our own. */
function mayFetch(url: string, service: ServiceAddress): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (protocol === 'https:') return true;
  return protocol === 'http:' && isLoopback(hostname) && isLoopback(new URL(service.restUrl).hostname);
}

const FILE_TROUBLES = [
  'ENOSPC',
  'EDQUOT',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EIO',
  'ENAMETOOLONG',
];

function refused(problem: Problem, status: number | null = null, answer?: IncomingMessage): ServiceError {
  answer?.destroy();
  return new ServiceError(problem, { ...noFacts, status });
}

const unsafe: Problem = {
  code: 'artifact_address',
  sentence: 'The recording is not at a safe address, so it was not fetched.',
  next: 'Check the custom host in Settings.',
};

const gone: Problem = {
  code: 'artifact_gone',
  sentence: 'The address of the recording is no longer good.',
  next: 'Fetch it again: the service gives a new address each time, for one hour.',
};

const failed: Problem = {
  code: 'artifact_failed',
  sentence: 'The service did not give the recording.',
  next: 'Try again in a few minutes.',
};

const tooLong: Problem = {
  code: 'artifact_too_long',
  sentence: 'The recording is larger than Parley fetches.',
  next: 'Fetch it in the AssemblyAI dashboard.',
};

const unwritable: Problem = {
  code: 'artifact_unwritable',
  sentence: 'The recording could not be saved.',
  next: 'Check that the disk has room and that Parley may write to the folder.',
};
