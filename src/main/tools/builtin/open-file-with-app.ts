import { z } from 'zod';
import type { GrantedFiles, GrantedPath } from '../../permissions/granted-files';
import { appFailure, findApp, riskOfApp, scopeOfApp } from '../apps/find-app';
import { EXECUTABLE_HEAD, wouldRun } from '../files/executable';
import { locate } from '../files/locate';
import { spokenName } from '../files/speak';
import { nameOf } from '../files/walk';
import { defineTool, type ToolFailure } from '../tool';

/** Opens a document with an app other than its usual one. */
export const tool = defineTool({
  name: 'open_file_with_app',
  description:
    'Opens a file with a certain app when the user names both the file and the program to use. Returns the name of the file and of the app; programs and scripts are refused.',
  group: 'apps',
  class: 'reversible',
  foreign: 'names',
  keywords: ['with', 'edit', 'view', 'document'],
  parameters: z.object({
    file: z
      .string()
      .trim()
      .min(1)
      .max(1_000)
      .describe("Name or path of the file as the user says it, e.g. 'holiday photo'.")
      .meta({ examples: ['holiday photo', 'Documents/report.pdf'] }),
    app: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe("Name of the app as the user says it, e.g. 'GIMP'.")
      .meta({ examples: ['GIMP', 'LibreOffice Writer'] }),
  }),
  async aim({ file, app: said }, { apps, files }, signal) {
    const found = findApp(await apps.installed(signal), said);
    if (!found.ok) return found;
    const located = await locate(files, file, 'file', signal);
    if (!located.ok) return located;
    const { path } = located;
    if (await runs(path, files)) return notOpened(path);
    const { app } = found;
    return {
      ok: true,
      target: { app, path },
      card: {
        effect: `Opens ${path.spoken} with ${app.name}.`,
        question: `Shall I open ${spokenName(path)} with ${app.name}?`,
        risk: riskOfApp(app),
        verbs: ['open', 'show', 'edit'],
        preview: app.starts,
      },
      scope: scopeOfApp(app),
    };
  },
  async run(_, { apps, files }, signal, { app, path }) {
    // It may have become another thing since it was approved.
    if (await runs(path, files)) return notOpened(path);
    const started = await apps.start(app, path.absolute, signal);
    if (!started.ok) return appFailure(started);
    return {
      ok: true,
      say: `${spokenName(path)} is opening in ${app.name}.`,
      data: { opened: path.spoken, app: app.name },
    };
  },
});

async function runs(path: GrantedPath, files: GrantedFiles): Promise<boolean> {
  const facts = await files.facts(path);
  const { bytes } = await files.read(path, EXECUTABLE_HEAD);
  return wouldRun(nameOf(path), facts.runs, bytes);
}

function notOpened(path: GrantedPath): ToolFailure {
  return {
    ok: false,
    error: `${spokenName(path)} is a program or script and is not opened.`,
    hint: 'Tell the person that programs are not started this way; do not try again.',
    foreign: true,
  };
}
