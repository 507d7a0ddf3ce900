import { noFaults, type Faults } from './catalogue';

/** Connections for which faults may be laid up. */
const MOST_NEXT = 100;

/** Which faults hold: some for every connection, some for the next ones only, each for one. */
export class Switchboard {
  private next: readonly Faults[] = [];

  constructor(private standing: Faults = noFaults) {}

  /** The faults of every connection, and of the REST side. */
  get current(): Faults {
    return this.standing;
  }

  /** What the next connections will find besides, the nearest first. */
  get waiting(): readonly Faults[] {
    return this.next;
  }

  /** The faults of a connection that is being made; those laid up for it are used up. */
  take(): Faults {
    const [first, ...rest] = this.next;
    this.next = rest;
    return first ? { ...this.standing, ...first } : this.standing;
  }

  /** Holds from now on, instead of what held before. */
  setStanding(faults: Faults): void {
    this.standing = faults;
  }

  /** Holds besides for one connection, after those that wait already; false when too many wait. */
  addNext(faults: Faults): boolean {
    if (this.next.length >= MOST_NEXT) return false;
    this.next = [...this.next, faults];
    return true;
  }

  /** All is well again. */
  clear(): void {
    this.standing = noFaults;
    this.next = [];
  }
}
