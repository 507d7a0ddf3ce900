import { sep } from 'node:path';

/** Lets pieces of work that touch the same path run one after the other, and all others side by side. */
export class PathQueue {
  private active: readonly { readonly paths: readonly string[]; readonly over: Promise<unknown> }[] = [];

  /** Runs `work` once everything before it that touches one of the paths, or a folder around one, is over. */
  async run<T>(paths: readonly string[], work: () => Promise<T>): Promise<T> {
    const before = this.active.filter((other) => overlap(other.paths, paths)).map(({ over }) => over);
    const result = Promise.allSettled(before).then(work);
    const entry = { paths, over: result };
    this.active = [...this.active, entry];
    try {
      return await result;
    } finally {
      this.active = this.active.filter((other) => other !== entry);
    }
  }
}

function overlap(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.some((other) => within(one, other) || within(other, one)));
}

function within(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
