import type { ParleyApp } from './app';
import { until } from './until';

/** Any app on Electron that Playwright drives. */
export type ElectronApp = Pick<ParleyApp, 'electron'>;

/** The processes of the app that a test may want to end: by the names that main gives them. */
export type ServiceName = 'Parley speech' | 'Parley local agent' | 'Parley keys';

/** The process id of a service, as soon as it runs. */
export function servicePid(app: ElectronApp, name: ServiceName): Promise<number> {
  return until(`${name} runs`, () =>
    app.electron.evaluate(
      ({ app: electron }, wanted) => electron.getAppMetrics().find((metric) => metric.name === wanted)?.pid,
      name,
    ),
  );
}

/** The services that run now. */
export async function services(app: ElectronApp): Promise<readonly string[]> {
  return app.electron.evaluate(({ app: electron }) =>
    electron.getAppMetrics().flatMap(({ name }) => (name === undefined ? [] : [name])),
  );
}

/** The process ids of the app's pages with their addresses. */
export function pagePids(
  app: ElectronApp,
): Promise<readonly { readonly url: string; readonly pid: number }[]> {
  return app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((page) => ({ url: page.getURL(), pid: page.getOSProcessId() })),
  );
}

/** The process id of the page with this file name. */
export async function pagePid(app: ParleyApp, file: string): Promise<number> {
  const page = (await pagePids(app)).find(({ url }) => url.endsWith(`/${file}`));
  if (!page) throw new Error(`There is no page ${file}.`);
  return page.pid;
}
