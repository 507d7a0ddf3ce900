/** That no view is forgotten in the list. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { overlayViews, views } from './list';

const RENDERER = join(import.meta.dirname, '../../../src/renderer');
/** Parts that are used by views, and are none. */
const IS_PART = /^(ui\/|App\.svelte|AppHeader\.svelte)/;
/** What is called so is something that a person comes to. */
const IS_VIEW =
  /(View|Sheet|Dialog|Question|Step|Section|Form|Panel|Editor|Page|Bar|Card|Import|Paste|Learn\w*)\.svelte$/;

const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.svelte') && !IS_PART.test(file));
const nameOf = (file: string) => basename(file, '.svelte');
const importsOf = (file: string) =>
  [...readFileSync(join(RENDERER, file), 'utf8').matchAll(/\/(\w+)\.svelte'/g)].map(([, name]) => name!);
const listed = new Set([...views, ...overlayViews].flatMap(({ shows }) => shows));

/** Everything that stands in the list, with the parts of it that are no views of their own. */
function reached(): ReadonlySet<string> {
  const all = new Set<string>();
  const visit = (name: string) => {
    if (all.has(name)) return;
    all.add(name);
    const file = files.find((one) => nameOf(one) === name);
    for (const part of file ? importsOf(file) : []) if (!IS_VIEW.test(`${part}.svelte`)) visit(part);
  };
  // The window itself brings some parts.
  for (const name of [
    ...listed,
    ...importsOf('App.svelte').filter((part) => ['Waiting', 'Announcements'].includes(part)),
  ])
    visit(name);
  return all;
}

describe('the list of views', () => {
  it('has every view, every section of the settings, and every step of the first minute', () => {
    const views = files.filter((file) => IS_VIEW.test(file)).map(nameOf);
    expect(views.length).toBeGreaterThan(50);
    expect(views.filter((name) => !listed.has(name))).toEqual([]);
  });

  it('reaches every component', () => {
    const shown = reached();
    expect(files.map(nameOf).filter((name) => !shown.has(name))).toEqual([]);
  });

  it('names only components that are there', () => {
    const names = new Set(files.map(nameOf));
    expect([...listed].filter((name) => !names.has(name))).toEqual([]);
  });
});
