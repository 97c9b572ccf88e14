import { pythonOutline } from '../../../../src/languages/python/outline.ts';
import { viewOf } from '../../../helpers/split-cases.ts';

export type Files = Readonly<Record<string, string>>;
export type Modules = Readonly<Record<string, readonly string[]>>;

/**
 * What one writes without knowing the hazards: each part gets all imports, its units and what it reads of the others; the package takes
 * every name back, in the plan's order, above what is left.
 */
export function naiveSplit(files: Files, path: string, modules: Modules): Files {
  const view = viewOf(files);
  const outline = view.facts(path, pythonOutline);
  if (outline.status === 'failed') throw new Error(outline.reason);
  const { units } = outline.value;
  const text = files[path]!;
  const textOf = (unit: (typeof units)[number]): string => `${text.slice(unit.start, unit.end)}\n`;
  const imports = units.filter(({ kind }) => kind === 'import').map(textOf);
  const home = path.replace(/\.py$/, '');
  const { [path]: _gone, ...rest } = files;
  const made: Record<string, string> = { ...rest };
  const of = (ids: readonly string[]) => units.filter(({ id }) => ids.includes(id));
  const names = Object.entries(modules).map(([part, ids]) => ({ part, own: of(ids) }));
  const namesOf = (own: typeof units): string[] => [
    ...new Set(own.flatMap((unit) => unit.defines.map(({ name }) => name))),
  ];
  for (const { part, own } of names) {
    const reads = new Set(own.flatMap((unit) => unit.uses.map(({ name }) => name)));
    const others = names
      .filter((one) => one.part !== part)
      .flatMap((one) =>
        take(
          one.part,
          namesOf(one.own).filter((name) => reads.has(name)),
        ),
      );
    made[`${home}/_${part}.py`] = [...imports, ...others, ...own.map(textOf)].join('');
  }
  const moved = new Set(Object.values(modules).flat());
  const kept = units.filter(({ id, kind }) => !moved.has(id) && kind !== 'import').map(textOf);
  const back = names.flatMap(({ part, own }) => take(part, namesOf(own)));
  made[`${home}/__init__.py`] = [...imports, ...back, ...kept].join('');
  return made;
}

const take = (part: string, names: readonly string[]): string[] =>
  names.length === 0 ? [] : [`from ._${part} import ${names.join(', ')}\n`];
