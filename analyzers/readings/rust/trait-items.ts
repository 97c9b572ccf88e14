import { plainName } from '../../../src/languages/rust/plain-name.ts';
import {
  childByField,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';
import { STD_TRAITS } from './std-trait-items.ts';
import { isUsedAsType } from './used-as-type.ts';

/** The names of a trait's functions and constants; `none` for what is no trait, `unknown` where neither can be said. */
export type TraitItems = ReadonlySet<string> | 'none' | 'unknown';

const STD = new Map(
  STD_TRAITS.trim()
    .split('\n')
    .map((line): [string, ReadonlySet<string>] => {
      const [name, ...items] = line.split(' ');
      return [name!, new Set(items)];
    }),
);

/** Derives and traits of crates whose first version is their last: they get no further items that a file may call. */
const FROZEN = new Map<string, TraitItems>(
  (
    'serde::Serialize serialize\n' +
    'serde::Deserialize deserialize deserialize_in_place\n' +
    'serde::de::DeserializeOwned\n' +
    'serde::de::Expected fmt\n' +
    'serde_core::Serialize serialize\n' +
    'serde_core::Deserialize deserialize deserialize_in_place\n' +
    'serde_core::de::DeserializeOwned\n' +
    'serde_core::de::Expected fmt\n' +
    'anyhow::Context context with_context\n' +
    'thiserror::Error'
  )
    .split('\n')
    .map((line) => [line.split(' ')[0]!, new Set(line.split(' ').slice(1))]),
);

/**
 * Which methods an import of a file may be there for.
 * @param segments the path of the import as written: `['std', 'fmt', 'Write']`
 */
export function traitItemsOf(view: View, path: string, segments: readonly string[]): TraitItems {
  const written = segments[0] === '' ? segments.slice(1) : segments;
  const name = written[written.length - 1] ?? '';
  // Modules and functions are written small, constants in capitals: no trait is.
  if (!/^\p{Lu}/u.test(name) || (/^[\p{Lu}\d_]+$/u.test(name) && name.length > 1)) return 'none';
  const [first = ''] = written;
  if (/^(?:std|core|alloc|proc_macro)$/.test(first)) return STD.get(name) ?? 'none';
  const frozen = FROZEN.get(written.join('::'));
  if (frozen !== undefined) return frozen;
  const own = isOfWorkspace(view, path, first) ? definedItems(view, name) : 'unknown';
  if (own !== 'unknown') return own;
  return isUsedAsType(view.syntax(path), name) ? 'none' : 'unknown';
}

function isOfWorkspace(view: View, path: string, first: string): boolean {
  if (/^(?:crate|self|super)$/.test(first)) return true;
  if (view.manifests.crates.some(({ name }) => name.replaceAll('-', '_') === first)) return true;
  // `use kind::Kind` with `mod kind;` in the file.
  return new RegExp(`\\bmod\\s+(?:r#)?${first}\\b`).test(view.text(path));
}

const DEFINITIONS: Readonly<Record<string, boolean>> = {
  trait_item: true,
  struct_item: false,
  enum_item: false,
  union_item: false,
  type_item: false,
  function_item: false,
  const_item: false,
  static_item: false,
  enum_variant: false,
};

/** What the workspace defines by that name; a name that none of its files defines may be given on from another crate. */
function definedItems(view: View, name: string): TraitItems {
  let found: TraitItems | null = null;
  for (const { path, grammar, state } of view.files) {
    if (grammar !== 'rust' || state !== 'text' || !wordsOf(view, path).has(name)) continue;
    if (
      !new RegExp(
        `\\b(?:trait|struct|enum|union|type|fn|const|static)\\s+(?:r#)?${name}\\b|\\b${name}\\b\\s*[,({]`,
      ).test(view.text(path))
    )
      continue;
    const syntax = view.syntax(path);
    for (let node = 0; node < syntax.size; node++) {
      const isTrait = DEFINITIONS[kindOf(syntax, node)];
      if (isTrait === undefined || nameOf(syntax, node) !== name) continue;
      found = isTrait ? together(found, itemsOfTrait(syntax, node)) : (found ?? 'none');
    }
  }
  return found ?? 'unknown';
}

function together(a: TraitItems | null, b: TraitItems): TraitItems {
  if (a === null || a === 'none') return b;
  return a === 'unknown' || b === 'unknown' || b === 'none' ? 'unknown' : new Set([...a, ...b]);
}

/** The functions and constants of a `trait_item`; `unknown` where a macro makes some of them. */
export function itemsOfTrait(syntax: Syntax, trait: Node): TraitItems {
  const body = childByField(syntax, trait, 'body');
  const items = new Set<string>();
  for (const item of body === -1 ? [] : namedChildrenOf(syntax, body)) {
    const kind = kindOf(syntax, item);
    if (kind === 'macro_invocation' || kind === 'expression_statement' || kind === 'ERROR') return 'unknown';
    if (/^(?:function_item|function_signature_item|const_item)$/.test(kind)) items.add(nameOf(syntax, item));
  }
  return items;
}

function nameOf(syntax: Syntax, node: Node): string {
  const name = childByField(syntax, node, 'name');
  return name === -1 ? '' : plainName(textOf(syntax, name));
}
