import { nameOf } from '../../../../analyzers/readings/python/source.ts';
import { sameBareName, takenBy } from '../../../../analyzers/readings/python/taken-modules.ts';
import { absoluteModule } from '../../../languages/python/module-name.ts';
import { readImports } from '../../../languages/python/read-imports.ts';
import { isStandard } from '../../../languages/python/stdlib-modules.ts';
import type { View } from '../../../workspace/view.ts';
import { wordsOf } from '../../../workspace/words-of.ts';
import type { Defect } from './defect.ts';
import type { SplitShape } from './split-shape.ts';

/** What Python takes in place of a new file beside it: a package, a module in machine code, or what the build makes one of. */
export function shadowedParts(before: View, after: View, { parts }: SplitShape): Defect[] {
  return parts.flatMap(({ path, name }): Defect[] => {
    const twin = sameBareName(after, path, name.dotted);
    if (twin !== null)
      return [{ path, why: `${twin} goes by the bare name ${name.dotted} too, and a program that has both finds one` }];
    const meant = before.file(path) ? null : meantBefore(before, name.dotted);
    if (meant !== null) return [{ path, why: `${meant}, and would get this file now` }];
    const found = takenBy(after, path, name.dotted) ?? (before.file(path) ? null : takenBy(before, path, name.dotted));
    return found === null ? [] : [{ path, why: `Python imports ${found} under the name ${name.dotted}` }];
  });
}

/** What meant another module by the name of a new file: the standard library, an installed package, or none, and goes on without it. */
function meantBefore(before: View, dotted: string): string | null {
  // Below a package of such a name, the package itself was taken for it before.
  if (!dotted.includes('.') && isStandard(dotted)) return `${dotted} is a module of the standard library`;
  const last = dotted.slice(dotted.lastIndexOf('.') + 1);
  const asking = before.files.find(
    ({ path, state, grammar }) =>
      state === 'text' && grammar === 'python' && wordsOf(before, path).has(last) && asksFor(before, path, dotted),
  );
  return asking === undefined ? null : `${asking.path} asks for ${dotted}`;
}

/** As a module: `from pkg import part` may mean an attribute. */
const asksFor = (view: View, path: string, dotted: string): boolean =>
  readImports(view.syntax(path)).some(({ kind, level, module, names }) =>
    (kind === 'import'
      ? names.map(({ name }) => name)
      : [absoluteModule(level, module, nameOf(view, path).package) ?? '']
    ).some((one) => one === dotted || one.startsWith(`${dotted}.`)),
  );
