import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';

/** Values of a job's matrix by name. */
export type Matrix = ReadonlyMap<string, readonly string[]>;

export const NO_MATRIX: Matrix = new Map();

/** Values of a job's matrix by name, `include` among them. */
export function matrixOf(node: YAMLMap): Matrix {
  const strategy: unknown = node.get('strategy');
  const matrix: unknown = isMap(strategy) ? strategy.get('matrix') : null;
  if (!isMap(matrix)) return NO_MATRIX;
  const include: unknown = matrix.get('include');
  const maps = [matrix, ...(isSeq(include) ? include.items.filter((item) => isMap(item)) : [])];
  const values = new Map<string, string[]>();
  for (const { key, value } of maps.flatMap(({ items }) => items)) {
    const name = isScalar(key) ? String(key.value) : '';
    values.set(name, [...(values.get(name) ?? []), ...textsOf(value)]);
  }
  return values;
}

const textsOf = (value: unknown): string[] => (isSeq(value) ? value.items.flatMap(scalarText) : scalarText(value));

const COMPARED = /^\$\{\{\s*matrix\.([\w-]+)\s*([!=])=\s*'([^']*)'\s*\}\}$/;

/** `${{ matrix.rust != 'stable' }}`: some job of the matrix is held to it where one value makes it false. */
export function holdsSomewhere(condition: string, matrix: Matrix): boolean {
  // `${{ matrix.experimental }}`: a switch that each job of the matrix sets for itself.
  const flag = /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(condition.trim())?.[1];
  if (flag !== undefined) return (matrix.get(flag) ?? []).includes('false');
  const [, name, operator, literal] = COMPARED.exec(condition.trim()) ?? [];
  const values = name === undefined ? [] : (matrix.get(name) ?? []);
  return values.some((value) => (operator === '!' ? value === literal : value !== literal));
}

const scalarText = (item: unknown): string[] => (isScalar(item) ? [String(item.value)] : []);

const NAMED = /\$\{\{\s*matrix\.([\w-]+)\s*\}\}/g;
const MOST = 24;

/** A text as each value of the matrix makes it, where it asks for one name alone: which values meet is not known of two. */
export function variants(text: string, matrix: Matrix): readonly string[] {
  const names = new Set([...text.matchAll(NAMED)].map(([, name]) => name!));
  const [name] = names;
  const values = names.size === 1 ? (matrix.get(name!) ?? []) : [];
  if (values.length === 0 || values.length > MOST || values.some((value) => value.includes('${{'))) return [text];
  return [...new Set(values)].map((value) => text.replace(NAMED, () => value));
}
