import {
  compiledBeside,
  mentionedPaths,
  projectConfigs,
  stubBeside,
} from '../../../../analyzers/readings/python/files-beside.ts';
import { nameOf } from '../../../../analyzers/readings/python/source.ts';
import { staysAFile } from '../../../../analyzers/readings/python/stays-a-file.ts';
import { absoluteModule } from '../../../languages/python/module-name.ts';
import { readImports } from '../../../languages/python/read-imports.ts';
import type { View } from '../../../workspace/view.ts';
import type { Defect } from './defect.ts';
import type { SplitShape } from './split-shape.ts';

/** What depends on the module being one file at its place: machine code and stubs beside it, settings that name it, star imports. */
export function moduleFiles(before: View, after: View, split: SplitShape): Defect[] {
  if (split.parts.length === 0) return [];
  return [
    ...besideIt(before, after, split),
    ...namedPath(after, split),
    ...goneFile(before, split),
    ...newStarNames(after, split),
  ];
}

function besideIt(before: View, after: View, { before: old, facade }: SplitShape): Defect[] {
  const compiled = compiledBeside(before, old.path);
  if (compiled !== null)
    return [
      {
        path: facade.path,
        why: `${compiled} is compiled from or in place of ${old.name.dotted}, which is another file now`,
      },
    ];
  const stub = old.path === facade.path ? null : stubBeside(after, old.path);
  return stub === null
    ? []
    : [{ path: facade.path, why: `the stub ${stub} describes a module by its path, where there is a package now` }];
}

/** The file is gone from its path, and something that builds or checks the project goes there. */
function namedPath(after: View, { before, facade }: SplitShape): Defect[] {
  if (before.path === facade.path) return [];
  const file = before.path.slice(before.path.lastIndexOf('/') + 1);
  const isIt = (named: string): boolean =>
    before.path === named || before.path.endsWith(`/${named}`) || named.endsWith(`/${before.path}`);
  return projectConfigs(after).flatMap(({ path, text }): Defect[] => {
    const named = mentionedPaths(text, file).find(isIt);
    return named === undefined
      ? []
      : [{ path: facade.path, why: `${path} names ${named}, which is ${facade.path} now` }];
  });
}

/** The file is gone from its path, and something finds it by that. */
function goneFile(view: View, { before, facade }: SplitShape): Defect[] {
  const why = before.path === facade.path ? null : staysAFile(view, before.path);
  return why === null ? [] : [{ path: facade.path, why: `${before.path} is a package now: ${why}` }];
}

/** Parts of a package are attributes of it: a star import takes them along, unless their names begin with an underscore or `__all__` says less. */
function newStarNames(after: View, { before, facade, parts }: SplitShape): Defect[] {
  if (before.statements.some(({ binds }) => binds.includes('__all__'))) return [];
  const shown = parts.filter(({ name }) => isPublicBelow(name.dotted, facade.name.dotted));
  if (shown.length === 0) return [];
  const taker = after.files.find(
    ({ path, state }) => state === 'text' && path.endsWith('.py') && takesAll(after, path, facade.name.dotted),
  );
  return taker === undefined
    ? []
    : shown.map(({ path, name }) => ({
        path,
        why: `${taker.path} star-imports ${facade.name.dotted}, and ${name.dotted.slice(facade.name.dotted.length + 1)} is one more`,
      }));
}

const isPublicBelow = (dotted: string, above: string): boolean =>
  dotted.startsWith(`${above}.`) && !dotted.slice(above.length + 1).startsWith('_');

function takesAll(view: View, path: string, dotted: string): boolean {
  if (!view.text(path).includes('*')) return false;
  return readImports(view.syntax(path)).some(
    ({ kind, star, level, module }) =>
      kind === 'from' && star && absoluteModule(level, module, nameOf(view, path).package) === dotted,
  );
}
