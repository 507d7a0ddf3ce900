/** Keeps the newest few of many things in bounded memory. */
export class NewestFew<T extends { readonly modified: number }> {
  private kept: T[] = [];
  private oldest = -Infinity;

  constructor(private readonly most: number) {}

  add(item: T): void {
    if (item.modified < this.oldest) return;
    this.kept.push(item);
    if (this.kept.length < this.most * 4) return;
    this.kept = this.sorted();
    this.oldest = this.kept.at(-1)?.modified ?? -Infinity;
  }

  /** The newest first. */
  sorted(): T[] {
    return [...this.kept].sort((a, b) => b.modified - a.modified).slice(0, this.most);
  }
}
