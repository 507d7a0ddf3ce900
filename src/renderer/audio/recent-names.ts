/** Remembers the last `limit` names, so that a talk of any length needs the same memory. */
export class RecentNames {
  private readonly names = new Set<string>();

  constructor(private readonly limit: number) {}

  add(name: string): void {
    this.names.delete(name);
    this.names.add(name);
    for (const oldest of this.names) {
      if (this.names.size <= this.limit) return;
      this.names.delete(oldest);
    }
  }

  has(name: string): boolean {
    return this.names.has(name);
  }

  forEach(visit: (name: string) => void): void {
    this.names.forEach(visit);
  }
}
