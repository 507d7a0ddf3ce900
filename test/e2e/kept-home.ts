import { makeTempFolder, type TempFolder } from '../support/temp-folder';
import { test as base } from './fixtures';

interface KeptHome {
  /** A home for several starts in one test; it outlives every app of the test. */
  readonly home: TempFolder;
}

/** For tests that look into the app's folder or start the app again on it. */
export const test = base.extend<KeptHome>({
  // Automatic fixtures are set up first, so this one is torn down after the apps have been closed.
  home: [
    async ({}, use) => {
      const home = await makeTempFolder('home');
      await use(home);
      home.remove();
    },
    { auto: true },
  ],
});

export { expect } from './fixtures';
