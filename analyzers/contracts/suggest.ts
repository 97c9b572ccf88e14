import { by } from '../../src/core/compare.ts';
import type { View } from '../../src/workspace/view.ts';
import { isFixture } from '../gate/is-fixture.ts';
import { allDeclarations } from './javascript/typescript-names.ts';
import type { Declaration, ValueNode } from './javascript/typescript-types.ts';
import { pythonNames } from './python/python-names.ts';
import { type PlacedType, rustNames } from './rust/rust-names.ts';
import type { SideName } from './sides.ts';

type CodeSide = Exclude<SideName, 'schema'>;

/** Two types of one name that have fields in common: perhaps two sides of one payload. Only a person can say so. */
export interface Suggestion {
  readonly id: string;
  /** Two of the three, as `[[contract]]` names them. */
  readonly sides: Readonly<Partial<Record<CodeSide, string>>>;
  readonly places: readonly string[];
  /** Fields that both have, by their names without underscores and capitals. */
  readonly shared: readonly string[];
}

const LEAST_SHARE = 0.5;

interface Named {
  readonly side: CodeSide;
  readonly text: string;
  readonly place: string;
  readonly fields: ReadonlySet<string>;
}

/** By the name of the type, without its scope. */
type ByName = ReadonlyMap<string, readonly Named[]>;

export function suggestContracts(view: View): Suggestion[] {
  const declared = new Set(view.config.contracts.flatMap(({ sides }) => sides.map(({ text }) => text)));
  const taken = new Set(view.config.contracts.map(({ id }) => id));
  const [rust, python, typescript] = [rustTypes(view), pythonTypes(view), typescriptTypesIn(view)].map(byName);
  return [...pairsOf(rust!, python!), ...pairsOf(rust!, typescript!), ...pairsOf(python!, typescript!)]
    .filter(({ sides }) => !Object.values(sides).every((text) => declared.has(text)))
    .sort(by(({ id, sides }) => `${id} ${Object.values(sides).join(' ')}`))
    .map((one) => ({ ...one, id: freeId(one, taken) }));
}

/** An id that no other contract has: the languages of its sides tell it apart, then a number. */
function freeId({ id, sides }: Suggestion, taken: Set<string>): string {
  const longer = `${id}-${Object.keys(sides).join('-')}`;
  let free = taken.has(id) ? longer : id;
  for (let n = 2; taken.has(free); n++) free = `${longer}-${n}`;
  taken.add(free);
  return free;
}

function byName(types: readonly (readonly [string, Named])[]): ByName {
  const found = new Map<string, Named[]>();
  for (const [name, one] of types) found.set(name, [...(found.get(name) ?? []), one]);
  return found;
}

const pairsOf = (these: ByName, those: ByName): Suggestion[] =>
  [...those].flatMap(([name, all]) =>
    all.flatMap((that) => (these.get(name) ?? []).flatMap((one) => pairOf(name, one, that) ?? [])),
  );

const plain = (name: string): string => name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();

function rustTypes(view: View): [string, Named][] {
  return [...rustNames(view).types.values()].flat().flatMap((item): [string, Named][] => {
    if (!isWire(item) || isFixture(item.path)) return [];
    const fields =
      item.kind === 'struct' ? item.fields.flatMap(({ name }) => name ?? []) : item.choices.map(({ name }) => name);
    const text = `${item.scope}::${item.name}`;
    const place = `${item.path}:${item.line}`;
    return [[item.name, { side: 'rust', text, place, fields: new Set(fields.map(plain)) }]];
  });
}

const isWire = (item: PlacedType): item is Extract<PlacedType, { kind: 'struct' | 'enum' }> =>
  (item.kind === 'struct' || item.kind === 'enum') &&
  item.derives.some((name) => name === 'Serialize' || name === 'Deserialize');

const MODEL = /(?:^|\.)(?:BaseModel|RootModel|TypedDict|StrEnum|Enum|IntEnum|\w*Model)(?:\[|$)/;

function pythonTypes(view: View): [string, Named][] {
  const names = pythonNames(view);
  return names.index.modules.flatMap((module) =>
    isFixture(module.path)
      ? []
      : names
          .typesOf(module)
          .classes.filter(
            ({ bases, decorators }) =>
              bases.some((base) => MODEL.test(base)) || decorators.some((one) => /\bdataclass\b/.test(one)),
          )
          .map((item): [string, Named] => [
            item.name.split('.').at(-1)!,
            {
              side: 'python',
              text: `${module.name.dotted}.${item.name}`,
              place: `${module.path}:${item.line}`,
              fields: new Set(item.names.map(({ name }) => plain(name))),
            },
          ]),
  );
}

/** Types that have fields, or values of their own. */
function typescriptTypesIn(view: View): [string, Named][] {
  return allDeclarations(view).flatMap(([path, item]): [string, Named][] => {
    const fields = isFixture(path) ? [] : fieldsOf(item);
    const named: Named = {
      side: 'typescript',
      text: `${path}#${item.name}`,
      place: `${path}:${item.line}`,
      fields: new Set(fields.map(plain)),
    };
    return fields.length === 0 ? [] : [[item.name, named]];
  });
}

function fieldsOf(item: Declaration): string[] {
  if (item.kind === 'interface') return item.body.members.map(({ name }) => name);
  if (item.kind === 'enum') return item.values.map(String);
  if (item.kind === 'value') return zodFields(item.value);
  if (item.kind !== 'alias') return [];
  const { type } = item;
  if (type.kind === 'object') return type.members.map(({ name }) => name);
  if (type.kind !== 'union') return [];
  return type.parts.flatMap((part) => (part.kind === 'literal' ? [String(part.value)] : []));
}

/** Keys of what `z.object({…})` and its like are given; none where that is not written at the top. */
const zodFields = (value: ValueNode): string[] => {
  if (value.kind !== 'call') return [];
  const { callee, arguments: given } = value;
  // `z.object({…}).strict()`: methods keep most of the fields.
  if (callee.kind === 'member') return zodFields(callee.of);
  const isObject = callee.kind === 'name' && /^(?:object|strictObject|looseObject)$/.test(callee.path.at(-1)!);
  return isObject && given[0]?.kind === 'record' ? given[0].entries.map(({ name }) => name) : [];
};

function pairOf(name: string, one: Named, other: Named): Suggestion | null {
  const shared = [...one.fields].filter((field) => other.fields.has(field));
  const least = Math.min(one.fields.size, other.fields.size);
  if (least === 0 || shared.length < least * LEAST_SHARE) return null;
  const id = name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
  return {
    id,
    sides: { [one.side]: one.text, [other.side]: other.text },
    places: [one.place, other.place],
    shared: shared.sort(),
  };
}
