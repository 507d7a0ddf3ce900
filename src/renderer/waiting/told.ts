/** What a screen reader has been told of already, whichever part of the window told it. */
export class Told {
  private readonly all = new Set<string>();

  /** True the first time it is asked for something. */
  first(what: string): boolean {
    const before = this.all.size;
    return this.all.add(what).size > before;
  }
}
