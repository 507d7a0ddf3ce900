/** The server's name in an address, with its port if it has one; never a path or a key. */
export function hostname(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
