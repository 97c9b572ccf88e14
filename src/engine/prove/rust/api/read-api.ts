import { byText } from '../../../../core/compare.ts';
import { plainModuleLinks } from '../module-links.ts';
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

interface Rendering {
  readonly json: RustdocJson;
  readonly fold: (path: string) => string;
  readonly nameOf: (id: number) => string | null;
}

function createRender(json: RustdocJson, names: ReadonlyMap<number, string>, { fold }: WalkOptions) {
  const rendered = new Map<number, string>();
  const nameOf = (id: number): string | null => {
    const path = json.paths[id]?.path.join('::');
    return names.get(id) ?? (path === undefined ? null : fold(path));
  };
  return (one: DocItem): string => {
    const result = rendered.get(one.id) ?? textOf({ json, fold, nameOf }, recordOf({ json, fold, nameOf }, one));
    rendered.set(one.id, result);
    return result;
  };
}

const textOf = (rendering: Rendering, value: unknown): string =>
  JSON.stringify(value, (key, part: unknown) => replaced(rendering, key, part), 1);

const plain = (rendering: Rendering, value: unknown): unknown => JSON.parse(textOf(rendering, value));

function replaced(rendering: Rendering, key: string, value: unknown): unknown {
  if (DROPPED.has(key)) return undefined;
  if (Array.isArray(value)) return replacedList(rendering, key, value);
  if (typeof value === 'string') return WRITTEN.has(key) ? unprefixed(value) : value;
  return isPath(value) ? { name: rendering.nameOf(value.id) ?? lastSegment(value.path), args: value.args } : value;
}

function replacedList(rendering: Rendering, key: string, list: readonly unknown[]): unknown {
  const ids = list.filter((one) => typeof one === 'number');
  if (key === 'implementations') return implementors(rendering, ids);
  if (key === 'impls') return implsOf(rendering, ids);
  if (!CHILDREN.has(key) || ids.length === 0) return list;
  return list.map((one) => (typeof one === 'number' ? itemOf(rendering, one) : one));
}

const itemOf = (rendering: Rendering, id: number): unknown => {
  const item = rendering.json.index[id];
  return item ? recordOf(rendering, item) : '(stripped)';
};

/** The fields of an item that are compared. The items of a module have names of their own. */
function recordOf(rendering: Rendering, one: DocItem): object {
  return {
    kind: Object.keys(one.inner)[0],
    name: one.name,
    visibility: audience(one.visibility, rendering.fold),
    docs: one.docs === null ? null : plainDocs(one.docs),
    links: linksOf(rendering, one),
    attrs: attributesOf(one),
    deprecation: one.deprecation,
    inner: one.inner.module ? null : Object.values(one.inner)[0],
  };
}

const linksOf = ({ nameOf }: Rendering, { links }: DocItem): string[] =>
  Object.entries(links)
    .map(([label, id]) => `${plainLabel(label)} -> ${nameOf(id) ?? 'a private item'}`)
    .sort(byText);

/** Inherent blocks are one: a divided block repeats its header. Blocks of traits stay as they are. */
function implsOf(rendering: Rendering, ids: readonly number[]): object {
  const blocks = ids.flatMap((id) => rendering.json.index[id] ?? []);
  const inherent = blocks.filter(({ inner }) => inner.impl?.trait === null);
  const traits = blocks.filter(({ inner }) => inner.impl && inner.impl.trait !== null);
  const docs = inherent.flatMap((block) => (block.docs === null ? [] : plainDocs(block.docs)));
  return {
    methods: sortedValues(inherent.flatMap(({ inner }) => methodsOf(rendering, inner.impl!))),
    docs: [...new Set(docs)].sort(byText),
    headings: docs.length === 0 ? [] : headingsOf(rendering, inherent),
    traits: sortedValues(traits.map((block) => textOf(rendering, recordOf(rendering, block)))),
  };
}

/**
 * The docs of inherent blocks are headings of the page: each stands above its methods, in their order. Blocks without any belong to none, and
 * are one where they follow one another.
 */
function headingsOf({ json }: Rendering, blocks: readonly DocItem[]): string[] {
  const found: string[] = [];
  for (const { docs, inner } of blocks) {
    const names = inner.impl!.items.map((id) => json.index[id]?.name ?? '').join(', ');
    if (docs === null && names === '') continue;
    const last = found[found.length - 1];
    if (docs === null && last?.startsWith(': ')) found[found.length - 1] = `${last}, ${names}`;
    else found.push(`${docs === null ? '' : plainDocs(docs)}: ${names}`);
  }
  return found;
}

const sortedValues = (texts: readonly string[]): unknown[] =>
  [...texts].sort(byText).map((one): unknown => JSON.parse(one));

/** Which types have a trait: the blocks themselves are compared with their types, where those are this crate's. */
const implementors = (rendering: Rendering, ids: readonly number[]): string[] =>
  ids
    .flatMap((id) => rendering.json.index[id]?.inner.impl ?? [])
    .map((impl) => ({ generics: impl.generics, for: impl.for, negative: impl.is_negative }))
    .map((header) => JSON.stringify(plain(rendering, header)))
    .sort(byText);

function methodsOf(rendering: Rendering, impl: DocImpl): string[] {
  const header = { generics: impl.generics, for: impl.for, is_unsafe: impl.is_unsafe };
  return impl.items.map((id) => textOf(rendering, { header, method: itemOf(rendering, id) }));
}

interface DocPath {
  readonly id: number;
  readonly path: string;
  readonly args: unknown;
}

const isPath = (value: unknown): value is DocPath =>
  typeof value === 'object' && value !== null && 'id' in value && 'path' in value && 'args' in value;

const lastSegment = (path: string): string => path.split('::').at(-1)!;

/** Expressions, docs and link labels are given as written; moved code reaches its surroundings through one `super::` more. */
const unprefixed = (text: string): string => text.replace(/(?<![\w$])(?:\$?crate|super|self)::(?:super::)*/g, '');

const plainDocs = (docs: string): string => unprefixed(plainModuleLinks(docs));

// `self`, `super#anchor`: a link to a module itself.
const plainLabel = (label: string): string =>
  unprefixed(label.replace(/^(`?)(?:self|(?:super::)*super)(?=[`#]|$)/, '$1@'));

function audience(visibility: DocItem['visibility'], fold: (path: string) => string): string {
  if (typeof visibility === 'string') return visibility;
  const path = fold(`${visibility.restricted.path.replace(/^::/, '')}::`).replace(/::$/, '');
  return path === '' ? 'crate' : path;
}

// `cfg` is compared by building without the feature; what rustc keeps of it has the line that it stood on.
const attributesOf = ({ attrs }: DocItem): string[] =>
  attrs
    .map((one) => (typeof one === 'string' ? one : typeof one.other === 'string' ? one.other : JSON.stringify(one)))
    .filter((one) => !/^#\[attr = Cfg\w*Trace/.test(one) && !/^#\[(?:doc\((?:no_)?inline\)|macro_use|path\b)/.test(one))
    .map((one) => one.replace(/\S+:\d+:\d+: \d+:\d+ \(#\d+\)/g, '_'))
    .sort(byText);
