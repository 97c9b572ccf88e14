import type { Defect } from './defect.ts';
import { moduleOf } from './import-names.ts';
import type { Annotated, PythonFile, Statement } from './read-file.ts';
import type { SplitShape } from './split-shape.ts';

/** The facade's variables that hold parts: `from . import _state as _state`. */
export function partVariables({ facade, parts }: Pick<SplitShape, 'facade' | 'parts'>): Map<string, PythonFile> {
  const byName = new Map(parts.map((part) => [part.name.dotted, part]));
  const held = facade.statements
    .filter(({ kind }) => kind === 'import')
    .flatMap(({ imports }) => imports.flatMap((item) => item.names.map((one) => ({ item, ...one }))))
    // `import a.b` binds a.
    .filter(({ name, alias }) => alias !== null || !name.includes('.'))
    .map(({ item, name, alias }): [string, PythonFile | undefined] => {
      const module = item.kind === 'import' ? name : [moduleOf(facade, item), name].filter(Boolean).join('.');
      return [alias ?? name, byName.get(module)];
    });
  return new Map(held.filter((one): one is [string, PythonFile] => one[1] !== undefined));
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
  const here = facade.annotations.find(({ index }) => index === statement.index);
  if (!here?.direct || !before.annotations.some((one) => sameEntry(one, here))) return undefined;
  if (here.value === null) return { name: here.name, part: null };
  const [, variable, name] = /^(\w+)\.(\w+)$/.exec(here.value) ?? [];
  const part = variable === undefined ? undefined : partVariables(shape).get(variable);
  return part && name === here.name ? { name, part } : undefined;
}

const sameEntry = (a: Annotated, b: Annotated): boolean => a.name === b.name && a.type === b.type;

/** The module's `__annotations__` hold the entries that they held, in their order; the parts' own are nobody's. */
export function annotationsKept({ before, facade }: SplitShape): Defect[] {
  const [was, is] = [before, facade].map(({ annotations }) => entriesOf(annotations));
  const lost = [...was!].find(([name, type]) => is!.get(name) !== type)?.[0];
  const say = (why: string): Defect[] => [{ path: facade.path, why }];
  if (lost !== undefined) return say(`the annotation of ${lost} is not one of the module any more`);
  const added = [...is!.keys()].find((name) => !was!.has(name));
  if (added !== undefined) return say(`${added} has an annotation that it did not have`);
  return [...was!.keys()].join() === [...is!.keys()].join()
    ? []
    : say('the annotations of the module are in another order');
}

/** As the dictionary would hold them; what stands on some paths only is told apart by its place. */
const entriesOf = (annotations: readonly Annotated[]): Map<string, string> =>
  new Map(annotations.map(({ name, type, direct }) => [name, `${type}${direct ? '' : ' (on some paths)'}`]));
