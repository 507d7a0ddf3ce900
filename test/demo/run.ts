/**
 * `npm run demo`: the whole product without a person. Synthesized requests are spoken to the built app, what it
 * plays is listened to, and everything is checked. `--file-microphone` uses Chromium's file microphone also where
 * the sound rig would run.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ParleyApp } from '../support/app';
import { startDesktop } from '../support/desktop';
import { makeGrantedFolder } from '../support/granted-folder';
import { missingForSound, RIG_RATE } from '../support/sound/pulse-server';
import { wavFile } from '../support/sound/wav';
import { SoundRig } from '../support/sound-rig';
import { handOver, makeTempFolder } from '../support/temp-folder';
import { turnText, type PlayedTurn } from './report';
import { recordsOf, talkThroughFile, talkThroughRig, wholeTalk, type TurnTimes } from './talks';
import { DEMO_TURNS, mistakesOf } from './turns';

const ARTIFACTS = join(import.meta.dirname, '..', '..', 'artifacts', 'demo');

/** What is undone at the end, in reverse. */
type Undo = () => void | Promise<void>;

/** Runs the demo; resolves to the exit code. */
export async function main(): Promise<number> {
  rmSync(ARTIFACTS, { recursive: true, force: true });
  mkdirSync(ARTIFACTS, { recursive: true });
  const undo: Undo[] = [];
  try {
    return await demo(undo);
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function demo(undo: Undo[]): Promise<number> {
  const desktop = await startDesktop();
  undo.push(() => desktop.stop());
  Object.assign(process.env, desktop.environment);
  const garden = await makeGrantedFolder();
  undo.push(() => garden.remove());
  const started = new Date();
  const { app, times } = await talk(garden.grants, undo);
  const records = recordsOf(await app.window.transcript());
  await app.window.end();
  await app.window.waitForState('Ended');

  const turns = DEMO_TURNS.map((turn, number): PlayedTurn => {
    const record = records[number] ?? { heard: '', tool: null, answer: '' };
    return { turn, record, ...times[number]!, mistakes: mistakesOf(turn, record, started) };
  });
  writeFileSync(join(ARTIFACTS, 'demo.json'), JSON.stringify(turns, null, 2));
  turns.forEach((turn, number) => console.log(`\nTurn ${number + 1}\n${turnText(turn)}`));
  const wrong = turns.filter(({ mistakes }) => mistakes.length > 0).length;
  console.log(`\nPictures and figures: ${ARTIFACTS}`);
  console.log(wrong === 0 ? 'All turns were right.' : `${wrong} of ${turns.length} turns were wrong.`);
  return wrong === 0 ? 0 : 1;
}

async function talk(
  grants: readonly unknown[],
  undo: Undo[],
): Promise<{ readonly app: ParleyApp; readonly times: readonly TurnTimes[] }> {
  const missing = missingForSound();
  const options = { settings: { grants }, output: join(ARTIFACTS, 'app.txt') };
  if (missing.length > 0 || process.argv.includes('--file-microphone')) {
    console.log('The microphone is a recording, played by Chromium; sound is not measured.');
    const folder = await makeTempFolder('recording');
    undo.push(() => folder.remove());
    const file = join(folder.path, 'talk.wav');
    writeFileSync(file, wavFile(await wholeTalk(DEMO_TURNS), RIG_RATE));
    await handOver(file);
    const switches = [
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${file}%noloop`,
    ];
    const app = await launch({ ...options, switches }, undo);
    return { app, times: await talkThroughFile(app.window, DEMO_TURNS, pictures(app)) };
  }
  const rig = await SoundRig.start();
  undo.push(() => rig.stop());
  console.log(
    `Sound goes through a virtual sound card and is measured there, right within ${rig.accuracy.uncertaintyMs} ms.`,
  );
  const app = await launch({ ...options, environment: rig.environment }, undo);
  return { app, times: await talkThroughRig(rig, app.window, DEMO_TURNS, pictures(app)) };
}

async function launch(options: Parameters<typeof ParleyApp.launch>[0], undo: Undo[]): Promise<ParleyApp> {
  const app = await ParleyApp.launch(options);
  undo.push(() => app.close());
  return app;
}

function pictures(app: ParleyApp) {
  return async (name: string) => {
    await app.window.page.screenshot({ path: join(ARTIFACTS, `${name}.png`) });
  };
}
