import { dirname } from 'node:path/posix';
import { folderLoaderOf } from '../../../../analyzers/readings/python/folder-loaders.ts';
import { importedBare } from '../../../../analyzers/readings/python/imported-bare.ts';
import { loadedApart, loadedByPath } from '../../../../analyzers/readings/python/loaded-apart.ts';
import { listersIn } from '../../../../analyzers/readings/python/stays-a-file.ts';
import { lineAt, lineStartsOf } from '../../../core/lines.ts';
import type { View } from '../../../workspace/view.ts';
import type { Defect } from './defect.ts';
import type { PythonFile } from './read-file.ts';
import type { SplitShape } from './split-shape.ts';

/**
 * A new file is taken for what lies in its folder: a plug-in that a package loads by listing it, a test module that pytest collects. Or it is not
 * found there: by a file that is loaded by its path, or that another one has by a name from above.
 */
export const foundByFolder = (after: View, split: SplitShape): Defect[] => [
  ...loadedByList(after, split),
  ...loadedFromElsewhere(after, split),
  ...collectedTwice(split),
  ...importedAlone(after, split),
  ...runByFolder(split),
];

function loadedByList(view: View, { before, parts }: SplitShape): Defect[] {
  const fresh = parts.filter(({ path }) => path !== before.path);
  const folders = new Set(fresh.map(({ path }) => dirname(path)));
  return view.files.flatMap(({ path, state, grammar }): Defect[] => {
    if (state !== 'text' || grammar !== 'python' || !folders.has(dirname(path)) || path === before.path) return [];
    if (fresh.some((part) => part.path === path)) return [];
    const [lister] = listersIn(view, path);
    if (!lister) return [];
    const line = lineAt(lineStartsOf(view.text(path)), view.syntax(path).start[lister.node]!);
    return fresh
      .filter((part) => dirname(part.path) === dirname(path))
      .map((part) => ({ path: part.path, why: `${path}:${line} lists the files of this folder, and finds it there` }));
  });
}

function loadedFromElsewhere(view: View, { before, parts }: SplitShape): Defect[] {
  return parts
    .filter(({ path }) => path !== before.path && dirname(path) === dirname(before.path))
    .flatMap(({ path }): Defect[] => {
      const loader = folderLoaderOf(view, path);
      return loader?.certain
        ? [{ path, why: `${loader.place} lists the files of this folder, and finds it there` }]
        : [];
    });
}

const TESTS = /(^|\/)(test_[^/]*|[^/]*_test)\.py$/;

function collectedTwice({ facade, parts }: SplitShape): Defect[] {
  if (!TESTS.test(facade.path)) return [];
  return parts
    .filter(({ path }) => TESTS.test(path) && path !== facade.path)
    .flatMap(({ path, name, statements }): Defect[] => {
      const own = new Set(statements.flatMap(({ binds }) => binds).filter((one) => /^(test|Test)/.test(one)));
      const given = facade.statements
        .flatMap(({ imports }) => imports)
        .filter(({ module }) => module === name.dotted || name.dotted.endsWith(`.${module}`) || module === '')
        .flatMap(({ names }) => names)
        .find((one) => own.has(one.name));
      return given === undefined
        ? []
        : [{ path, why: `pytest collects ${given.name} here, and once more from ${facade.path}, which imports it` }];
    });
}

function importedAlone(view: View, split: SplitShape): Defect[] {
  const { before, facade, parts } = split;
  if (before.name.package !== '') return loadedInNoPackage(view, split);
  const isBare = parts.some(({ name }) => !name.dotted.includes('.'));
  const apart = isBare ? loadedApart(view, facade.path) : null;
  return apart === null ? [] : [{ path: facade.path, why: `${apart}, and its folder is not searched for its parts` }];
}

/** Loaded by its path, a file is in no package: one that asked for nothing of its package could be. */
function loadedInNoPackage(view: View, { before, facade }: SplitShape): Defect[] {
  const asks = (file: PythonFile): boolean =>
    file.statements.some(({ imports }) => imports.some(({ scope, level }) => scope !== 'function' && level > 0));
  if (facade.path !== before.path || asks(before) || !asks(facade)) return [];
  const bound = new Set(before.statements.flatMap(({ binds }) => binds));
  const loader = loadedByPath(view, facade.path) ?? importedBare(view, facade.path, bound);
  return loader === null
    ? []
    : [{ path: facade.path, why: `${loader}, where it is in no package and cannot import its parts` }];
}

/** `python pkg` and a zipped application run `__main__.py` in no package: one that asked for nothing of its package could be. */
function runByFolder({ before, facade, parts }: SplitShape): Defect[] {
  if (!/(^|\/)__main__\.py$/.test(before.path) || parts.length === 0) return [];
  const [top] = before.name.package.split('.');
  const isOwn = ({ module, level }: { readonly module: string; readonly level: number }): boolean =>
    level > 0 || module.split('.')[0] === top;
  const asks = (file: PythonFile): boolean =>
    file.statements.some(({ imports }) => imports.some((item) => item.scope !== 'function' && isOwn(item)));
  return asks(before) || !asks(facade)
    ? []
    : [{ path: facade.path, why: 'run by the path of its folder it is in no package, and cannot import its parts' }];
}
