import { networkInterfaces } from 'node:os';

/** A change of network kills sockets without a word: it is noticed this soon. */
const LOOK_MS = 1_000;

/** Watches which networks the computer is in, while a talk depends on it. */
export class NetworkWatch {
  private timer: NodeJS.Timeout | null = null;
  private known = '';

  constructor(
    private readonly changed: () => void,
    private readonly look: () => string = addressesNow,
  ) {}

  /** Watches while `needed`; watching costs nothing otherwise. */
  setNeeded(needed: boolean): void {
    if (needed === (this.timer !== null)) return;
    if (this.timer) {
      clearInterval(this.timer);
      this.timer = null;
      return;
    }
    this.known = this.look();
    this.timer = setInterval(() => this.compare(), LOOK_MS);
  }

  private compare(): void {
    const now = this.look();
    if (now === this.known) return;
    this.known = now;
    this.changed();
  }
}

function addressesNow(): string {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address)
    .sort()
    .join(' ');
}
