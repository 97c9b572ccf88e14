import { readSource } from '../../../analyzers/readings/rust/source.ts';
import type { AfterEdit } from '../../../src/core/edit-after.ts';
import { type Diagnostic, UNUSED_BEFORE } from '../../../src/core/evidence.ts';
import { isKeyword } from '../../../src/languages/rust/plain-name.ts';
import { readItems } from '../../../src/languages/rust/read-items.ts';
import { normalItem, type UseItem } from '../../../src/languages/rust/use-item.ts';
import { importedName, readUseTree } from '../../../src/languages/rust/use-tree.ts';
import type { View } from '../../../src/workspace/view.ts';
import { cutOf } from '../../cut-of.ts';
import { allowUnused } from './drop-imports.ts';
import type { Form } from './form.ts';
import { type ModuleLeaf, type ModuleUse, readModuleNames } from './module-names.ts';
import { type Rebase, rebaseUse } from './rebase-use.ts';
import { treesOf } from './use-entries.ts';
import { importLines, LAST, type UseEntry } from './write-imports.ts';

export interface Refining {
  readonly before: View;
  readonly after: View;
  /** The facade as it is called now, and before. */
  readonly facade: string;
  readonly base: string;
  readonly form: Form;
}

const MISSING = new Set(['E0412', 'E0425', 'E0433', 'E0405', 'E0404', 'E0531', 'E0532', 'E0574']);

/** Imports for what a compiler misses in a part: a name that the module has, or a trait whose method is called. */
export function missingImports(refining: Refining, path: string, diagnostics: readonly Diagnostic[]): AfterEdit[] {
  if (path === refining.facade) return [];
  const names = new Set(diagnostics.flatMap((one) => missingName(one) ?? []));
  const methods = new Set(diagnostics.flatMap((one) => missingMethod(one) ?? []));
  if (names.size + methods.size === 0) return [];
  const entries = entriesFor(refining, path, names, methods).map((entry) =>
    isCalledUnused(entry, diagnostics)
      ? { ...entry, above: [...entry.above, allowUnused(refining.form, 'methods of its names are called')] }
      : entry,
  );
  return entries.length === 0 ? [] : [insertion(refining, path, entries)];
}

/** A trait that the static proof asks for, and of which a compiler has said that no call is its: it is there for both of them. */
function isCalledUnused({ tree }: UseEntry, diagnostics: readonly Diagnostic[]): boolean {
  const unused = diagnostics.filter(({ code }) => code === UNUSED_BEFORE).map(({ message }) => message);
  const names = namesOf(tree);
  if (tree.end === 'glob') return unused.some((message) => message.includes(`\`${[...tree.path, '*'].join('::')}\``));
  return names.length > 0 && names.every((name) => unused.some((message) => new RegExp(`\\b${name}\``).test(message)));
}

