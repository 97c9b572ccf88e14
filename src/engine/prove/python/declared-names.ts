import type { Defect } from './defect.ts';
import { moduleOf } from './import-names.ts';
import type { Annotated, PythonFile, Statement } from './read-file.ts';
import type { SplitShape } from './split-shape.ts';

/** The facade's variables that hold parts: `from . import _state as _state`. */
export function partVariables({ facade, parts }: Pick<SplitShape, 'facade' | 'parts'>): Map<string, PythonFile> {
  const byName = new Map(parts.map((part) => [part.name.dotted, part]));
  const bound = facade.statements
    .filter(({ kind }) => kind === 'import')
    .flatMap(({ imports }) => imports.flatMap((item) => item.names.map((one) => ({ item, ...one }))))
    // `import a.b` binds a.
    .filter(({ name, alias }) => alias !== null || !name.includes('.'))
    .map(({ item, name, alias }): [string, PythonFile | undefined] => {
      const module = item.kind === 'import' ? name : [moduleOf(facade, item), name].filter(Boolean).join('.');
      return [alias ?? name, byName.get(module)];
    });
  return new Map(bound.filter((one): one is [string, PythonFile] => one[1] !== undefined));
}

/**
 * A line of the facade that declares what left: `rate: float = _part.rate`, or `verbose: bool` where the part is asked at each access. The
 * part whose name it takes, null for one without a value; undefined for any other statement.
 */
export function declaredBy(
  shape: SplitShape,
  statement: Statement,
): { readonly name: string; readonly part: PythonFile | null } | undefined {
  const { before, facade } = shape;
  const declared = facade.annotations.find(({ index }) => index === statement.index);
  if (!declared?.direct || !before.annotations.some((one) => sameEntry(one, declared))) return undefined;
  if (declared.value === null) return { name: declared.name, part: null };
  const [, variable, name] = /^(\w+)\.(\w+)$/.exec(declared.value) ?? [];
  const part = variable === undefined ? undefined : partVariables(shape).get(variable);
  return part && name === declared.name ? { name, part } : undefined;
}

const sameEntry = (a: Annotated, b: Annotated): boolean => a.name === b.name && a.type === b.type;

/** The module's `__annotations__` hold the entries that they held, in their order; those of the parts do not count. */
export function annotationsKept({ before, facade }: SplitShape): Defect[] {
  const [old, now] = [before, facade].map(({ annotations }) => entriesOf(annotations));
  const lost = [...old!].find(([name, type]) => now!.get(name) !== type)?.[0];
  const defectOf = (why: string): Defect[] => [{ path: facade.path, why }];
  if (lost !== undefined) return defectOf(`the annotation of ${lost} is no longer an annotation of the module`);
  const added = [...now!.keys()].find((name) => !old!.has(name));
  if (added !== undefined) return defectOf(`${added} has an annotation that is new`);
  return [...old!.keys()].join() === [...now!.keys()].join()
    ? []
    : defectOf('the annotations of the module are in a different order');
}

/** As the dictionary would hold them; what stands on some paths only is told apart by its place. */
const entriesOf = (annotations: readonly Annotated[]): Map<string, string> =>
  new Map(annotations.map(({ name, type, direct }) => [name, `${type}${direct ? '' : ' (on some paths)'}`]));
