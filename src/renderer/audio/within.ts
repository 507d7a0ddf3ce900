/**
 * The result of `work`, or a rejection when it takes longer than `milliseconds`.
 * Chromium leaves some promises of an audio context open for ever when a device has gone.
 */
export function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The sound system did not answer.')), milliseconds);
    work.finally(() => clearTimeout(late)).then(resolve, reject);
  });
}
