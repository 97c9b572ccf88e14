import type { YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq } from '../../../src/workspace/yaml-document.ts';
import { doubt, known, type Outcome } from './evaluate.ts';
import type { Scalar } from './expression.ts';

/** One job of a matrix: values by their dotted name; null where the matrix is computed. */
export type Combination = ReadonlyMap<string, Scalar> | null;

const MOST = 256;

/** The jobs that a matrix makes: the product of its lists, without `exclude`, and what `include` adds. */
export function combinationsOf(node: YAMLMap): readonly Combination[] {
  const strategy: unknown = node.get('strategy');
  const matrix: unknown = isMap(strategy) ? strategy.get('matrix') : undefined;
  if (matrix === undefined || matrix === null) return [new Map()];
  if (!isMap(matrix)) return [null];
  const lists = matrix.items.filter(({ key }) => !/^(?:include|exclude)$/.test(nameOf(key)));
  if (lists.some(({ value }) => !isSeq(value))) return [null];
  const product = lists.reduce<readonly Map<string, Scalar>[]>(
    (made, { key, value }) => {
      const values = isSeq(value) ? value.items.map((item) => flat(nameOf(key), item)) : [];
      return values.flatMap((own) => made.map((one) => new Map([...one, ...own]))).slice(0, MOST);
    },
    [new Map()],
  );
  const exclude: unknown = matrix.get('exclude');
  const kept = product.filter((one) => !entries(exclude).some((own) => [...own].every(([k, v]) => one.get(k) === v)));
  return included(lists.length === 0 ? [] : kept, new Set(lists.map(({ key }) => nameOf(key))), matrix.get('include'));
}

/** An entry joins every job whose own values it does not change; one that joins none is a job of its own. */
function included(
  jobs: readonly Map<string, Scalar>[],
  own: ReadonlySet<string>,
  include: unknown,
): readonly Combination[] {
  if (include !== undefined && !isSeq(include)) return [...jobs, null];
  const all = jobs.map((one) => new Map(one));
  const alone: Map<string, Scalar>[] = [];
  for (const entry of entries(include)) {
    const joined = all.filter((one) =>
      [...entry].every(([name, value]) => !own.has(name.split('.')[0]!) || one.get(name) === value),
    );
    for (const one of joined) for (const [name, value] of entry) one.set(name, value);
    if (joined.length === 0) alone.push(entry);
  }
  const made = [...all, ...alone];
  return made.length === 0 ? [new Map()] : made;
}

const entries = (node: unknown): Map<string, Scalar>[] =>
  isSeq(node)
    ? node.items.flatMap((item) =>
        isMap(item) ? [new Map(item.items.flatMap(({ key, value }) => [...flat(nameOf(key), value)]))] : [],
      )
    : [];

/** A value by its name; the values of a map by dotted names. */
function flat(name: string, node: unknown): Map<string, Scalar> {
  if (isMap(node)) return new Map(node.items.flatMap(({ key, value }) => [...flat(`${name}.${nameOf(key)}`, value)]));
  const value: unknown = isScalar(node) ? node.value : null;
  const scalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  return new Map([[name, scalar]]);
}

const nameOf = (key: unknown): string => (isScalar(key) ? String(key.value) : '');

/** `matrix.a.b` in one job; a value that is an expression itself is not known. */
export function matrixValue(combination: Combination, names: readonly string[]): Outcome {
  if (combination === null) return doubt('matrix');
  const value = combination.get(names.join('.'));
  return typeof value === 'string' && value.includes('${{') ? doubt('matrix') : known(value ?? null);
}
