/** What a talk must know of the computer's own life. */
export interface PowerListener {
  away(reason: 'sleep' | 'lock'): void;
  /** Awake and unlocked: the person may be there again. */
  back(): void;
  shutdown(): void;
}

/** Electron's `powerMonitor`, as far as it is used. */
export interface PowerMonitor {
  on(event: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen', tell: () => void): unknown;
  on(event: 'shutdown', tell: (event?: { preventDefault?: () => void }) => void): unknown;
}

/** Tells of sleep, lock and return. A computer that wakes up locked is not back: nobody may listen there. */
export function watchPower(monitor: PowerMonitor, listener: PowerListener): void {
  let asleep = false;
  let locked = false;
  const perhapsBack = () => {
    if (!asleep && !locked) listener.back();
  };
  monitor.on('suspend', () => {
    asleep = true;
    listener.away('sleep');
  });
  monitor.on('lock-screen', () => {
    locked = true;
    listener.away('lock');
  });
  monitor.on('resume', () => {
    asleep = false;
    perhapsBack();
  });
  monitor.on('unlock-screen', () => {
    // Nobody unlocks a computer that sleeps: its waking was not told.
    [asleep, locked] = [false, false];
    perhapsBack();
  });
  // Without this the system ends the app before its sessions are closed.
  monitor.on('shutdown', (event) => {
    event?.preventDefault?.();
    listener.shutdown();
  });
}
