import { type EnumReads, enumReads } from '../../../../analyzers/readings/javascript/enum-reads.ts';
import type { View } from '../../../workspace/view.ts';
import type { Family } from './families.ts';
import type { EsModule } from './read-es-module.ts';
import { compilerOf, type TypeLink } from './type-links.ts';

/**
 * `enum Role { Root = Base.Admin }` in another file than `Base`: TypeScript as a whole knows the value, and what compiles file by file does not, so
 * that the enum gets another key or loses a value. Enums that were apart before are as they were.
 */
export function enumLink(view: View, family: Family): TypeLink | null {
  const apart = new Set(family.before.flatMap((module) => importedIn(module).map(({ key }) => key)));
  for (const module of family.after)
    for (const { key, one, name } of importedIn(module)) {
      if (apart.has(key)) continue;
      const why = `the enum \`${one.name}\` of ${module.path} takes a value from \`${name}\` of another file (J95), which what compiles file by file does not know`;
      return { path: module.path, why, compiler: compilerOf(view) };
    }
  return null;
}

interface Imported {
  readonly key: string;
  readonly one: EnumReads;
  readonly name: string;
}

/** What enums of a module take from other files. */
const importedIn = ({ syntax, imports }: EsModule): Imported[] =>
  enumReads(syntax, 0, syntax.size).flatMap((one) =>
    [...one.reads].filter((name) => imports.has(name)).map((name) => ({ key: `${one.name} ${name}`, one, name })),
  );
