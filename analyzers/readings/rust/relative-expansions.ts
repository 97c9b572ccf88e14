import { dirname, join } from 'node:path/posix';
import { relativePaths } from '../../../src/languages/rust/paths.ts';
import { importedName } from '../../../src/languages/rust/use-tree.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { foreignMacros } from './foreign-macros.ts';
import { emittingCrate, readMacroCrates } from './macro-crates.ts';
import {
  definitionsAnywhere,
  type MacroDefinition,
  readMacroDefinitions,
  readWorkspaceMacros,
} from './macro-definitions.ts';
import { tokenCalls } from './token-calls.ts';
import { useLeaves } from './use-leaves.ts';

/** A place whose meaning counts from the module that it stands in, though no path there says so. */
export interface RelativeExpansion {
  readonly at: number;
  readonly why: string;
}

/**
 * What of a file would lead elsewhere from another module without one of its own paths saying so: calls of other crates' macros of the workspace
 * that expand to `super::` or `self::`, their derives and attributes, a lone `super` that a macro is handed.
 * @param view the state that the file stands in
 */
export function relativeExpansions(view: View, path: string): RelativeExpansion[] {
  const syntax = view.syntax(path);
  return [...handedLevels(view, path, syntax), ...expandedPaths(view, path, syntax)];
}

function handedLevels(view: View, path: string, syntax: Syntax): RelativeExpansion[] {
  if (!/\bsuper\b/.test(syntax.text)) return [];
  const definitions = readWorkspaceMacros(view, path);
  return tokenCalls(syntax, 0, syntax.size).flatMap(({ name, tree }): RelativeExpansion[] => {
    const at = loneSuper(syntax, tree);
    if (at === null || !leadsOn(name, definitions(name))) return [];
    return [{ at, why: `\`${name}!\` is handed \`super\`, which counts from the call` }];
  });
}

/** A `super` among the tokens of a call that is no path by itself. */
function loneSuper(syntax: Syntax, tree: Node): number | null {
  for (let node = tree; node < syntax.after[tree]!; node++) {
    if (kindOf(syntax, node) !== 'super' || kindOf(syntax, syntax.parent[node]!) !== 'token_tree') continue;
    const [start, end] = [syntax.start[node]!, syntax.end[node]!];
    const isPath = /(?:::|\bpub\s*\(|\bin)\s*$/.test(syntax.text.slice(Math.max(0, start - 12), start));
    if (!isPath && !/^\s*::/.test(syntax.text.slice(end, end + 12))) return start;
  }
  return null;
}

/** What it is handed may begin a path: `$level::name`. `Token![super]` is the token itself. */
const leadsOn = (name: string, definitions: readonly MacroDefinition[]): boolean =>
  definitions.length === 0
    ? name !== 'Token'
    : definitions.some(({ syntax, node }) => /\$(?!crate\b)\w+\s*(?:\)\s*[*+?]\s*)?::/.test(textOf(syntax, node)));

const SPLICED = /\binclude!\s*[([{]\s*(?:"([^"\n]+)"|concat!)/g;
const RELATIVE = /(?<!::\s*)\b(?:super|self)\s*::/;

/** Texts that are spliced into the bodies of a file and have such paths, or that the build makes, which may have some. */
export function splicedPaths(view: View, path: string): RelativeExpansion[] {
  const { text } = view.syntax(path);
  if (!text.includes('include!')) return [];
  return [...text.matchAll(SPLICED)].flatMap(({ 1: file, index }): RelativeExpansion[] => {
    const target = file === undefined ? null : join(dirname(path), file);
    if (target === null) return inBody(text, index) ? [{ at: index, why: 'what the build makes is spliced here' }] : [];
    const isRelative = view.file(target)?.state === 'text' && RELATIVE.test(view.text(target));
    return isRelative
      ? [{ at: index, why: `${target} is spliced here, and has paths that count from this place` }]
      : [];
  });
}

/** Behind the first brace of its line, or indented: among the items it is a facade's own. */
const inBody = (text: string, index: number): boolean =>
  /^[ \t]+\S|\{/.test(text.slice(text.lastIndexOf('\n', index) + 1, index + 1));

function expandedPaths(view: View, path: string, syntax: Syntax): RelativeExpansion[] {
  const macros = foreignMacros(syntax, readMacroDefinitions(view, path));
  if (macros.length === 0) return [];
  const imports = useLeaves(syntax).map((leaf) => ({ leaf, name: importedName(leaf) }));
  const { cratesOf } = readMacroCrates(view, path, imports);
  return macros.flatMap(({ kind, path: written, at }): RelativeExpansion[] => {
    const name = written.split('::').at(-1)!;
    const isRelative =
      kind === 'call' && countsFromCall(view, name)
        ? true
        : cratesOf(written).some((crate) => emittingCrate(view, crate, EMITTED));
    return isRelative ? [{ at, why: `\`${written}\` makes paths that count from the place that it stands at` }] : [];
  });
}

/** `super::` in the source of a procedural macro, within `quote!` or a string: its own modules may say it too, at the beginning of a line. */
const EMITTED = /(?:quote(?:_spanned)?!\s*[({[][^;]*|"[^"\n]*)\bsuper\s*::/;

const known = new WeakMap<MacroDefinition, boolean>();

function countsFromCall(view: View, first: string): boolean {
  const names = new Set([first]);
  for (const name of names)
    for (const definition of definitionsAnywhere(view, name)) {
      if (hasRelative(definition)) return true;
      const { syntax, node } = definition;
      for (const call of tokenCalls(syntax, node + 1, syntax.after[node]!)) names.add(call.name);
    }
  return false;
}

function hasRelative(definition: MacroDefinition): boolean {
  const { syntax, node } = definition;
  const found = known.get(definition) ?? relativePaths(syntax, node, syntax.after[node]!).length > 0;
  known.set(definition, found);
  return found;
}
