/** How long a newcomer takes from the first window to the first spoken answer, every step done by keyboard. */
import { FirstMinute } from '../../support/first-minute';
import { newcomer } from '../../support/newcomer';
import { makeTempFolder } from '../../support/temp-folder';
import type { Measurement } from '../measurement';
import { summarize } from '../statistics';

const RUNS = 3;
const TARGET_SECONDS = 60;

export const firstMinute: Measurement = {
  name: 'first-minute',
  run: async (bench) => {
    const rig = await bench.rig();
    const seconds: number[] = [];
    while (seconds.length < RUNS) {
      const home = await makeTempFolder('home');
      const minute = await FirstMinute.start(home, { environment: rig.environment });
      try {
        seconds.push(await newcomer(minute, rig));
      } finally {
        await minute.close();
        home.remove();
      }
    }
    const { p50, p99, max, count } = summarize(seconds);
    return {
      rows: [
        {
          measurement: 'first window -> first sound of the first answer (seconds)',
          p50,
          p99,
          other: `max ${max.toFixed(1)}; ${String(count)} newcomers who read nothing twice`,
          target: `max <= ${String(TARGET_SECONDS)}`,
          met: max <= TARGET_SECONDS,
        },
      ],
      details: { seconds },
    };
  },
};
