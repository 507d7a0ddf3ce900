import { expect, it } from 'vitest';
import { findUser, wrapperScript } from './unprivileged-user.mjs';

const user = { name: 'parley', uid: 999, gid: 995, home: '/var/lib/parley' };

it('finds a user in the list of users by the whole name', () => {
  const passwd =
    'root:x:0:0:root:/root:/bin/bash\nparley2:x:1:1::/x:/bin/sh\nparley:x:999:995::/var/lib/parley:/usr/sbin/nologin\n';
  expect(findUser(passwd, 'parley')).toEqual(user);
  expect(findUser(passwd, 'nobody')).toBeUndefined();
});

it('writes a wrapper that quotes odd paths and ends as the program itself', () => {
  const script = wrapperScript(user, "/a folder/it's/electron");
  expect(script).toContain(String.raw`'/a folder/it'\''s/electron' "$@"`);
  expect(script).toContain('exec setpriv --pdeathsig=TERM --reuid=999 --regid=995 --init-groups --');
});
