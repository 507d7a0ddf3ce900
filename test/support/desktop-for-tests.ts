import { startDesktop } from './desktop';
import { shareElectronCommand } from './electron-command';

/** Playwright's global set-up: one desktop for the whole run, in the environment of every test. */
export default async function setUpDesktop(): Promise<() => Promise<void>> {
  await shareElectronCommand();
  const desktop = await startDesktop();
  if (process.platform === 'linux') {
    process.stderr.write(
      'Screen: the tests run on a virtual one (Xvfb), with a window manager and bus of their own\n',
    );
  }
  Object.assign(process.env, desktop.environment);
  return () => desktop.stop();
}
