/** The time for what counts by itself, once a second, and only while the window can be seen. */
export class SecondClock {
  /** Epoch milliseconds. */
  now = $state(Date.now());

  /** Counts until the returned function is called; whole seconds since `anchor` (epoch milliseconds) are met. */
  run(anchor: number): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      clearTimeout(timer);
      if (document.hidden) return;
      const now = Date.now();
      this.now = now;
      const since = (((now - anchor) % 1_000) + 1_000) % 1_000;
      timer = setTimeout(tick, 1_000 - since);
    };
    document.addEventListener('visibilitychange', tick);
    tick();
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }
}
