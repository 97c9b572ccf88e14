import { by } from '../../src/core/compare.ts';
import type { View } from '../../src/workspace/view.ts';
import { isFixture } from '../gate/is-fixture.ts';
import { pythonNames } from './python/python-names.ts';
import { type PlacedType, rustNames } from './rust/rust-names.ts';

/** Two types of one name that have fields in common: perhaps two sides of one payload. Only a person can say so. */
export interface Suggestion {
  readonly id: string;
  readonly rust: string;
  readonly python: string;
  readonly places: readonly string[];
  /** Fields that both have, by their names without underscores and capitals. */
  readonly shared: readonly string[];
}

const LEAST_SHARE = 0.5;

interface Named {
  readonly text: string;
  readonly place: string;
  readonly fields: ReadonlySet<string>;
}

export function suggestContracts(view: View): Suggestion[] {
  const declared = new Set(view.config.contracts.flatMap(({ sides }) => sides.map(({ text }) => text)));
  const rust = rustTypes(view);
  return pythonTypes(view)
    .flatMap(([name, python]) => (rust.get(name) ?? []).map((own) => pairOf(own, python)))
    .filter((one) => one !== null)
    .filter((one) => !(declared.has(one.rust) && declared.has(one.python)))
    .sort(by(({ id, rust: text, python }) => `${id} ${text} ${python}`));
}

const plain = (name: string): string => name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();

function rustTypes(view: View): Map<string, Named[]> {
  const found = new Map<string, Named[]>();
  for (const item of [...rustNames(view).types.values()].flat()) {
    if (!isWire(item) || isFixture(item.path)) continue;
    const fields =
      item.kind === 'struct' ? item.fields.flatMap(({ name }) => name ?? []) : item.choices.map(({ name }) => name);
    const named: Named = {
      text: `${item.scope}::${item.name}`,
      place: `${item.path}:${item.line}`,
      fields: new Set(fields.map(plain)),
    };
    found.set(item.name, [...(found.get(item.name) ?? []), named]);
  }
  return found;
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
              text: `${module.name.dotted}.${item.name}`,
              place: `${module.path}:${item.line}`,
              fields: new Set(item.names.map(({ name }) => plain(name))),
            },
          ]),
  );
}

function pairOf(rust: Named, python: Named): Suggestion | null {
  const shared = [...rust.fields].filter((name) => python.fields.has(name));
  const least = Math.min(rust.fields.size, python.fields.size);
  if (least === 0 || shared.length < least * LEAST_SHARE) return null;
  const id = rust.text
    .split('::')
    .at(-1)!
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
  return { id, rust: rust.text, python: python.text, places: [rust.place, python.place], shared: shared.sort() };
}
