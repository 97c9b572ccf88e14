import type { UnitId } from '../../../src/core/unit.ts';
import { type Attribute, cfgOf, readAttributes } from '../../../src/languages/rust/attributes.ts';
import { isBuiltinAttribute } from '../../../src/languages/rust/builtin-attributes.ts';
import { readUseTree } from '../../../src/languages/rust/use-tree.ts';
import type { View } from '../../../src/workspace/view.ts';
import { crateOf } from './crate-of.ts';
import { definitionsIn, rustFilesBeside } from './macro-definitions.ts';
import type { Piece, Source } from './source.ts';

/**
 * `pub use own as other;` of an exported macro whose definition waits for another expansion (a macro makes it, or a tool's attribute stands
 * on it): rustc 1.95 resolves it only while the crate root itself has something to expand, so the root's last derive cannot leave.
 * @returns the units that stay for it, with the reason; none where something that stays anyway is expanded
 */
export function heldExpansions(view: View, source: Source): ReadonlyMap<UnitId, string> {
  const none = new Map<UnitId, string>();
  const crate = crateOf(view, source.path);
  if (!crate?.targets.some((target) => target.path === source.path)) return none;
  const name = importedMacros(source).find((one) => waits(view, source.path, one));
  if (name === undefined) return none;
  const expanded = source.top.filter((piece) => isExpanded(source, piece));
  const sure = expanded.filter(({ item }) => cfgOf(readAttributes(source.syntax, item.attributes)).length === 0);
  if (sure.some(({ unit }) => STAYING.has(unit.kind))) return none;
  const held = sure.length > 0 ? sure.slice(0, 1) : expanded.filter(({ unit }) => !STAYING.has(unit.kind));
  const why = `the import of the macro \`${name}\` is resolved only while the crate root has something to expand`;
  return new Map(held.map(({ unit }) => [unit.id, why]));
}

const STAYING = new Set(['macro-call', 'use', 'mod', 'macro', 'extern-crate']);

/** Names of one segment that nothing in this module defines. */
function importedMacros({ syntax, top, outline }: Source): string[] {
  const imports = top.filter(({ unit }) => unit.kind === 'use');
  const own = new Set(
    outline.units.flatMap(({ kind, defines }) => (kind === 'use' ? [] : defines.map(({ name }) => name))),
  );
  return imports
    .flatMap(({ item }) => readUseTree(syntax, item.node))
    .flatMap(({ segments, glob }) => (segments.length === 1 && !glob && !own.has(segments[0]!) ? [segments[0]!] : []));
}

/** True if the package has a macro of that name that is not there at once. */
function waits(view: View, path: string, name: string): boolean {
  const written = new RegExp(`\\bmacro_rules!\\s*${name}\\b`);
  return rustFilesBeside(view, path).some((file) => {
    if (!written.test(view.text(file))) return false;
    const syntax = view.syntax(file);
    const plain = definitionsIn(syntax).filter((one) => one.name === name);
    return plain.length === 0 || plain.some(({ attributes }) => readAttributes(syntax, attributes).some(isTools));
  });
}

const isTools = ({ path, text }: Attribute): boolean =>
  path.includes('::') || !isBuiltinAttribute(path) || (path === 'cfg_attr' && text.includes('::'));

function isExpanded({ syntax }: Source, { item, unit }: Piece): boolean {
  if (unit.kind === 'macro-call') return true;
  return readAttributes(syntax, item.attributes).some(
    (one) => one.path === 'derive' || isTools(one) || (one.path === 'cfg_attr' && /\bderive\b/.test(one.text)),
  );
}
