import type { Declared, Kind, Member, Random, Variant } from '../pair-model.ts';

/** A type of TypeScript, before it is printed. */
export type Ts =
  | { readonly t: 'word'; readonly word: 'number' | 'string' | 'boolean' | 'null' | 'undefined' | 'unknown' }
  | { readonly t: 'literal'; readonly value: string | number | boolean }
  | { readonly t: 'list'; readonly of: Ts }
  | { readonly t: 'tuple'; readonly items: readonly Ts[] }
  | { readonly t: 'record'; readonly of: Ts }
  | { readonly t: 'object'; readonly members: readonly TsMember[]; readonly bases: readonly string[] }
  | { readonly t: 'union'; readonly parts: readonly Ts[] }
  | { readonly t: 'ref'; readonly name: string }
  /** `Partial<Name>`, `Omit<Name, "key">`. */
  | {
      readonly t: 'changed';
      readonly how: 'Partial' | 'Required' | 'Omit' | 'Pick';
      readonly name: string;
      readonly key: string;
    };

export interface TsMember {
  readonly name: string;
  readonly type: Ts;
  readonly optional: boolean;
}

/** Types by their names; the last is the root. */
export type TsTypes = ReadonlyMap<string, Ts>;

interface Making {
  readonly random: Random;
  /** Percent of places that drift. */
  readonly drift: number;
  readonly types: Map<string, Ts>;
}

const word = (name: Extract<Ts, { t: 'word' }>['word']): Ts => ({ t: 'word', word: name });
const literal = (value: string | number | boolean): Ts => ({ t: 'literal', value });
const object = (members: readonly TsMember[], bases: readonly string[] = []): Ts => ({ t: 'object', members, bases });
const NULL = word('null');

/** The types that somebody would write for a payload of Rust, with what has drifted. */
export function makeTypes(random: Random, root: Declared, drift: number): TsTypes {
  const making: Making = { random, drift, types: new Map() };
  declare(making, root);
  return making.types;
}

function declare(making: Making, declared: Declared): string {
  const { types } = making;
  if (types.has(declared.name)) return declared.name;
  // It may hold itself: its name is there before its fields are.
  types.set(declared.name, word('unknown'));
  const made = declared.form === 'struct' ? structType(making, declared) : enumType(making, declared);
  types.delete(declared.name);
  types.set(declared.name, made);
  return declared.name;
}

function structType(making: Making, { newtype, members }: Extract<Declared, { form: 'struct' }>): Ts {
  const [only] = members;
  if (newtype && only) return typeOf(making, only.kind);
  const bases = members.flatMap(({ flat, kind }) => (flat && kind.k === 'ref' ? [declare(making, kind.to)] : []));
  // A key of both sides would have to be of both types at once.
  const inherited = new Set(bases.flatMap((name) => keysOf(making.types, name)));
  return object(
    membersOf(making, members).filter(({ name }) => !inherited.has(name)),
    bases.filter((name, i) => !bases.slice(0, i).some((other) => meet(making.types, name, other))),
  );
}

function membersOf(making: Making, members: readonly Member[]): TsMember[] {
  const { random, drift } = making;
  const made = members.flatMap((one): TsMember[] => {
    const key = one.writes ?? one.reads;
    if (one.flat || key === null || random.chance(drift / 3)) return [];
    const type = typeOf(making, one.kind);
    const isAny = [type, ...(type.t === 'union' ? type.parts : [])].some(
      (part) => part.t === 'word' && part.word === 'unknown',
    );
    // The compiler wants a key for `unknown`, and JSON.stringify leaves it out where it holds undefined.
    const optional = isAny || (one.leaves || (one.fills && random.chance(60))) !== random.chance(drift);
    const name = random.chance(drift / 4) ? `${key}_2` : key;
    return [{ name, type: optional && random.chance(20) ? union(type, word('undefined')) : type, optional }];
  });
  const extra: TsMember = { name: 'extra', type: word('number'), optional: random.chance(50) };
  const all = random.chance(drift / 4) ? [...made, extra] : made;
  // What is renamed for one direction alone may have the name of another field here.
  return all.filter(({ name }, i) => all.findIndex((other) => other.name === name) === i);
}

