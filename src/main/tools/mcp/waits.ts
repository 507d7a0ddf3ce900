/** Waits for a state: whoever changes it says `look`. */
export class Waits {
  private readonly looks = new Set<() => void>();

  /** Has every wait look whether it is over. */
  look(): void {
    for (const look of [...this.looks]) look();
  }

  /** Resolves when it holds, now or after a `look`, or after this time. */
  until(holds: () => boolean, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(clock);
        this.looks.delete(look);
        resolve();
      };
      const look = () => {
        if (holds()) end();
      };
      const clock = setTimeout(end, ms);
      this.looks.add(look);
      look();
    });
  }
}
