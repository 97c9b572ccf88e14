import { randomOf } from '../bridge/generate-mixed.ts';

/** A type of both languages, before either is written. */
export type Kind =
  | { readonly k: 'int'; readonly bits: number; readonly signed: boolean }
  | { readonly k: 'float' | 'bool' | 'str' | 'char' | 'any' }
  | { readonly k: 'opt' | 'list' | 'set' | 'box'; readonly of: Kind }
  | { readonly k: 'map'; readonly key: 'str' | 'int'; readonly of: Kind }
  | { readonly k: 'tuple'; readonly items: readonly Kind[] }
  | { readonly k: 'array'; readonly of: Kind; readonly length: number }
  | { readonly k: 'ref'; readonly to: Declared };

export interface Member {
  readonly name: string;
  readonly kind: Kind;
  /** Options of serde: `rename = "x"`. */
  readonly options: readonly string[];
  /** What Rust writes it as and reads it from; null: it does not. */
  readonly writes: string | null;
  readonly reads: string | null;
  readonly flat: boolean;
  /** Rust may leave it out; Rust does without it. */
  readonly leaves: boolean;
  readonly fills: boolean;
}

export interface Variant {
  readonly name: string;
  readonly wire: string;
  readonly style: 'unit' | 'newtype' | 'tuple' | 'struct';
  readonly kinds: readonly Kind[];
  readonly members: readonly Member[];
}

export type Declared =
  | {
      readonly form: 'struct';
      readonly name: string;
      readonly options: readonly string[];
      readonly members: readonly Member[];
      readonly denies: boolean;
      /** A tuple struct of one field, or a transparent one. */
      readonly newtype: boolean;
    }
  | {
      readonly form: 'enum';
      readonly name: string;
      readonly options: readonly string[];
      readonly variants: readonly Variant[];
      readonly tagging: 'external' | 'internal' | 'adjacent' | 'untagged';
      readonly tag: string;
      readonly content: string;
    };

