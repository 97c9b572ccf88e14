import { PRELUDE_MACROS } from '../../../analyzers/readings/rust/prelude-macros.ts';
import type { Source } from '../../../analyzers/readings/rust/source.ts';
import { cfgOf, readAttributes } from '../../../src/languages/rust/attributes.ts';
import { importedName, readUseTree, type UseLeaf } from '../../../src/languages/rust/use-tree.ts';
import { kindOf, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { Part } from './assign.ts';
import { type Guard, type Guards, type Need, needAlso } from './guards.ts';
import type { Layout } from './layout.ts';

/** A macro that a part has to import by name. */
export interface MacroImport {
  readonly name: string;
  readonly need: Need;
}

/**
 * An import of the module that shadows a macro of the prelude does so by its name only: through `use super::*` it is one of two, and a call
 * in the part is ambiguous (E0659, `ambiguous_panic_imports`).
 * @returns what the part calls of these, by name
 */
export function macroImports(view: View, source: Source, part: Part, layout: Layout, guards: Guards): MacroImport[] {
  const shadowing = shadowingImports(source, () => isWithoutStd(view, layout));
  if (shadowing.size === 0) return [];
  const found = new Map<string, Need>();
  const { syntax, text } = source;
  for (const { item } of [...part.whole, ...part.divided.flatMap(({ members }) => members)])
    for (let node = item.firstNode; node < item.afterNode; node++) {
      if (text[syntax.end[node]!] !== '!' || kindOf(syntax, node) !== 'identifier') continue;
      const shadow = shadowing.get(textOf(syntax, node));
      if (shadow === undefined || /::\s*$/.test(text.slice(Math.max(0, syntax.start[node]! - 8), syntax.start[node]!)))
        continue;
      const guard = [...new Set([...guards.at(syntax.start[node]!), ...shadow])].sort();
      found.set(textOf(syntax, node), needAlso(found.get(textOf(syntax, node)) ?? null, guard));
    }
  return [...found].map(([name, need]) => ({ name, need })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Names of the prelude's macros that an import brings, with the `cfg` of the import. */
function shadowingImports({ syntax, top }: Source, withoutStd: () => boolean): Map<string, Guard> {
  const found = new Map<string, Guard>();
  for (const { item } of top.filter(({ unit }) => unit.kind === 'use'))
    for (const leaf of readUseTree(syntax, item.node)) {
      const name = importedName(leaf);
      if (name === null || !PRELUDE_MACROS.has(name) || !isAnother(leaf, withoutStd)) continue;
      found.set(name, cfgOf(readAttributes(syntax, item.attributes)));
    }
  return found;
}

// What std, core and alloc give by these names is what the prelude has, but for the `panic!` of std where the prelude is that of core.
function isAnother({ segments }: UseLeaf, withoutStd: () => boolean): boolean {
  const [first = '', second = ''] = segments[0] === '' ? segments.slice(1) : segments;
  if (first === 'std' && second === 'panic') return withoutStd();
  return !['std', 'core', 'alloc'].includes(first);
}

const isWithoutStd = (view: View, { crate }: Layout): boolean =>
  crate?.targets.some(({ path }) => /#!\[[^\]]*\bno_std\b/.test(view.text(path))) ?? false;
