import { modulesOf, reachesModule } from '../../../../analyzers/readings/python/reaches-module.ts';
import type { View } from '../../../workspace/view.ts';
import type { Defect } from './defect.ts';
import type { Matching } from './match-statements.ts';
import type { SplitShape } from './split-shape.ts';

/**
 * An import that stood below definitions, and comes back to this module, found them there: a part runs before all that, and must not ask
 * for the same at its top.
 */
export function lateImports(view: View, { before, parts }: SplitShape, { placed }: Matching): Defect[] {
  const moved = [...placed].filter(([, { file }]) => parts.includes(file)).map(([index]) => index);
  const first = moved
    .filter((index) => /^(@|def |class |async def )/.test(before.statements[index]!.text))
    .reduce((least, index) => Math.min(least, index), before.statements.length);
  const late = before.statements.filter(({ kind, index }) => kind === 'import' && index > first);
  return late.flatMap((statement): Defect[] => {
    const asked = statement.imports.flatMap((item) => modulesOf(item, before.name.package));
    const names = new Set(asked);
    const part = parts.find(({ statements, name }) =>
      statements.some(
        ({ imports, kind }) =>
          kind === 'import' &&
          imports.some((item) =>
            modulesOf(item, name.package).some((one) => names.has(one) && !isAbove(before.name.dotted, one)),
          ),
      ),
    );
    if (!part || !reachesModule(view, asked, before.name.dotted)) return [];
    return [
      {
        path: part.path,
        why: `it imports at its top what imports ${before.name.dotted}: ${statement.text.split('\n', 1)[0]}`,
      },
    ];
  });
}

const isAbove = (dotted: string, name: string): boolean => name === dotted || dotted.startsWith(`${name}.`);
