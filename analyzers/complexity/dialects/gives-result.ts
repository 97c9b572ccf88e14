import { childByField, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';

/**
 * Whether a Rust function returns a `Result`: by the name of the type, as far as this file says what the name means (`type Step<T> =
 * Result<T, Error>;`). What comes from elsewhere is judged by its name: `PyResult`, `CargoResult` and `io::Result` are aliases.
 */
export function givesResult(syntax: Syntax, fn: Node): boolean {
  const type = childByField(syntax, fn, 'return_type');
  if (type === -1) return false;
  const written = nameOf(syntax, type);
  const types = ownTypes(syntax);
  let name: string | null = written;
  for (let steps = 0; name !== null && types.has(name) && steps < types.size; steps++) name = types.get(name)!;
  return name !== null && /Result$/.test(name);
}

const known = new WeakMap<Syntax, ReadonlyMap<string, string | null>>();

/** Types that the file defines: an alias -> the name of what it means; null for what is a type of its own. */
function ownTypes(syntax: Syntax): ReadonlyMap<string, string | null> {
  const kept = known.get(syntax);
  if (kept) return kept;
  const types = new Map<string, string | null>();
  for (let node = 0; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    const isOwn = kind === 'struct_item' || kind === 'enum_item' || kind === 'union_item';
    if (!isOwn && kind !== 'type_item') continue;
    const name = textOf(syntax, childByField(syntax, node, 'name'));
    // `type Result<T> = io::Result<T>;` says no more than its name does.
    const meaning = isOwn ? null : nameOf(syntax, childByField(syntax, node, 'type'));
    if (meaning !== name) types.set(name, meaning);
  }
  known.set(syntax, types);
  return types;
}

/** `Result` of `io::Result<()>`. */
function nameOf(syntax: Syntax, type: Node): string {
  const bare = kindOf(syntax, type) === 'generic_type' ? childByField(syntax, type, 'type') : type;
  return textOf(syntax, bare).replace(/^.*::\s*/s, '');
}