function union(...parts: readonly Ts[]): Ts {
  const flat = parts.flatMap((one) => (one.t === 'union' ? one.parts : [one]));
  return flat.length === 1 ? flat[0]! : { t: 'union', parts: flat };
}

function typeOf(making: Making, kind: Kind): Ts {
  const { random, drift } = making;
  if (random.chance(drift / 2))
    return random.pick<Ts>([
      word('string'),
      word('number'),
      word('boolean'),
      literal('a'),
      { t: 'list', of: word('number') },
    ]);
  switch (kind.k) {
    case 'int':
    case 'float':
      return word('number');
    case 'bool':
      return word('boolean');
    case 'str':
    case 'char':
      return word('string');
    case 'any':
      return word('unknown');
    case 'opt':
      return random.chance(drift) ? typeOf(making, kind.of) : union(typeOf(making, kind.of), NULL);
    case 'list':
    case 'set':
      return { t: 'list', of: typeOf(making, kind.of) };
    case 'box':
      return typeOf(making, kind.of);
    case 'map':
      return { t: 'record', of: typeOf(making, kind.of) };
    case 'tuple':
      return { t: 'tuple', items: kind.items.map((one) => typeOf(making, one)) };
    case 'array':
      return random.chance(50)
        ? { t: 'list', of: typeOf(making, kind.of) }
        : { t: 'tuple', items: Array.from({ length: kind.length }, () => typeOf(making, kind.of)) };
    case 'ref':
      return refType(making, declare(making, kind.to));
  }
}

/** A name, sometimes behind a utility type of which nothing changes the payload, or something does. */
function refType({ random, drift, types }: Making, name: string): Ts {
  const held = types.get(name);
  const key = held?.t === 'object' ? held.members[0]?.name : undefined;
  if (key === undefined || held?.t !== 'object' || held.bases.length > 0 || !random.chance(drift / 2))
    return { t: 'ref', name };
  return { t: 'changed', how: random.pick(['Partial', 'Required', 'Omit', 'Pick']), name, key };
}

function keysOf(types: TsTypes, name: string): string[] {
  const type = types.get(name);
  return type?.t === 'object'
    ? [...type.members.map((one) => one.name), ...type.bases.flatMap((base) => keysOf(types, base))]
    : [];
}

const meet = (types: TsTypes, one: string, other: string): boolean =>
  keysOf(types, one).some((key) => keysOf(types, other).includes(key));

type Enum = Extract<Declared, { form: 'enum' }>;

function enumType(making: Making, declared: Enum): Ts {
  const { random, drift } = making;
  const isKept = (): boolean => declared.variants.length === 1 || !random.chance(drift / 3);
  const parts = declared.variants.flatMap((one): Ts[] => (isKept() ? [variantType(making, declared, one)] : []));
  return parts.length === 0 ? NULL : union(...parts);
}

function variantType(making: Making, { tagging, tag, content }: Enum, variant: Variant): Ts {
  const { random, drift } = making;
  const { style, members } = variant;
  const wire = random.chance(drift / 4) ? `${variant.wire}x` : variant.wire;
  const isUnit = style === 'unit';
  const tagged = (rest: readonly TsMember[], bases: readonly string[] = []): Ts =>
    object([{ name: tag, type: literal(wire), optional: false }, ...rest], bases);
  const held = (name: string): TsMember => ({ name, type: innerType(making, variant), optional: false });
  switch (tagging) {
    case 'untagged':
      return isUnit ? NULL : innerType(making, variant);
    case 'adjacent':
      return tagged(isUnit ? [] : [held(content)]);
    case 'external':
      return isUnit ? literal(wire) : object([held(wire)]);
    case 'internal': {
      const [only] = variant.kinds;
      if (style === 'newtype' && only?.k === 'ref') return tagged([], [declare(making, only.to)]);
      return tagged(style === 'struct' ? membersOf(making, members) : []);
    }
  }
}

/** What a variant holds. */
function innerType(making: Making, { style, kinds, members }: Variant): Ts {
  if (style === 'newtype') return typeOf(making, kinds[0]!);
  if (style === 'tuple') return { t: 'tuple', items: kinds.map((one) => typeOf(making, one)) };
  return object(membersOf(making, members));
}
