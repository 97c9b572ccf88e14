import { type Expression, parseExpression } from './expression.ts';
import type { PlacedClass, PythonArguments, PythonShapes, PythonStanding } from './python-context.ts';
import { findName } from './python-names.ts';
import { parametersOf } from './type-parameters.ts';

export type ClassKind = 'model' | 'root-model' | 'typed-dict' | 'enum' | 'dataclass';

/** A class with those of the workspace that it comes from, the uppermost first. */
export interface Lineage {
  readonly kind: ClassKind;
  readonly chain: readonly PlacedClass[];
  /** Full paths of bases from outside: `enum.Enum`, `builtins.str`. */
  readonly outside: readonly string[];
  /** A dataclass of the standard library, or a TypedDict: it has no settings of its own. */
  readonly isPlain: boolean;
  /** Of `RootModel[list[int]]`. */
  readonly root: { readonly type: Expression; readonly standing: PythonStanding } | null;
}

const ROOTS: Readonly<Record<string, ClassKind>> = {
  'pydantic.BaseModel': 'model',
  'pydantic.RootModel': 'root-model',
  'typing.TypedDict': 'typed-dict',
  'enum.Enum': 'enum',
  'enum.StrEnum': 'enum',
  'enum.IntEnum': 'enum',
};

/** Bases that add nothing to what is written. */
const EMPTY = /^(?:typing\.(?:Generic|Protocol)|builtins\.(?:str|int|object)|abc\.ABC)$/;

interface Found {
  readonly chain: PlacedClass[];
  readonly outside: string[];
  root: Lineage['root'];
}

/** Where a class comes from; or why that cannot be told. */
export function lineageOf(shapes: PythonShapes, placed: PlacedClass): Lineage | { readonly why: string } {
  const found: Found = { chain: [], outside: [], root: null };
  const why = follow(shapes, placed, found, 0);
  if (why !== null) return { why };
  const kinds = [...new Set(found.outside.flatMap((path) => ROOTS[path] ?? []))];
  const isDataclass = found.chain.some(({ item, module }) =>
    isDecorated(shapes, item.decorators, module, 'dataclasses'),
  );
  const kind = kinds[0] ?? (isDataclass ? 'dataclass' : undefined);
  if (kind === undefined || kinds.length > 1)
    return { why: `${placed.item.name} is no model, dataclass, TypedDict or enum` };
  const isOwn = found.chain.some(({ item, module }) =>
    isDecorated(shapes, item.decorators, module, 'pydantic.dataclasses'),
  );
  return { kind, ...found, isPlain: kind === 'typed-dict' || (kind === 'dataclass' && !isOwn) };
}

function follow(shapes: PythonShapes, placed: PlacedClass, found: Found, depth: number): string | null {
  if (depth > 30) return `${placed.item.name} comes from itself`;
  // The last base comes first: what an earlier one says goes before it.
  for (const base of placed.item.bases.map(parseExpression).reverse()) {
    const why = followBase(shapes, placed, base, found, depth);
    if (why !== null) return why;
  }
  if (!found.chain.some(({ item }) => item === placed.item)) found.chain.push(placed);
  return null;
}

function followBase(
  shapes: PythonShapes,
  { item, module, given }: PlacedClass,
  base: Expression,
  found: Found,
  depth: number,
): string | null {
  const [of, items] = base.kind === 'subscript' ? [base.of, base.items] : [base, []];
  if (of.kind !== 'name') return `a base of ${item.name} is not understood`;
  const scope = item.name.includes('.') ? item.name.slice(0, item.name.lastIndexOf('.')) : '';
  const target = findName(shapes.names, module, scope, of.path);
  const standing: PythonStanding = { module, scope, given, strict: false, inherited: null };
  if (target.kind === 'class') {
    const names = parametersOf(shapes, target);
    const inner: PythonArguments = new Map(
      names.flatMap((name, i) => (items[i] ? [[name, { type: items[i], standing }] as const] : [])),
    );
    return follow(shapes, { ...target, given: inner }, found, depth + 1);
  }
  if (target.kind !== 'outside') return `what ${of.path.join('.')} is cannot be told`;
  if (!(target.path in ROOTS) && !EMPTY.test(target.path)) return `${item.name} comes from ${target.path}`;
  found.outside.push(target.path);
  if (target.path === 'pydantic.RootModel' && items[0]) found.root = { type: items[0], standing };
  return null;
}

function isDecorated(
  shapes: PythonShapes,
  decorators: readonly string[],
  module: PlacedClass['module'],
  library: string,
): boolean {
  return decorators.some((text) => {
    const expression = parseExpression(text);
    const callee = expression.kind === 'call' ? expression.callee : expression;
    if (callee.kind !== 'name') return false;
    const found = findName(shapes.names, module, '', callee.path);
    return found.kind === 'outside' && found.path.endsWith(`${library}.dataclass`);
  });
}
