import { type Field, NULL, resolved, type Shape, unionOf, unknown, unsure } from '../shape/shape.ts';
import type { ClassMethods } from './class-methods.ts';
import { constrain } from './constrain.ts';
import { discriminated } from './discriminated.ts';
import { type Expression, parseExpression } from './expression.ts';
import type { ClassKind, Lineage } from './lineage.ts';
import { type Metadata, NO_METADATA, readField, readMetadata } from './metadata.ts';
import type { ClassConfig, Inherited, PlacedClass, PythonShapes, PythonStanding } from './python-context.ts';
import { findName } from './python-names.ts';
import type { PythonName } from './python-types.ts';

/** What all fields of one class are read with. */
export interface ClassReader {
  readonly shapes: PythonShapes;
  readonly kind: ClassKind;
  readonly config: ClassConfig;
  readonly methods: ClassMethods;
  /** What the types of its fields get from it. */
  readonly inherited: Inherited;
}

/** A field before it is known what it is called on the wire. */
interface Declared {
  readonly name: PythonName;
  readonly placed: PlacedClass;
  readonly annotation: Expression;
}

/** The fields of a class, of those that it comes from too; a later class takes the place of an earlier one. */
export function fieldsOf(reader: ClassReader, { chain }: Lineage): Field[] {
  const declared = new Map<string, Declared>();
  for (const placed of chain)
    for (const name of placed.item.names) {
      if (name.annotation === null || name.name === 'model_config') continue;
      if (reader.kind === 'model' && name.name.startsWith('_')) continue;
      declared.set(name.name, { name, placed, annotation: parseExpression(name.annotation) });
    }
  return [...declared.values()].flatMap((one) => fieldOf(reader, one));
}

function fieldOf(reader: ClassReader, { name, placed, annotation }: Declared): Field[] {
  const { shapes, config } = reader;
  const standing: PythonStanding = {
    module: placed.module,
    scope: placed.item.name,
    given: placed.given,
    strict: config.strict,
    inherited: reader.inherited,
  };
  const held = wrapped(shapes, annotation, standing);
  if (held.marks.some((path) => /^(?:typing\.ClassVar|dataclasses\.KW_ONLY)$/.test(path))) return [];
  const metadata = metadataOf(shapes, held, name, standing);
  if (isLeftOut(reader, metadata)) return [];
  const inside = metadata.strict === null ? standing : { ...standing, strict: metadata.strict };
  const typed = constrain(shapes, shapes.typeShape(shapes, held.type, inside), metadata);
  const marked = held.marks.includes('dataclasses.InitVar') ? unknown('InitVar is not judged') : typed;
  const shape = metadata.discriminator === null ? marked : discriminated(shapes.side, marked, metadata.discriminator);
  const has = { isFilled: isFilled(reader, placed, held.marks, metadata, name), metadata };
  const at = { path: placed.module.path, line: name.line };
  return [
    shapes.side === 'reads' ? readByName(reader, name, shape, has, at) : writtenField(reader, name, shape, has, at),
  ];
}

interface Has {
  readonly isFilled: boolean;
  readonly metadata: Metadata;
}

/** The type behind `Annotated`, `Required`, `ClassVar` and the like, with what stands around it. */
interface Wrapped {
  readonly type: Expression;
  readonly marks: readonly string[];
  readonly metadata: readonly Expression[];
}

function wrapped(shapes: PythonShapes, type: Expression, standing: PythonStanding): Wrapped {
  if (type.kind === 'string') return wrapped(shapes, parseExpression(type.value), standing);
  const of = type.kind === 'subscript' ? type.of : type;
  if (of.kind !== 'name') return { type, marks: [], metadata: [] };
  const found = findName(shapes.names, standing.module, standing.scope, of.path);
  const path = found.kind === 'outside' ? found.path : '';
  const isMark =
    /^(?:typing\.(?:ClassVar|Final|Required|NotRequired|ReadOnly|Annotated)|dataclasses\.(?:InitVar|KW_ONLY))$/.test(
      path,
    );
  if (!isMark) return { type, marks: [], metadata: [] };
  const [first, ...rest] = type.kind === 'subscript' ? type.items : [];
  if (!first) return { type, marks: [path], metadata: [] };
  const inner = wrapped(shapes, first, standing);
  return {
    type: inner.type,
    marks: [path, ...inner.marks],
    metadata: [...inner.metadata, ...(path === 'typing.Annotated' ? rest : [])],
  };
}

/** What stands in `Annotated`, and then what the value says. */
function metadataOf(shapes: PythonShapes, held: Wrapped, { value }: PythonName, standing: PythonStanding): Metadata {
  const annotated = held.metadata.length === 0 ? NO_METADATA : readMetadata(shapes, held.metadata, standing);
  if (value === null) return annotated;
  const given = parseExpression(value);
  const isField =
    given.kind === 'call' && given.callee.kind === 'name' && /^(?:Field|field)$/.test(given.callee.path.at(-1)!);
  const all = isField ? [...held.metadata, given] : held.metadata;
  const read = readMetadata(shapes, all, standing);
  return isField ? read : readField(read, [given], new Map());
}