export interface Random {
  readonly below: (limit: number) => number;
  readonly chance: (percent: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item;
}

export function random(seed: number): Random {
  const below = randomOf(seed);
  return {
    below,
    chance: (percent) => below(100) < percent,
    pick: (items) => items[below(items.length)]!,
  };
}

const FIELD_NAMES = [
  'user_id',
  'x',
  'name_2',
  'get_2fa',
  'a__b',
  'id_',
  'kind',
  'created_at',
  'size',
  'note',
  'http2_url',
  'r#type',
  'tags',
  'deep_value',
];
const VARIANT_NAMES = ['IOError', 'Done', 'Http2Url', 'V2', 'Red', 'InProgress', 'UserID'];
const RULES = [
  'camelCase',
  'PascalCase',
  'kebab-case',
  'SCREAMING_SNAKE_CASE',
  'snake_case',
  'UPPERCASE',
  'lowercase',
  'SCREAMING-KEBAB-CASE',
];

export interface Build {
  readonly random: Random;
  readonly declared: Declared[];
  readonly rename: {
    readonly field: (name: string, rule: string) => string;
    readonly variant: (name: string, rule: string) => string;
  };
}

const shuffled = <Item>({ below }: Random, items: readonly Item[]): Item[] => {
  const rest = [...items];
  return items.map(() => rest.splice(below(rest.length), 1)[0]!);
};

export function randomKind(build: Build, depth: number): Kind {
  const { below, chance, pick } = build.random;
  const scalar = (): Kind =>
    pick<Kind>([
      { k: 'int', bits: pick([8, 16, 32, 64, 128]), signed: chance(50) },
      { k: 'int', bits: 64, signed: true },
      { k: 'int', bits: 32, signed: chance(50) },
      { k: 'float' },
      { k: 'bool' },
      { k: 'str' },
      { k: 'str' },
      { k: 'char' },
    ]);
  if (depth > 2 || chance(45)) return chance(3) ? { k: 'any' } : scalar();
  switch (below(9)) {
    case 0:
    case 1:
      return { k: 'opt', of: randomKind(build, depth + 1) };
    case 2:
      return { k: 'list', of: randomKind(build, depth + 1) };
    case 3:
      return { k: 'map', key: chance(70) ? 'str' : 'int', of: randomKind(build, depth + 1) };
    case 4:
      return { k: 'tuple', items: [scalar(), randomKind(build, depth + 1)] };
    case 5:
      return { k: 'array', of: scalar(), length: 1 + below(3) };
    case 6:
      return { k: 'box', of: randomKind(build, depth + 1) };
    default:
      return { k: 'ref', to: randomDeclared(build, depth + 1, chance(50) ? 'struct' : 'enum') };
  }
}

export function randomDeclared(build: Build, depth: number, form: Declared['form']): Declared {
  return form === 'struct' ? randomStruct(build, depth, false) : randomEnum(build, depth);
}

/** @param plain a struct that may be flattened, or stand behind a tag */
export function randomStruct(build: Build, depth: number, plain: boolean): Extract<Declared, { form: 'struct' }> {
  const { chance, pick, below } = build.random;
  const name = `S${build.declared.length}`;
  const newtype = !plain && depth > 0 && chance(12);
  const place = build.declared.push(null as unknown as Declared) - 1;
  const rule = chance(40) ? pick(RULES) : null;
  const sides = rule === null ? null : chance(75) ? 'both' : chance(50) ? 'serialize' : 'deserialize';
  const fills = !newtype && chance(8);
  const denies = !newtype && !plain && chance(15);
  const names = shuffled(build.random, FIELD_NAMES).slice(0, newtype ? 1 : 1 + below(4));
  const canFlatten = !plain && !denies && !newtype;
  const members = distinct(names.map((one) => member(build, one, { depth, newtype, fills, rule, sides, canFlatten })));
  const made = {
    form: 'struct' as const,
    name,
    newtype,
    denies,
    members,
    options: structOptions(build, { newtype, fills, denies, rule, sides }),
  };
  build.declared[place] = made;
  return made;
}

/** No two of one name on the wire. */
function distinct(members: readonly Member[]): Member[] {
  const used = new Set<string>();
  return members.filter(({ writes, reads, flat }) => {
    const keys = flat ? [] : [writes, reads].filter((key) => key !== null);
    const isNew = keys.every((key) => !used.has(key));
    for (const key of keys) used.add(key);
    return isNew;
  });
}

function structOptions(
  { random: { chance } }: Build,
  { newtype, fills, denies, rule, sides }: Pick<Around, 'newtype' | 'fills' | 'rule' | 'sides'> & { denies: boolean },
): string[] {
  const renames = sides === 'both' ? `rename_all = "${rule}"` : `rename_all(${sides} = "${rule}")`;
  return [
    ...(rule === null || newtype ? [] : [renames]),
    ...(denies ? ['deny_unknown_fields'] : []),
    ...(fills ? ['default'] : []),
    ...(newtype && chance(50) ? ['transparent'] : []),
  ];
}

interface Around {
  readonly depth: number;
  readonly newtype: boolean;
  readonly fills: boolean;
  readonly rule: string | null;
  readonly sides: string | null;
  readonly canFlatten: boolean;
}

function flatMember(build: Build, name: string, depth: number): Member {
  const kind: Kind = build.random.chance(60)
    ? { k: 'ref', to: randomStruct(build, depth + 1, true) }
    : { k: 'map', key: 'str', of: { k: 'int', bits: 32, signed: true } };
  return { name, kind, options: ['flatten'], writes: null, reads: null, flat: true, leaves: false, fills: false };
}

/** What a field is called on each way, with the option that says so. */
function namesFor(build: Build, bare: string, { rule, sides }: Around): [string[], string, string] {
  const { chance, pick } = build.random;
  const ruled = (side: string): string =>
    rule !== null && (sides === 'both' || sides === side) ? build.rename.field(bare, rule) : bare;
  if (!chance(12)) return [[], ruled('serialize'), ruled('deserialize')];
  const given = pick(['ID', 'userId', 'x-y', 'other', 'kind_of']);
  const side = pick(['both', 'serialize', 'deserialize']);
  const option = side === 'both' ? `rename = "${given}"` : `rename(${side} = "${given}")`;
  return [
    [option],
    side === 'deserialize' ? ruled('serialize') : given,
    side === 'serialize' ? ruled('deserialize') : given,
  ];
}

function member(build: Build, name: string, around: Around): Member {
  const { chance, pick } = build.random;
  const bare = name.replace('r#', '');
  if (around.canFlatten && chance(7)) return flatMember(build, name, around.depth);
  const kind = randomKind(build, around.depth);
  if (around.newtype)
    return { name, kind, options: [], writes: bare, reads: bare, flat: false, leaves: false, fills: false };
  const [options, writes, reads] = namesFor(build, bare, around);
  if (chance(6)) options.push(`alias = "${pick(['old', 'was_it'])}"`);
  const hasDefault = chance(12);
  if (hasDefault) options.push('default');
  const isOption = kind.k === 'opt';
  const leaves = isOption && chance(45);
  if (leaves) options.push('skip_serializing_if = "Option::is_none"');
  const skip = chance(5) ? pick(['skip', 'skip_serializing', 'skip_deserializing']) : null;
  if (skip !== null) options.push(skip);
  return {
    name,
    kind,
    options,
    writes: skip === 'skip' || skip === 'skip_serializing' ? null : writes,
    reads: skip === 'skip' || skip === 'skip_deserializing' ? null : reads,
    flat: false,
    leaves,
    fills: hasDefault || around.fills || isOption,
  };
}

interface Choice {
  readonly depth: number;
  readonly isUnit: boolean;
  readonly isInternal: boolean;
  readonly inner: string | null;
}

function randomVariant(build: Build, names: Pick<Variant, 'name' | 'wire'>, choice: Choice): Variant {
  const { pick } = build.random;
  const { depth, isUnit, isInternal } = choice;
  const styles = isInternal
    ? (['unit', 'newtype', 'struct'] as const)
    : (['unit', 'newtype', 'tuple', 'struct'] as const);
  const style = isUnit ? 'unit' : pick<Variant['style']>(styles);
  const held = (): Kind =>
    isInternal ? { k: 'ref', to: randomStruct(build, depth + 1, true) } : randomKind(build, depth + 1);
  const pair = (): Kind[] => [randomKind(build, 3), randomKind(build, 3)];
  const kinds: Kind[] = style === 'newtype' ? [held()] : style === 'tuple' ? pair() : [];
  const around = { depth: 3, newtype: false, fills: false, rule: choice.inner, sides: 'both', canFlatten: false };
  const members = style === 'struct' ? [member(build, 'size', around), member(build, 'deep_value', around)] : [];
  return { ...names, style, kinds, members };
}

function randomEnum(build: Build, depth: number): Declared {
  const { chance, pick, below } = build.random;
  const name = `E${build.declared.length}`;
  const place = build.declared.push(null as unknown as Declared) - 1;
  const isUnit = chance(50);
  const tagging = isUnit ? 'external' : pick(['external', 'internal', 'adjacent', 'untagged', 'internal'] as const);
  const rule = chance(50) ? pick(RULES) : null;
  const inner = chance(20) ? pick(RULES) : null;
  const variants = shuffled(build.random, VARIANT_NAMES)
    .slice(0, 1 + below(3))
    .map((one) => {
      const wire = rule === null ? one : build.rename.variant(one, rule);
      return randomVariant(build, { name: one, wire }, { depth, isUnit, isInternal: tagging === 'internal', inner });
    });
  const made: Declared = {
    form: 'enum',
    name,
    variants,
    tagging,
    tag: 't',
    content: 'c',
    options: [
      ...(rule === null ? [] : [`rename_all = "${rule}"`]),
      ...(inner === null ? [] : [`rename_all_fields = "${inner}"`]),
      ...(tagging === 'internal' || tagging === 'adjacent' ? ['tag = "t"'] : []),
      ...(tagging === 'adjacent' ? ['content = "c"'] : []),
      ...(tagging === 'untagged' ? ['untagged'] : []),
    ],
  };
  build.declared[place] = made;
  return made;
}
