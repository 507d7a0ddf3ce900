import { errorCode } from '../../shared/error-code';
/** Work that was given away and may be called back, each under a key of its own. */
export class Jobs<Key> {
  private readonly running = new Map<Key, AbortController>();

  /** Runs work; null when it failed, of which `onTrouble` is told the code: messages of models may hold words of the person. */
  async run<T>(
    key: Key,
    start: (signal: AbortSignal) => Promise<T>,
    onTrouble: (code: string) => void,
  ): Promise<T | null | 'cancelled'> {
    const controller = new AbortController();
    this.running.set(key, controller);
    try {
      const result = await start(controller.signal);
      return controller.signal.aborted ? 'cancelled' : result;
    } catch (error) {
      if (controller.signal.aborted) return 'cancelled';
      onTrouble(errorCode(error));
      return null;
    } finally {
      if (this.running.get(key) === controller) this.running.delete(key);
    }
  }

  cancel(key: Key): void {
    this.running.get(key)?.abort();
    this.running.delete(key);
  }

  cancelAll(): void {
    for (const controller of this.running.values()) controller.abort();
    this.running.clear();
  }
}
