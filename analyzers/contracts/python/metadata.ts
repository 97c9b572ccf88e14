import type { Expression } from './expression.ts';
import type { PythonShapes, PythonStanding } from './python-context.ts';
import { findName } from './python-names.ts';

/** What `Field(…)` and the like say about a value. */
export interface Metadata {
  readonly low: Limit | null;
  readonly high: Limit | null;
  readonly minLength: number | null;
  readonly maxLength: number | null;
  readonly strict: boolean | null;
  readonly discriminator: string | null;
  /** What has an effect that is not known here, for each direction. */
  readonly reads: string | null;
  readonly writes: string | null;
  /** Arguments of `Field`, by name; `default` among them. */
  readonly field: ReadonlyMap<string, Expression>;
}

export interface Limit {
  readonly at: bigint | number;
  readonly open: boolean;
}

export const NO_METADATA: Metadata = {
  low: null,
  high: null,
  minLength: null,
  maxLength: null,
  strict: null,
  discriminator: null,
  reads: null,
  writes: null,
  field: new Map(),
};

/** Arguments that change neither what is read nor what is written. */
const INERT =
  /^(?:default|default_factory|alias|alias_priority|validation_alias|serialization_alias|title|description|examples|deprecated|json_schema_extra|frozen|repr|kw_only|init_var|field_title_generator|exclude|discriminator|init|compare|hash|metadata|doc)$/;

/** Reads what stands behind the type in `Annotated`, or as the value of a field. */
export function readMetadata(shapes: PythonShapes, all: readonly Expression[], standing: PythonStanding): Metadata {
  return all.reduce<Metadata>((known, one) => readOne(shapes, known, one, standing), NO_METADATA);
}

function readOne(shapes: PythonShapes, known: Metadata, one: Expression, standing: PythonStanding): Metadata {
  const callee = one.kind === 'call' ? one.callee : one;
  if (callee.kind !== 'name') return one.kind === 'other' ? lost(known, 'an annotation that is not understood') : known;
  const found = findName(shapes.names, standing.module, standing.scope, callee.path);
  const path = found.kind === 'outside' ? found.path : callee.path.join('.');
  const keywords = one.kind === 'call' ? one.keywords : new Map<string, Expression>();
  const positional = one.kind === 'call' ? one.positional : [];
  if (path === 'pydantic.Field' || path === 'dataclasses.field') return readField(known, positional, keywords);
  if (path === 'pydantic.Strict') return { ...known, strict: true };
  if (/^annotated_types\.(?:Gt|Ge|Lt|Le|MinLen|MaxLen|Len|Interval)$/.test(path))
    return readAnnotated(known, path.slice('annotated_types.'.length), positional, keywords);
  if (/^pydantic\.(?:After|Before|Wrap|Plain)Validator$/.test(path))
    return {
      ...known,
      reads: known.reads ?? 'a validator may refuse it',
      writes: known.writes ?? 'a validator may change it',
    };
  if (/^pydantic\.(?:Plain|Wrap)Serializer$/.test(path)) return { ...known, writes: 'a serializer writes it' };
  if (/^(?:pydantic\.(?:WithJsonSchema|Tag)|typing\.Doc)$/.test(path)) return known;
  return lost(known, `\`${path}\` may change it`);
}

const lost = (known: Metadata, why: string): Metadata => ({ ...known, reads: why, writes: why });

/** `Field(default, ge=1, …)`. */
export function readField(
  known: Metadata,
  [first]: readonly Expression[],
  keywords: ReadonlyMap<string, Expression>,
): Metadata {
  const field = new Map([...known.field, ...(first ? [['default', first] as const] : []), ...keywords]);
  return [...keywords].reduce<Metadata>((now, [name, value]) => readConstraint(now, name, value), { ...known, field });
}

function readConstraint(known: Metadata, name: string, value: Expression): Metadata {
  if (INERT.test(name))
    return name === 'discriminator' && value.kind === 'string' ? { ...known, discriminator: value.value } : known;
  const limit = value.kind === 'int' || value.kind === 'float' ? LIMITS[name]?.(value.value) : undefined;
  if (limit) return { ...known, ...limit };
  if (name === 'strict' && value.kind === 'constant') return { ...known, strict: value.text === 'True' };
  return lost(known, `\`${name}\` limits it`);
}

const LIMITS: Readonly<Record<string, (at: bigint | number) => Partial<Metadata>>> = {
  gt: (at) => ({ low: { at, open: true } }),
  ge: (at) => ({ low: { at, open: false } }),
  lt: (at) => ({ high: { at, open: true } }),
  le: (at) => ({ high: { at, open: false } }),
  min_length: (at) => ({ minLength: Number(at) }),
  max_length: (at) => ({ maxLength: Number(at) }),
};

const NAMES: Readonly<Record<string, readonly string[]>> = {
  Gt: ['gt'],
  Ge: ['ge'],
  Lt: ['lt'],
  Le: ['le'],
  MinLen: ['min_length'],
  MaxLen: ['max_length'],
  Len: ['min_length', 'max_length'],
  Interval: [],
};

function readAnnotated(
  known: Metadata,
  name: string,
  positional: readonly Expression[],
  keywords: ReadonlyMap<string, Expression>,
): Metadata {
  const given = [...positional.map((value, i) => [NAMES[name]![i] ?? name, value] as const), ...keywords];
  return given.reduce<Metadata>((now, [key, value]) => readConstraint(now, key, value), known);
}
