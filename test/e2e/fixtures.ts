import { test as base } from '@playwright/test';
import { join } from 'node:path';
import { FAKE_MICROPHONE, ParleyApp, type AppOptions } from '../support/app';
import { makeGrantedFolder, type GrantedFolder } from '../support/granted-folder';
import { ScriptedService } from '../support/scripted-service';
import { SoundRig } from '../support/sound-rig';

interface TestFixtures {
  /** Starts the built app; it is closed after the test. Without a rig it has Chromium's own fake microphone. */
  readonly launch: (options?: AppOptions & { readonly rig?: SoundRig }) => Promise<ParleyApp>;
  readonly service: ScriptedService;
  /** A folder with a few files that tools may be allowed to see. */
  readonly papers: GrantedFolder;
}

interface WorkerFixtures {
  /** One sound card for all tests of a file that leave it as it was. */
  readonly rig: SoundRig;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  launch: async ({}, use, info) => {
    const apps: ParleyApp[] = [];
    await use(async ({ rig, ...options } = {}) => {
      const sound = rig ? { environment: { ...rig.environment, ...options.environment } } : {};
      const app = await ParleyApp.launch({
        output: join(info.outputDir, `app-${apps.length}.txt`),
        ...options,
        ...sound,
        switches: [...(rig ? [] : FAKE_MICROPHONE), ...(options.switches ?? [])],
      });
      apps.push(app);
      return app;
    });
    for (const app of apps) {
      if (info.status !== info.expectedStatus) await attachPicture(app, info.outputDir);
      await app.close();
    }
  },

  service: async ({}, use) => {
    const service = await ScriptedService.start();
    await use(service);
    await service.stop();
  },

  papers: async ({}, use) => {
    const papers = await makeGrantedFolder();
    await use(papers);
    papers.remove();
  },

  rig: [
    async ({}, use) => {
      const rig = await SoundRig.start();
      await use(rig);
      await rig.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

export { expect } from '@playwright/test';

async function attachPicture(app: ParleyApp, folder: string): Promise<void> {
  // A window that has crashed cannot be pictured; the test's own failure matters more.
  await app.window.page.screenshot({ path: join(folder, 'window.png') }).catch(() => undefined);
}
