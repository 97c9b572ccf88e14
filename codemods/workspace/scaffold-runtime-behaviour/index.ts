import { type Client, readClient } from '../../../analyzers/client-hardening/clients.ts';
import { hasBehaviour, writeBehaviour } from '../../../analyzers/client-hardening/runtime-behaviour.ts';
import { type ChangeSet, EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { hashOf } from '../../../src/core/hash.ts';
import type { View } from '../../../src/workspace/view.ts';
import { defineCodemod } from '../../define-codemod.ts';
import { MEND_OPTIONS, type MendOptions } from '../../mend-options.ts';

/** Begins the section of a client's README that says how it behaves when the server fails. Prose is never overwritten. */
export const scaffoldRuntimeBehaviour = defineCodemod<MendOptions>({
  id: 'workspace/scaffold-runtime-behaviour',
  languages: ['rust', 'python'],
  title: 'Begin "Runtime behaviour" in the README of a client, from its source',
  examples: ['new-section', 'new-readme'],
  options: MEND_OPTIONS,
  run(view, { places }) {
    const wanted = new Set(places.map(({ symbol }) => symbol));
    const made = view.config.clients
      .filter(({ path }) => wanted.has(path))
      .map((config) => written(view, readClient(view, config)));
    const create = made.flatMap((one) => one.create);
    const edit = made
      .flatMap((one) => one.edit)
      .filter(({ path }, i, all) => all.findIndex((one) => one.path === path) === i);
    const base = edit.map(({ path }) => ({ path, hash: hashOf(view.text(path)), mode: view.file(path)!.mode }));
    return { status: 'changed', changeSet: { ...EMPTY_CHANGE_SET, base, create, edit }, notes: [] };
  },
});

function written(view: View, client: Client): Pick<ChangeSet, 'create' | 'edit'> {
  const { readme, folder } = client;
  const section = writeBehaviour(client);
  if (readme === null) {
    const path = folder === '' || folder === '.' ? 'README.md' : `${folder}/README.md`;
    const text = `# ${folder.split('/').at(-1) || 'Client'}\n\n${section}`;
    return { create: [{ path, mode: 0o644, parts: [{ text, reason: 'notes' }] }], edit: [] };
  }
  const text = view.text(readme);
  if (hasBehaviour(text)) return { create: [], edit: [] };
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lead = text === '' || text.endsWith('\n') ? '\n' : '\n\n';
  const end = text.length;
  const added = `${lead}${section}`.replaceAll('\n', newline);
  return { create: [], edit: [{ path: readme, edits: [{ start: end, end, text: added, reason: 'notes' }] }] };
}
