import {
  ANY,
  constant,
  NULL,
  objectOf,
  type Rest,
  type Shape,
  STRING,
  unionOf,
  unknown,
  unsure,
} from '../shape/shape.ts';
import { configOf } from './class-config.ts';
import { type ClassReader, fieldsOf } from './class-fields.ts';
import { methodsOf } from './class-methods.ts';
import { parseExpression } from './expression.ts';
import { type Lineage, lineageOf } from './lineage.ts';
import type { ClassConfig, Inherited, PlacedClass, PythonShapes } from './python-context.ts';

/** What pydantic makes of a model, dataclass, TypedDict or enum, in one direction. */
export function classShape(shapes: PythonShapes, placed: PlacedClass, inherited: Inherited | null): Shape {
  const lineage = lineageOf(shapes, placed);
  if ('why' in lineage) return unknown(lineage.why);
  const methods = methodsOf(lineage);
  const why = methods[shapes.side];
  if (why !== null) return unknown(`${placed.item.name}: ${why}`);
  if (lineage.kind === 'enum') return enumShape(placed, lineage);
  // A plain dataclass or TypedDict is built with the settings of the model around it.
  const config = configOf(shapes, lineage, lineage.isPlain ? (inherited?.config ?? null) : null);
  if (config.strange !== null) return unknown(`${placed.item.name}: ${config.strange} is not judged`);
  const own: Inherited = { from: `${placed.module.path} ${placed.item.name}`, config };
  const reader: ClassReader = {
    shapes,
    kind: lineage.kind,
    config,
    methods,
    inherited: lineage.isPlain && inherited ? inherited : own,
  };
  if (lineage.kind === 'root-model') return rootShape(reader, placed, lineage);
  return objectShape(reader, placed, lineage);
}

function rootShape(reader: ClassReader, { item, module, given }: PlacedClass, { root }: Lineage): Shape {
  const { shapes, config } = reader;
  const written = item.names.find(({ name }) => name === 'root');
  const own = { module, scope: item.name, given, strict: config.strict, inherited: reader.inherited };
  if (written?.annotation)
    return written.value === null
      ? shapes.typeShape(shapes, parseExpression(written.annotation), own)
      : unknown('a root with a default is not judged');
  return root
    ? shapes.typeShape(shapes, root.type, { ...root.standing, strict: config.strict, inherited: reader.inherited })
    : unknown(`${item.name} has no root`);
}

function objectShape(reader: ClassReader, placed: PlacedClass, lineage: Lineage): Shape {
  const { shapes, config, methods } = reader;
  const fields = fieldsOf(reader, lineage);
  const unsaid = fields.find(({ keys }) => keys[0] === '');
  if (unsaid && shapes.side === 'writes') return unsaid.shape;
  if (shapes.side === 'reads')
    return {
      ...objectOf(fields, { kind: config.extra === 'forbid' ? 'forbid' : 'ignore' }),
      tolerated: new Set(lineage.chain.flatMap(({ item }) => item.names.map(({ name }) => name))),
    };
  const computed = methods.computed.map(({ name, returns, line }) => ({
    keys: [name],
    shape:
      returns === null
        ? unknown(`${name} says no type`)
        : shapes.typeShape(shapes, parseExpression(returns), {
            module: placed.module,
            scope: placed.item.name,
            given: placed.given,
            strict: false,
            inherited: reader.inherited,
          }),
    required: true,
    at: { path: placed.module.path, line },
  }));
  return objectOf([...fields, ...computed], restOf(config));
}

/** A model that keeps further keys writes them again. */
const restOf = ({ extra }: ClassConfig): Rest =>
  extra === 'allow'
    ? {
        kind: 'map',
        keys: unsure(STRING, 'further keys may be written'),
        values: unsure(ANY, 'further keys may be written'),
      }
    : { kind: 'forbid' };

/** The values of the members; `auto()` of a StrEnum is the name in small letters. */
function enumShape({ item }: PlacedClass, { outside, chain }: Lineage): Shape {
  const members = chain
    .flatMap((one) => one.item.names)
    .filter(({ name, annotation }) => annotation === null && !name.startsWith('_'));
  if (members.length === 0) return unknown(`${item.name} has no members`);
  return unionOf(
    members.map(({ name, value }) => {
      const given = parseExpression(value ?? '');
      if (given.kind === 'string') return constant(given.value);
      if (given.kind === 'int') return constant(given.value);
      if (given.kind === 'constant' && given.text === 'None') return NULL;
      const isAuto = given.kind === 'call' && given.callee.kind === 'name' && given.callee.path.at(-1) === 'auto';
      return isAuto && outside.includes('enum.StrEnum')
        ? constant(name.toLowerCase())
        : unknown(`the value of ${item.name}.${name} cannot be told`);
    }),
  );
}
