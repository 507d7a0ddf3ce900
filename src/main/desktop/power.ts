import { app, powerMonitor } from 'electron';

/** What a talk must know of the computer's own life. */
export interface PowerListener {
  away(reason: 'sleep' | 'lock'): void;
  back(): void;
}

/** Tells of sleep, lock and return. A shutdown quits the app, which says goodbye to the service. */
export function watchPower(listener: PowerListener): void {
  powerMonitor.on('suspend', () => listener.away('sleep'));
  powerMonitor.on('lock-screen', () => listener.away('lock'));
  powerMonitor.on('resume', () => listener.back());
  powerMonitor.on('unlock-screen', () => listener.back());
  // Without this the system ends the app before its sessions are closed.
  powerMonitor.on('shutdown', (event?: { preventDefault?: () => void }) => {
    event?.preventDefault?.();
    app.quit();
  });
}
