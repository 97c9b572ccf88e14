import type { View } from '../../../src/workspace/view.ts';
import { resolvePath } from '../../bridge/rust/resolve-path.ts';
import type { RustName } from '../../bridge/rust/rust-file.ts';
import { type Placed, type RustIndex, rustIndex, type Scope } from '../../bridge/rust/rust-index.ts';
import { composedOnce } from '../../composition/composed-once.ts';
import { oncePerView } from '../../once.ts';
import type { RustAlias, RustData } from './rust-types.ts';
import { rustTypes } from './rust-types-fact.ts';

/** A type or constant with where it stands. */
export type PlacedType = (RustData | RustAlias) & { readonly path: string; readonly scope: string };

/** The types of all crates by their names. */
export interface RustNames {
  readonly index: RustIndex;
  /** By `scope::name`. */
  readonly types: ReadonlyMap<string, readonly PlacedType[]>;
  /** `path Serialize Type`. */
  readonly custom: ReadonlySet<string>;
  readonly unread: readonly { readonly path: string; readonly reason: string }[];
}

export const rustNames = oncePerView(namesOf);

interface Draft {
  readonly types: Map<string, PlacedType[]>;
  readonly custom: Set<string>;
  readonly unread: { path: string; reason: string }[];
}

function namesOf(view: View): RustNames {
  const index = rustIndex(view);
  const draft: Draft = { types: new Map(), custom: new Set(), unread: [] };
  for (const { id, language, file, fragments } of composedOnce(view).modules)
    if (language === 'rust') for (const path of [file, ...fragments]) addFile(view, draft, id, path);
  return { index: { ...index, scopes: scopesOf(index, draft.types) }, ...draft };
}

/** @param id of the module that a file carries or is spliced into */
function addFile(view: View, { types, custom, unread }: Draft, id: string, path: string): void {
  const fact = view.facts(path, rustTypes, 'rust');
  if (fact.status === 'failed') {
    if (fact.reason !== 'symlink') unread.push({ path, reason: fact.reason });
    return;
  }
  for (const item of [...fact.value.data, ...fact.value.aliases]) {
    const scope = [id, ...item.inline].join('::');
    const key = `${scope}::${item.name}`;
    types.set(key, [...(types.get(key) ?? []), { ...item, path, scope }]);
  }
  for (const { trait, type } of fact.value.custom) custom.add(`${path} ${trait} ${type}`);
}

/** The scopes of the index, with our types in place of what Python sees: names are looked up by the one resolver. */
function scopesOf(index: RustIndex, types: ReadonlyMap<string, readonly PlacedType[]>): ReadonlyMap<string, Scope> {
  const scopes = new Map<string, Scope>();
  for (const [id, scope] of index.scopes) scopes.set(id, { ...scope, classes: [], functions: [], names: [] });
  for (const item of [...types.values()].flat()) {
    const { name, inline, line, path, scope } = item;
    const named: Placed<RustName> = {
      name,
      inline,
      line,
      path,
      scope,
      cfg: [],
      kind: 'constant',
      value: '',
      exported: false,
    };
    const known = scopes.get(scope) ?? { uses: [], functions: [], classes: [], modules: [], names: [] };
    known.names.push(named);
    scopes.set(scope, known);
  }
  return scopes;
}

/** What a path means where it is written; several where alternatives stand under different `cfg`. */
export function typesAt({ index, types }: RustNames, scope: string, segments: readonly string[]): PlacedType[] {
  const found = resolvePath(index, scope, segments).flatMap((one) =>
    one.kind === 'name' ? (types.get(`${one.item.scope}::${one.item.name}`) ?? []) : [],
  );
  return [...new Set(found)];
}

/** What a configuration names: `core::job::Job`, or `crates/core/src/job.rs#Job`. */
export function typesNamed(names: RustNames, text: string): PlacedType[] {
  const [path = '', name] = text.split('#');
  if (name !== undefined)
    return [...names.types.values()].flat().filter((item) => item.path === path && item.name === name);
  const [root = '', ...rest] = text.split('::');
  return names.index.scopes.has(root) ? typesAt(names, root, ['self', ...rest]) : [];
}

/**
 * The full path of a name that the workspace does not have, as `use` gives it: `HashMap` -> `std::collections::HashMap`. A name that nothing
 * brings in stays as it is: Rust's prelude, or a glob.
 */
export function outsidePath({ index }: RustNames, scope: string, segments: readonly string[]): string[] {
  const [first = '', ...rest] = segments;
  const own = index.scopes.get(scope);
  const use = own?.uses.find(({ alias }) => alias === first);
  if (use) return [...use.segments, ...rest].filter((part) => part !== '');
  const glob = own?.uses.find(
    ({ alias, segments: [root = ''] }) => alias === null && /^(?:std|core|alloc)$/.test(root),
  );
  return glob !== undefined && segments.length === 1 && !PRELUDE.has(first)
    ? [...glob.segments, first]
    : segments.filter((part) => part !== '');
}

const PRELUDE = new Set(['String', 'Vec', 'Option', 'Box', 'Result']);
