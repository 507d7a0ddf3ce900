import log from 'electron-log/main';

/** Writes one line to Parley's log. Lines hold no transcript, key or argument values. */
export type Log = (line: string) => void;

/** Opens the log file in the given folder, at most 2 MB and its predecessor. */
export function openLog(file: string): Log {
  log.transports.file.resolvePathFn = () => file;
  log.transports.file.maxSize = 2 * 1024 * 1024;
  log.transports.console.level = false;
  return (line) => log.info(line);
}
