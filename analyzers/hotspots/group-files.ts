import { by } from '../../src/core/compare.ts';
import type { Language } from '../../src/languages/language.ts';
import type { Manifests } from '../../src/workspace/manifests.ts';
import type { View } from '../../src/workspace/view.ts';
import { functionEntries } from './function-entries.ts';
import type { Grouping } from './hotspot.ts';
import type { MeasuredFile } from './measure-files.ts';
import { mergeFiles, type Unranked } from './merge-files.ts';

/** The entries of a grouping. But for functions, each physical line is in exactly one of them. */
export function entriesOf(
  { history, manifests }: View,
  files: readonly MeasuredFile[],
  grouping: Grouping,
): Unranked[] {
  if (grouping === 'function') return files.flatMap((file) => functionEntries(file, history));
  if (grouping === 'module')
    return groupBy(files, ({ host }) => host).map((group) => {
      // Host first, then fragments in order of splicing. Where the host could not be read, its first fragment stands for the module.
      const parts = group.sort(by(({ position }) => position));
      return mergeFiles(parts, history, { fragments: parts.slice(1).map(({ path }) => path) });
    });
  if (grouping === 'crate') {
    const ownerOf = packageFinder(manifests);
    return groupBy(files, ({ path, language }) => ownerOf(path, language).manifest).map((group) => {
      const { manifest, name } = ownerOf(group[0]!.path, group[0]!.language);
      return { ...mergeFiles(group, history, { path: manifest, module: name }), isFragment: false };
    });
  }
  return files.map((file) => mergeFiles([file], history));
}

interface Package {
  readonly name: string;
  readonly dir: string;
  readonly manifest: string;
}

/** What is below no manifest belongs together. */
const NOWHERE: Package = { name: '(in no package)', dir: '', manifest: '.' };

/** The package that a file belongs to: the nearest above it of its language, else the nearest at all. */
export function packageFinder({
  crates,
  distributions,
  packages,
}: Manifests): (path: string, language: Language) => Package {
  const nearestFirst = (some: readonly Package[]): Package[] => [...some].sort(by(({ dir }) => -dir.length));
  const byLanguage: Readonly<Record<Language, readonly Package[]>> = {
    rust: nearestFirst(crates),
    python: nearestFirst(distributions),
    javascript: nearestFirst(packages),
  };
  const all = nearestFirst([...crates, ...distributions, ...packages]);
  return (path, language) => {
    const isAbove = ({ dir }: Package): boolean => dir === '' || path.startsWith(`${dir}/`);
    return byLanguage[language].find(isAbove) ?? all.find(isAbove) ?? NOWHERE;
  };
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}
