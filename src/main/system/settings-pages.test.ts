import { expect, test } from 'vitest';
import { settingsPages } from './settings-pages';

async function opened(platform: NodeJS.Platform) {
  const addresses: string[] = [];
  const pages = settingsPages(platform, (address) => {
    addresses.push(address);
    return Promise.resolve();
  });
  for (const page of await pages.available()) expect(await pages.open(page)).toBe(true);
  return addresses;
}

test('macOS and Windows lead to the page of the microphone’s permission and to that of sound', async () => {
  expect(await opened('darwin')).toEqual([
    'x-apple.systempreferences:com.apple.preference.security?Privacy_Microphone',
    'x-apple.systempreferences:com.apple.preference.sound',
  ]);
  expect(await opened('win32')).toEqual(['ms-settings:privacy-microphone', 'ms-settings:sound']);
});

test('a page that does not open is told as not opened', async () => {
  const pages = settingsPages('darwin', () => Promise.reject(new Error('no')));
  expect(await pages.open('sound')).toBe(false);
});
