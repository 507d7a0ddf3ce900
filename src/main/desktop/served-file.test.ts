import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileFor } from './served-file';

const folder = '/srv/parley/renderer';

describe('the file behind an address', () => {
  it('is inside the folder', () => {
    expect(fileFor('app://parley/window.html', folder)).toBe(`${folder}/window.html`);
    expect(fileFor('app://parley/assets/a.css?x=1#y', folder)).toBe(`${folder}/assets/a.css`);
  });

  it.each([
    'app://parley/../../etc/passwd',
    'app://parley/%2e%2e/%2e%2e/etc/passwd',
    'app://parley/..%2f..%2fetc/passwd',
    'app://parley/..%5c..%5cetc',
    'app://parley/a%00.html',
    'app://parley/%zz',
    'app://other/window.html',
    'app://parley.example/window.html',
    'https://parley/window.html',
    'file:///etc/passwd',
    '',
  ])('never leaves it: %s', (address) => {
    const file = fileFor(address, folder);
    expect(file === null || file.startsWith(`${folder}/`)).toBe(true);
    if (!address.startsWith('app://parley/')) expect(file).toBeNull();
  });

  it('never leaves it, whatever the path', () => {
    const part = fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', 'a', '', '...', '%00');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const file = fileFor(`app://parley/${parts.join('/')}`, folder);
        expect(file === null || file.startsWith(`${folder}/`)).toBe(true);
      }),
    );
  });
});
