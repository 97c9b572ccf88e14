import { posix } from 'node:path';
import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { ChangeSet, Edit } from '../../../src/core/change-set.ts';
import { hashOf } from '../../../src/core/hash.ts';
import type { View } from '../../../src/workspace/view.ts';

interface Placed {
  readonly parts: readonly { readonly stem: string; readonly path: string }[];
  readonly kind: string;
}

/** An entry that stands in a list, and those that a split puts behind it. */
interface More {
  readonly anchor: string;
  readonly entries: readonly string[];
}

/**
 * Ways to name the new files in the lists of a distribution's manifests: one list longer in each, behind the entry for the module, its
 * package or its file. Whether one of them has the files shipped is asked of the manifests then.
 */
export function longerLists(
  view: View,
  source: Source,
  dir: string,
  placed: Placed,
): Pick<ChangeSet, 'base' | 'edit'>[] {
  const more = wanted(source, dir, placed);
  const listed = placed.kind === 'package' ? [] : inMeson(view, source, dir, placed);
  return [
    ...listed,
    ...['pyproject.toml', 'setup.py', 'setup.cfg'].flatMap((name) => {
      const path = dir === '' ? name : `${dir}/${name}`;
      const file = view.file(path);
      if (file?.state !== 'text') return [];
      const text = view.text(path);
      const base = [{ path, hash: hashOf(text), mode: file.mode }];
      const ways = more.flatMap((one) => (name === 'setup.cfg' ? inSettings(text, one) : inArrays(text, one)));
      return ways.map((edit) => ({ base, edit: [{ path, edits: [edit] }] }));
    }),
  ];
}

/** Behind the one string of the `meson.build` files that names the module; null where several do: one of them may install nothing. */
function inMeson(view: View, { path }: Source, dir: string, { parts }: Placed): Pick<ChangeSet, 'base' | 'edit'>[] {
  const places = view.files.flatMap((file) => {
    if (file.state !== 'text' || !/(^|\/)meson\.build$/.test(file.path) || !isIn(dir, file.path)) return [];
    const home = posix.dirname(file.path);
    const text = view.text(file.path);
    const found = [...text.matchAll(/'([^'\\\n]+)'/g)].filter(([, quoted]) => posix.join(home, quoted!) === path);
    return found.map((one) => ({ file, text, home, start: one.index, end: one.index + one[0].length }));
  });
  const [place] = places;
  if (place === undefined || places.length > 1) return [];
  const { file, text, home, start, end } = place;
  const indent = /(\r?\n[ \t]*)$/.exec(text.slice(0, start))?.[1] ?? ' ';
  const added = parts.map((part) => `,${indent}'${posix.relative(home, part.path)}'`).join('');
  return [
    {
      base: [{ path: file.path, hash: hashOf(text), mode: file.mode }],
      edit: [{ path: file.path, edits: [{ start: end, end, text: added, reason: 'manifest' }] }],
    },
  ];
}

const isIn = (dir: string, path: string): boolean => dir === '' || path.startsWith(`${dir}/`);

/** By package, by module and by path. */
function wanted({ name, path }: Source, dir: string, { parts, kind }: Placed): More[] {
  const inside = (whole: string): string => (dir === '' ? whole : whole.slice(dir.length + 1));
  if (kind === 'package') return name.package === '' ? [] : [{ anchor: name.package, entries: [name.dotted] }];
  const home = kind === 'init' ? name.dotted : name.package;
  return [
    { anchor: name.dotted, entries: parts.map(({ stem }) => (home === '' ? stem : `${home}.${stem}`)) },
    { anchor: inside(path), entries: parts.map((part) => inside(part.path)) },
  ];
}

const ARRAY = /\b[\w-]+\s*=\s*(?:\[[^\]]*\]|\([^)]*\))/g;

/** `packages = ["a"]` becomes `["a", "a.b"]`; a list with an entry a line gets a line for each. */
function inArrays(text: string, { anchor, entries }: More): Edit[] {
  return [...text.matchAll(ARRAY)].flatMap((list): Edit[] => {
    const found = [...list[0].matchAll(/(["'])([^"'\n]*)\1/g)].find(
      ([, , quoted]) => quoted!.replace(/^\.\//, '') === anchor,
    );
    if (!found) return [];
    const start = list.index + found.index;
    const end = start + found[0].length;
    const indent = /(\r?\n[ \t]*)$/.exec(text.slice(list.index, start))?.[1];
    const quote = found[1]!;
    const added = entries.map((entry) => `,${indent ?? ' '}${quote}${entry}${quote}`).join('');
    return [{ start: end, end, text: added, reason: 'manifest' }];
  });
}

/** The same in an INI file: one more name on the line, or one a line below the key. */
function inSettings(text: string, { anchor, entries }: More): Edit[] {
  const settings = [
    ...text.matchAll(/^[ \t]*(?:packages|py[-_]modules|include)[ \t]*=[ \t]*[^\n]*(?:\n[ \t]+[^\n]+)*/gm),
  ];
  return settings.flatMap((setting): Edit[] => {
    const value = setting[0].slice(setting[0].indexOf('=') + 1);
    if (!value.split(/[\s,]+/).includes(anchor)) return [];
    const offset = setting.index + setting[0].trimEnd().length;
    const between = /\r?\n[ \t]+(?=\S)/.exec(value)?.[0] ?? ', ';
    return [
      { start: offset, end: offset, text: entries.map((entry) => `${between}${entry}`).join(''), reason: 'manifest' },
    ];
  });
}
