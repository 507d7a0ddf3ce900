import { describe, expect, it } from 'vitest';
import { installableNames, isDebianLike, missingLibraries, missingPackages } from './system-packages.mjs';

describe('which systems count as Debian-like', () => {
  it.each([
    ['Debian', 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n', true],
    ['Ubuntu', 'ID=ubuntu\nID_LIKE=debian\n', true],
    ['Mint', 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', true],
    ['Fedora', 'ID=fedora\nNAME="not debian"\n', false],
    ['one that is unknown', '', false],
  ])('%s', (_name, osRelease, expected) => {
    expect(isDebianLike(osRelease)).toBe(expected);
  });
});

describe('missing packages', () => {
  it('counts a package as installed by any of its names, and only when it is wholly installed', () => {
    const list = 'ii  xvfb\nii  libasound2t64\nrc  sox\nun  flite\n';
    expect(
      missingPackages([['xvfb'], ['libasound2', 'libasound2t64'], ['sox'], ['flite'], ['dbus']], list),
    ).toEqual([['sox'], ['flite'], ['dbus']]);
  });

  it('asks for the name that this release can install', () => {
    const policy = [
      'libasound2:',
      '  Installed: (none)',
      '  Candidate: (none)',
      'libasound2t64:',
      '  Installed: (none)',
      '  Candidate: 1.2.11',
      'libgtk-3-0:',
      '  Installed: (none)',
      '  Candidate: 3.24.38',
      '',
    ].join('\n');
    const wanted = [['libasound2', 'libasound2t64'], ['libgtk-3-0', 'libgtk-3-0t64'], ['unheard-of']];
    expect(installableNames(wanted, policy)).toEqual(['libasound2t64', 'libgtk-3-0', 'unheard-of']);
  });
});

it('names the libraries that ldd does not find', () => {
  expect(missingLibraries('\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x0)\n')).toEqual([
    'libnss3.so',
  ]);
});
