import type { Format } from '../shape/formats.ts';
import { ANY, arrayOf, FLOAT, NULL, objectOf, type Shape, STRING, unionOf, unknown, unsure } from '../shape/shape.ts';
import type { PythonShapes, PythonStanding } from './python-context.ts';

const formatted = (format: Format): Shape => ({ kind: 'string', min: 0, max: null, format });

type Maker = (shapes: PythonShapes, standing: PythonStanding) => Shape;

const leniencyOf = ({ side }: PythonShapes, strict: boolean): 'exact' | 'lax' =>
  side === 'reads' && !strict ? 'lax' : 'exact';

/** @param low the least value, for types such as `PositiveInt` */
const integer =
  (low: bigint | null, high: bigint | null, isStrict = false): Maker =>
  (shapes, { strict }) => {
    const isAssumed = shapes.side === 'writes' && shapes.settings.integers === 'int64';
    return {
      kind: 'int',
      min: low ?? (isAssumed ? -(2n ** 63n) : null),
      max: high ?? (isAssumed ? 2n ** 63n - 1n : null),
      leniency: leniencyOf(shapes, strict || isStrict),
    };
  };

const float =
  (isStrict = false): Maker =>
  (shapes, { strict }) => {
    const own: Shape = { kind: 'float', low: null, high: null, leniency: leniencyOf(shapes, strict || isStrict) };
    return shapes.side === 'writes' && shapes.settings.floats === 'any' ? unionOf([own, NULL]) : own;
  };

const bool =
  (isStrict = false): Maker =>
  (shapes, { strict }) => ({ kind: 'bool', leniency: leniencyOf(shapes, strict || isStrict) });

const same =
  (shape: Shape): Maker =>
  () =>
    shape;

/** Dates are read from numbers too, as seconds. */
const time =
  (written: readonly Format[], read: readonly Format[]): Maker =>
  ({ side }) =>
    side === 'writes'
      ? unionOf(written.map(formatted))
      : unionOf([
          ...read.map(formatted),
          unsure({ kind: 'int', min: null, max: null, leniency: 'exact' }, 'a number may be a time'),
          unsure(FLOAT, 'a number may be a time'),
        ]);

/** Written as some string; which strings are read is not known here. */
const written: Maker = ({ side }) =>
  side === 'writes' ? unsure(STRING, 'only some strings') : unknown('only some strings are read');

/** Types without arguments by their full path: pydantic's conversion table, https://docs.pydantic.dev/latest/concepts/conversion_table/. */
const PLAIN: Readonly<Record<string, Maker>> = {
  'builtins.int': integer(null, null),
  'builtins.float': float(),
  'builtins.bool': bool(),
  'builtins.str': same(STRING),
  'builtins.object': same(ANY),
  'typing.Any': same(ANY),
  'pydantic.JsonValue': same(ANY),
  'builtins.list': same(arrayOf(ANY)),
  'builtins.set': same(arrayOf(ANY)),
  'builtins.tuple': same(arrayOf(ANY)),
  'builtins.dict': same(objectOf([], { kind: 'map', keys: STRING, values: ANY })),
  'typing.List': same(arrayOf(ANY)),
  'typing.Dict': same(objectOf([], { kind: 'map', keys: STRING, values: ANY })),
  'pydantic.PositiveInt': integer(1n, null),
  'pydantic.NonNegativeInt': integer(0n, null),
  'pydantic.NegativeInt': integer(null, -1n),
  'pydantic.NonPositiveInt': integer(null, 0n),
  'pydantic.StrictInt': integer(null, null, true),
  'pydantic.StrictFloat': float(true),
  'pydantic.StrictBool': bool(true),
  'pydantic.StrictStr': same(STRING),
  'datetime.datetime': time(['naive-datetime', 'offset-datetime'], ['naive-datetime', 'offset-datetime', 'date']),
  'pydantic.AwareDatetime': time(['offset-datetime'], ['offset-datetime']),
  'pydantic.NaiveDatetime': time(['naive-datetime'], ['naive-datetime', 'date']),
  'datetime.date': time(['date'], ['date']),
  'uuid.UUID': same(formatted('uuid')),
  'pathlib.Path': same(STRING),
  'pathlib.PurePath': same(STRING),
  'ipaddress.IPv4Address': same(formatted('ipv4')),
  'ipaddress.IPv6Address': same(formatted('ipv6')),
  'pydantic.SecretStr': same(STRING),
  'pydantic.EmailStr': written,
  'pydantic.HttpUrl': written,
  'pydantic.AnyUrl': written,
  'pydantic.AnyHttpUrl': written,
};

/** A type of Python's own or of pydantic; null: not known. */
export const plainShape = (shapes: PythonShapes, path: string, standing: PythonStanding): Shape | null =>
  PLAIN[path]?.(shapes, standing) ?? null;

export const isSequence = (path: string): boolean =>
  /^(?:builtins\.(?:list|set|frozenset)|typing\.(?:List|Set|FrozenSet|Sequence|MutableSequence|Iterable|Collection|AbstractSet|Deque|MutableSet)|collections\.deque)$/.test(
    path,
  );

export const isMapping = (path: string): boolean =>
  /^(?:builtins\.dict|typing\.(?:Dict|Mapping|MutableMapping|DefaultDict|OrderedDict)|collections\.(?:OrderedDict|defaultdict))$/.test(
    path,
  );
