/**
 * Runs tasks in the order they came, each after the one before has ended. onnxruntime-node needs it: when several
 * threads load its native library at once, one start in ten hangs for good.
 */
export class OneAtATime {
  private last: Promise<unknown> = Promise.resolve();

  /** Resolves or rejects as the task does; a failed task does not hold up the next. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.last.then(task, task);
    this.last = result;
    return result;
  }
}