const namesOf = ({ path, of }: UseItem): string[] =>
  of.length > 0 ? of.flatMap(namesOf) : path.slice(-1).map((name) => name.replace(/^r#/, ''));

function missingName({ code, message }: Diagnostic): string | null {
  const isMacro = code === null && message.startsWith('cannot find macro');
  return MISSING.has(code ?? '') || isMacro
    ? (/`(?:r#)?([\p{XID_Start}_][\p{XID_Continue}]*)!?`/u.exec(message)?.[1] ?? null)
    : null;
}

const missingMethod = ({ code, message }: Diagnostic): string | null =>
  code === 'E0599' ? (/named `(?:r#)?([^`]+)`/.exec(message)?.[1] ?? null) : null;

function entriesFor(
  { before, after, facade, base }: Refining,
  path: string,
  names: ReadonlySet<string>,
  methods: ReadonlySet<string>,
): UseEntry[] {
  const source = readSource(before, base);
  if (typeof source === 'string') return [];
  const module = readModuleNames(before, source, []);
  const known = new Set(topNames(after, path).map(({ name }) => name));
  const given = new Set(topNames(after, facade).map(({ name }) => name));
  const scope: Rebase = {
    edition: 'any',
    isOwn: (name) => known.has(name),
    isModules: (name) => module.items.has(name) || module.beginning.has(name),
  };
  const isUnseen = [...names].some((name) => !module.items.has(name) && !module.imported.has(name));
  const wanted = (leaf: ModuleLeaf): boolean =>
    leaf.name !== null && known.has(leaf.name)
      ? false
      : (leaf.name !== null && names.has(leaf.name)) ||
        (leaf.isForeign && isUnseen) ||
        mayHave(leaf.trait, leaf.implemented, methods);
  const globs = globsOf(after, path);
  const copied = module.uses
    .flatMap((use) => copiesOf(use, use.leaves.filter(wanted), scope))
    .filter(({ tree }) => tree.end !== 'glob' || !globs.has(tree.path.join('::')));
  const traits = module.traits.filter(({ name, trait }) => !known.has(name) && mayHave(trait, new Set(), methods));
  const own = [...names].filter((name) => given.has(name) && !known.has(name) && !module.imported.has(name));
  const of = [...new Set([...own, ...traits.map(({ name }) => name)])].map(
    (name): UseItem => ({ path: [isKeyword(name) ? `r#${name}` : name], end: 'name', alias: null, of: [] }),
  );
  const fromParent = {
    paragraph: LAST,
    above: [],
    tree: normalItem({ path: ['super'], end: 'list', alias: null, of }),
  };
  return of.length > 0 ? [...copied, fromParent] : copied;
}

const mayHave = (trait: ModuleLeaf['trait'], implemented: ReadonlySet<string>, methods: ReadonlySet<string>): boolean =>
  methods.size > 0 &&
  trait !== 'none' &&
  (trait === 'unknown' || [...methods].some((one) => trait.has(one) || implemented.has(one)));

const copiesOf = (use: ModuleUse, leaves: readonly ModuleLeaf[], scope: Rebase): UseEntry[] =>
  leaves.length === 0
    ? []
    : treesOf(use, leaves).flatMap((tree) =>
        rebaseUse(tree, scope).map((one) => ({
          paragraph: use.paragraph,
          tree: one,
          above: [...use.cfg.map((predicate) => `#[cfg(${predicate})]`), ...use.attributes],
        })),
      );

/** The paths of the globs that a file has. */
function globsOf(view: View, path: string): ReadonlySet<string> {
  const source = readSource(view, path);
  if (typeof source === 'string') return new Set();
  const uses = source.top.filter(({ unit }) => unit.kind === 'use');
  const leaves = uses.flatMap(({ item }) => readUseTree(source.syntax, item.node));
  return new Set(leaves.flatMap(({ glob, segments }) => (glob ? [segments.join('::')] : [])));
}

/** Names that a file has at its top level. */
function topNames(view: View, path: string): { name: string }[] {
  const source = readSource(view, path);
  if (typeof source === 'string') return [];
  return source.top.flatMap(({ unit, item }) =>
    unit.kind === 'use'
      ? readUseTree(source.syntax, item.node).flatMap((leaf) => ({ name: importedName(leaf) ?? '' }))
      : unit.defines.map(({ name }) => ({ name })),
  );
}

/** Above the first item of the part, with a blank line where that is none of its imports. */
function insertion({ after, form }: Refining, path: string, entries: readonly UseEntry[]): AfterEdit {
  const syntax = after.syntax(path);
  const { items, headerEnd } = readItems(syntax, 0);
  const [first] = items;
  const newline = syntax.text.includes('\r\n') ? '\r\n' : '\n';
  const lines = importLines(entries, new Set(), form.style).join(newline);
  const offset = first ? cutOf(syntax.text, first, headerEnd).start : 0;
  const gap = first?.kind === 'use' ? '' : newline;
  return { start: offset, end: offset, text: `${lines}${newline}${gap}`, reason: 'import' };
}
