import { z } from 'zod';
import { ProblemError, type Problem } from '../../../shared/problem';
import type { KeyStore } from '../../storage/key-store';

const serverSecretsSchema = z.object({
  /** By place: `env:NAME`, `header:name`, `secret:NAME`. */
  values: z.record(z.string(), z.string()),
  oauth: z.string().nullable(),
});
/** What of a server is secret. */
export type ServerSecrets = Readonly<z.infer<typeof serverSecretsSchema>>;

const allSchema = z.record(z.string(), serverSecretsSchema);
const none: ServerSecrets = { values: {}, oauth: null };

/** The secrets of all MCP servers: one entry of the keychain, read when a server that has any is started or changed. */
export class McpSecrets {
  private writing: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: KeyStore) {}

  /** Rejects with {@link ProblemError} when the keychain does not give them now. */
  async of(server: string): Promise<ServerSecrets> {
    return (await this.all())[server] ?? none;
  }

  /** Changes the secrets of a server, one change after the other. Rejects with {@link ProblemError}. */
  change(server: string, next: (before: ServerSecrets) => ServerSecrets): Promise<void> {
    const change = this.writing.then(async () => {
      const before = await this.all();
      const after = next(before[server] ?? none);
      const empty = Object.keys(after.values).length === 0 && after.oauth === null;
      const others = Object.fromEntries(Object.entries(before).filter(([other]) => other !== server));
      // The keychain is left alone as long as there is nothing to keep.
      if (empty && before[server] === undefined) return;
      await this.write(empty ? others : { ...others, [server]: after });
    });
    this.writing = change.catch(() => undefined);
    return change;
  }

  /** Forgets all of them, whether the keychain gives them or not. Rejects when the disk refuses. */
  forget(): Promise<void> {
    const done = this.writing.then(() => void this.store.forget());
    this.writing = done.catch(() => undefined);
    return done;
  }

  private async all(): Promise<Readonly<Record<string, ServerSecrets>>> {
    const text = await this.store.read();
    if (text === null) {
      // Locked is not empty: writing now would lose what is there.
      if (this.store.status() !== 'absent') throw new ProblemError(locked);
      return {};
    }
    try {
      return allSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    } catch {
      return {};
    }
  }

  private async write(all: Readonly<Record<string, ServerSecrets>>): Promise<void> {
    if (Object.keys(all).length === 0) this.store.forget();
    else await this.store.save(Buffer.from(JSON.stringify(all)).toString('base64url'));
  }
}

const locked: Problem = {
  code: 'mcp_keychain_locked',
  sentence: 'The keychain does not give the keys of the MCP servers.',
  next: 'Unlock it and try again.',
};
