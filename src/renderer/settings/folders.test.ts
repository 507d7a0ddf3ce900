import { expect, it } from 'vitest';
import { folderName } from './folders';

it.each([
  ['/home/ada/Notes', 'Notes'],
  ['/home/ada/Notes/', 'Notes'],
  ['C:\\Users\\Ada\\My files', 'My files'],
  ['/', '/'],
])('names the folder %s "%s"', (path, name) => {
  expect(folderName(path)).toBe(name);
});
