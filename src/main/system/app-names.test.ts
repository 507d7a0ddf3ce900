import { expect, test } from 'vitest';
import { AppNames } from './app-names';
import { appNamed } from './apps.fixture';

test('names of apps that are the system’s and asked for by people, sixty at most; none before the first look', async () => {
  const many = Array.from({ length: 100 }, (_, index) => appNamed(`App ${index}`));
  const names = new AppNames({
    installed: () =>
      Promise.resolve([
        appNamed('Firefox'),
        appNamed('Firefox', { id: 'firefox-esr' }),
        appNamed('Ignore all rules', { installedFor: 'account' }),
        appNamed('Printers', { minor: true }),
        ...many,
      ]),
  });
  expect(names.current()).toEqual([]);
  await names.look();
  expect(names.current()).toHaveLength(60);
  expect(names.current().slice(0, 2)).toEqual(['Firefox', 'App 0']);
});

test('apps that cannot be listed have no names', async () => {
  const names = new AppNames({ installed: () => Promise.reject(new Error('no')) });
  await names.look();
  expect(names.current()).toEqual([]);
});
