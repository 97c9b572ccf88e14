import { byText } from '../../../../core/compare.ts';
import { type WalkOptions, walkNames } from './public-names.ts';
import type { DocImpl, DocItem, RustdocJson } from './rustdoc-json.ts';

/** What a crate offers: `struct sample::Foo` -> the item as lines of JSON, without places, ids and private paths. */
export type Api = ReadonlyMap<string, string>;

/** Reads rustdoc's JSON so that two crates with equal interfaces and documentation give equal maps, however their modules lie. */
export function readApi(json: RustdocJson, options: WalkOptions): Api {
  const names = walkNames(json, options);
  const shortest = new Map<number, string>();
  for (const { item, path } of names.values()) {
    const known = item && shortest.get(item.id);
    if (item && (known === undefined || known === null || isShorter(path, known))) shortest.set(item.id, path);
  }
  const render = createRender(json, shortest, options);
  const api = new Map<string, string>();
  for (const { key, item, origin } of names.values()) api.set(key, item ? render(item) : `re-export of ${origin}`);
  return api;
}

const isShorter = (a: string, b: string): boolean => {
  const depth = (path: string): number => path.split('::').length;
  return depth(a) < depth(b) || (depth(a) === depth(b) && a < b);
};

// Ids of children; a tuple of types has the same key but holds no numbers.
const CHILDREN = new Set(['fields', 'variants', 'items', 'tuple']);
const DROPPED = new Set(['id', 'crate_id', 'span', 'parent']);
const WRITTEN = new Set(['expr', 'len', 'value', 'default', 'type_id']);

function createRender(json: RustdocJson, names: ReadonlyMap<number, string>, options: WalkOptions) {
  const rendered = new Map<number, string>();
  const nameOf = (id: number): string | null => {
    const known = names.get(id);
    if (known !== undefined) return known;
    const path = json.paths[id]?.path.join('::');
    return path === undefined ? null : options.fold(path);
  };

  const text = (value: unknown): string => JSON.stringify(value, replace, 1);
  const plain = (value: unknown): unknown => JSON.parse(text(value));
  const item = (id: number): unknown => (json.index[id] ? record(json.index[id]) : '(stripped)');

  function replace(this: unknown, key: string, value: unknown): unknown {
    if (DROPPED.has(key)) return undefined;
    if (Array.isArray(value)) {
      if (CHILDREN.has(key) && value.some((one) => typeof one === 'number'))
        return value.map((one) => (typeof one === 'number' ? item(one) : one));
      if (key === 'implementations') return implementors(value as number[]);
      return key === 'impls' ? implsOf(value as number[]) : value;
    }
    if (typeof value === 'string') return WRITTEN.has(key) ? unprefixed(value) : value;
    return isPath(value) ? { name: nameOf(value.id) ?? lastSegment(value.path), args: value.args } : value;
  }

  /** The fields of an item that are compared. */
  function record(one: DocItem): object {
    const { module } = one.inner;
    return {
      kind: Object.keys(one.inner)[0],
      name: one.name,
      visibility: audience(one.visibility, options.fold),
      docs: one.docs === null ? null : unprefixed(one.docs),
      links: linksOf(one),
      attrs: attributesOf(one),
      deprecation: (one as unknown as { deprecation: unknown }).deprecation,
      // The items of a module have names of their own.
      inner: module ? null : Object.values(one.inner)[0],
    };
  }

  const linksOf = ({ links }: DocItem): string[] =>
    Object.entries(links)
      .map(([label, id]) => `${unprefixed(label)} -> ${nameOf(id) ?? 'a private item'}`)
      .sort(byText);

  /** Inherent blocks are one: a divided block repeats its header. Blocks of traits stay as they are. */
  function implsOf(ids: readonly number[]): object {
    const methods: string[] = [];
    const docs = new Set<string>();
    const traits: string[] = [];
    for (const id of ids) {
      const block = json.index[id];
      const impl = block?.inner.impl;
      if (!block || !impl) continue;
      if (impl.trait !== null) traits.push(text(record(block)));
      else {
        methods.push(...methodsOf(impl));
        if (block.docs !== null) docs.add(unprefixed(block.docs));
      }
    }
    return {
      methods: methods.sort(byText).map((one): unknown => JSON.parse(one)),
      docs: [...docs].sort(byText),
      traits: traits.sort(byText).map((one): unknown => JSON.parse(one)),
    };
  }

  /** Who has a trait: the blocks themselves are compared with their types, where those are this crate's. */
  const implementors = (ids: readonly unknown[]): string[] =>
    ids
      .flatMap((id) => (typeof id === 'number' ? (json.index[id]?.inner.impl ?? []) : []))
      .map((impl) => JSON.stringify(plain({ generics: impl.generics, for: impl.for, negative: impl.is_negative })))
      .sort(byText);

  const methodsOf = (impl: DocImpl): string[] => {
    const header = plain({ generics: impl.generics, for: impl.for, is_unsafe: impl.is_unsafe });
    return impl.items.map((id) => text({ header, method: plain(item(id)) }));
  };

  return (one: DocItem): string => {
    const known = rendered.get(one.id);
    if (known !== undefined) return known;
    const result = text(record(one));
    rendered.set(one.id, result);
    return result;
  };
}

interface DocPath {
  readonly id: number;
  readonly path: string;
  readonly args: unknown;
}

const isPath = (value: unknown): value is DocPath =>
  typeof value === 'object' && value !== null && 'id' in value && 'path' in value && 'args' in value;

const lastSegment = (path: string): string => path.slice(path.lastIndexOf('::') + 2 || 0);

/** Expressions, docs and link labels are given as written; moved code reaches its surroundings through one `super::` more. */
const unprefixed = (text: string): string => text.replace(/(?<![\w$])(?:\$?crate|super|self)::(?:super::)*/g, '');

function audience(visibility: DocItem['visibility'], fold: (path: string) => string): string {
  if (typeof visibility === 'string') return visibility;
  const path = fold(`${visibility.restricted.path.replace(/^::/, '')}::`).replace(/::$/, '');
  return path === '' ? 'crate' : path;
}

// `cfg` is compared by building without the feature; what rustc keeps of it says on which line it stood.
const attributesOf = ({ attrs }: DocItem): string[] =>
  attrs
    .map((one) => (typeof one === 'string' ? one : typeof one.other === 'string' ? one.other : JSON.stringify(one)))
    .filter((one) => !/^#\[attr = Cfg\w*Trace/.test(one) && !/^#\[(?:doc\((?:no_)?inline\)|macro_use|path\b)/.test(one))
    .map((one) => one.replace(/\S+:\d+:\d+: \d+:\d+ \(#\d+\)/g, '_'))
    .sort(byText);