const isTrue = (value: Expression | undefined): boolean => value?.kind === 'constant' && value.text === 'True';
const isFalse = (value: Expression | undefined): boolean => value?.kind === 'constant' && value.text === 'False';

/** `exclude=True` is never written; `init=False` of a dataclass is never read. */
function isLeftOut({ shapes, kind }: ClassReader, { field }: Metadata): boolean {
  if (shapes.side === 'writes') return isTrue(field.get('exclude'));
  return kind === 'dataclass' && isFalse(field.get('init'));
}

/** Whether it may be missing in what is read. */
function isFilled(
  { kind }: ClassReader,
  { item }: PlacedClass,
  marks: readonly string[],
  { field }: Metadata,
  name: PythonName,
): boolean {
  if (kind === 'typed-dict') {
    const isTotal = !item.keywords.some(({ name: key, value }) => key === 'total' && value === 'False');
    return marks.includes('typing.NotRequired') || (!isTotal && !marks.includes('typing.Required'));
  }
  const given = field.get('default');
  const isEllipsis = given?.kind === 'constant' && given.text === '...';
  return (
    (given !== undefined && !isEllipsis) ||
    field.has('default_factory') ||
    (name.value !== null && given === undefined && field.size === 0)
  );
}

type At = Field['at'];

function readByName(reader: ClassReader, name: PythonName, shape: Shape, { isFilled, metadata }: Has, at: At): Field {
  const { config, methods } = reader;
  const alias = namesRead(reader, name.name, metadata);
  const keys =
    alias === null
      ? [name.name]
      : [...(config.byAlias ? alias : []), ...(config.byName || !config.byAlias ? [name.name] : [])];
  const isValidated = methods.validated.has(name.name) || methods.validated.has('*');
  const isOpaque = isValidated || keys.includes('');
  return {
    keys: [...new Set(keys)],
    shape: isOpaque ? unknown(isValidated ? 'a validator may refuse it' : 'its alias is not understood') : shape,
    required: !isFilled,
    at,
  };
}

/** The aliases that a field is read by; null: none. '' stands for one that is not understood. */
function namesRead({ config }: ClassReader, name: string, { field }: Metadata): string[] | null {
  const given = field.get('validation_alias') ?? field.get('alias');
  if (given === undefined) return config.generators.reads === null ? null : [config.generators.reads(name)];
  if (given.kind === 'string') return [given.value];
  if (given.kind === 'call' && given.callee.kind === 'name' && given.callee.path.at(-1) === 'AliasChoices')
    return given.positional.map((one) => (one.kind === 'string' ? one.value : ''));
  return given.kind === 'constant' && given.text === 'None' ? null : [''];
}

function writtenField(reader: ClassReader, name: PythonName, shape: Shape, { isFilled, metadata }: Has, at: At): Field {
  const { shapes, kind, config, methods } = reader;
  const given = metadata.field.get('serialization_alias') ?? metadata.field.get('alias');
  const alias = given?.kind === 'string' ? given.value : (config.generators.writes?.(name.name) ?? name.name);
  const isByAlias = shapes.settings.byAlias ?? config.serializeByAlias;
  const isUnsaid = alias !== name.name && isByAlias === null;
  const isOpaque = given !== undefined && given.kind !== 'string';
  const own =
    methods.serialized.has(name.name) || methods.serialized.has('*') ? unknown('a serializer writes it') : shape;
  const validated = methods.validated.has(name.name) ? unsure(own, 'a validator may change it') : own;
  const lost = isUnsaid
    ? 'whether aliases are written is not said: `python-writes = ["by-alias"]` or `["by-name"]`'
    : 'its alias is not understood';
  const left = withLeaves(shapes, validated, isFilled && kind !== 'typed-dict');
  return {
    keys: [isUnsaid ? '' : isByAlias === true ? alias : name.name],
    shape: isUnsaid || isOpaque ? unknown(lost) : left.shape,
    required: left.required && !(kind === 'typed-dict' && isFilled),
    at,
  };
}

/** `Any` may be, and so may what is not known. */
function mayBeNull(shape: Shape, depth: number): boolean {
  const own = resolved(shape);
  if (own.kind === 'union') return depth > 8 || own.shapes.some((one) => mayBeNull(one, depth + 1));
  return /^(?:null|any|unknown|unsure)$/.test(own.kind);
}

/** What `exclude_none`, `exclude_unset` and `exclude_defaults` leave. */
function withLeaves({ settings }: PythonShapes, shape: Shape, isFilled: boolean): Pick<Field, 'shape' | 'required'> {
  const isUnset = isFilled && (settings.leaves.has('unset') || settings.leaves.has('defaults'));
  if (!settings.leaves.has('none')) return { shape, required: !isUnset };
  const hasNull = mayBeNull(shape, 0);
  const rest = shape.kind === 'union' ? unionOf(shape.shapes.filter(({ kind }) => kind !== 'null')) : shape;
  return { shape: shape === NULL ? unionOf([]) : rest, required: !hasNull && !isUnset };
}
