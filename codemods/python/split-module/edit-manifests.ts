import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { ChangeSet, Edit } from '../../../src/core/change-set.ts';
import { hashOf } from '../../../src/core/hash.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { Layout } from './layout.ts';
import type { Refuse } from './refuse.ts';

/** A top-level module that is shipped by name (`py-modules = ["m"]`): its parts are listed beside it, or the split is refused. */
export function editManifests(
  view: View,
  source: Source,
  layout: Layout,
  refuse: Refuse,
): Pick<ChangeSet, 'base' | 'edit'> {
  const base: ChangeSet['base'][number][] = [];
  const edit: ChangeSet['edit'][number][] = [];
  const at = source.name.dotted;
  if (source.name.package !== '' || source.name.init) return { base, edit };
  for (const { path, state, mode } of view.files) {
    if (state !== 'text' || !/(^|\/)(pyproject\.toml|setup\.py|setup\.cfg)$/.test(path)) continue;
    const text = view.text(path);
    const made = editManifest(path, text, at, layout, refuse);
    if (made === null) continue;
    base.push({ path, hash: hashOf(text), mode });
    edit.push({ path, edits: [made] });
  }
  return { base, edit };
}

/** Null if the manifest does not ship the module by its name, or is refused. */
function editManifest(path: string, text: string, module: string, layout: Layout, refuse: Refuse): Edit | null {
  const list = /\bpy[-_]modules\s*=\s*\[([^\]]*)\]/.exec(text);
  const quoted = list && new RegExp(`(["'])${module}\\1`).exec(list[1]!);
  const plain = /^\s*py_modules\s*=\s*([^[\n]*(?:\n[ \t]+[^\n]+)*)/m.exec(text);
  const unquoted = plain !== null && list === null && listed(plain[1]!, module);
  const flit = new RegExp(`^\\s*module\\s*=\\s*["']${module}["']`, 'm').test(text) && text.includes('flit');
  const sibling = layout.kind === 'sibling';
  if (list && quoted && sibling) return insertedIn(list, quoted, layout);
  if (unquoted && sibling) return appended(plain, layout);
  if (quoted || unquoted)
    refuse(
      'H26',
      { start: 0, end: 0 },
      `${path} ships the module by its name, and would not ship its parts`,
      'Choose the layout sibling, or list packages in a py_modules = [...] list.',
    );
  else if (flit && sibling)
    refuse(
      'H26',
      { start: 0, end: 0 },
      `${path} ships one file, and would not ship its parts`,
      'Choose the layout package.',
    );
  return null;
}

/** More names behind `"m"` in `["a", "m"]`, in its quotes. */
function insertedIn(list: RegExpExecArray, quoted: RegExpExecArray, { parts }: Layout): Edit {
  const end = list.index + list[0].indexOf(list[1]!) + quoted.index + quoted[0].length;
  const text = parts.map(({ stem }) => `, ${quoted[1]}${stem}${quoted[1]}`).join('');
  return { start: end, end, text, reason: 'manifest' };
}

/** More names behind `a, b` on one line, or one a line below the key. */
function appended(plain: RegExpExecArray, { parts }: Layout): Edit {
  const at = plain.index + plain[0].trimEnd().length;
  const between = /\r?\n[ \t]+(?=\S)/.exec(plain[0].slice(plain[0].indexOf('=')))?.[0] ?? ', ';
  return { start: at, end: at, text: parts.map(({ stem }) => `${between}${stem}`).join(''), reason: 'manifest' };
}

const listed = (value: string, module: string): boolean => value.split(/[\s,]+/).includes(module);
