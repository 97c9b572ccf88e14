import { dirname, join } from 'node:path/posix';
import { type MacroDefinitions, rustFilesBeside } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { PRELUDE_MACROS } from '../../../../../analyzers/readings/rust/prelude-macros.ts';
import { tokenCalls } from '../../../../../analyzers/readings/rust/token-calls.ts';
import type { View } from '../../../../workspace/view.ts';
import { expansionOf } from './call-expansion.ts';
import type { Collected } from './collect-items.ts';
import type { PartScope } from './part-scope.ts';
import { modLine } from './parts-of.ts';
import { reachedFrom, textWithin } from './traits-made-by.ts';

type Makes = (name: string) => boolean;

const DEFINED = /\bmacro_rules\s*!\s*(\$)?(?:r#)?([\p{XID_Start}_][\p{XID_Continue}]*)/gu;

/**
 * The macros that a call among the items may define where it stands: those of its expansion, or, where that cannot be told, every word of a text
 * that holds a definition.
 */
export function macrosMadeBy(
  scope: PartScope,
  { item }: Collected,
  definitions: MacroDefinitions,
  included: (path: string) => string | null,
): Makes {
  const { items } = expansionOf(scope, item.node, definitions);
  const isKnown = items?.every(({ kind }) => kind !== 'call' && kind !== 'unknown') === true;
  if (isKnown) {
    const names = new Set(items!.flatMap(({ kind, name }) => (kind === 'macro' ? (name ?? []) : [])));
    return (name) => names.has(name);
  }
  const call = { syntax: scope.syntax, node: item.node };
  const written = [call, ...reachedFrom(call, definitions)].map(textWithin);
  const spliced = written.flatMap((text) => [...text.matchAll(INCLUDE)].flatMap(([, path]) => included(path!) ?? []));
  const texts = [...written, ...spliced];
  const found = texts.flatMap((text) => [...text.matchAll(DEFINED)]);
  const isOpen =
    found.some(([, variable]) => variable !== undefined) || (found.length === 0 && mayDefine(spliced, definitions));
  const names = new Set(isOpen ? texts.flatMap((text) => text.match(WORD) ?? []) : found.map(([, , name]) => name!));
  return (name) => names.has(name);
}

const INCLUDE = /\binclude\s*!\s*[({[]\s*"([^"]+)"/g;
const WORD = /[\p{XID_Start}_][\p{XID_Continue}]*/gu;

/** What is spliced calls a macro that defines some. */
const mayDefine = (spliced: readonly string[], definitions: MacroDefinitions): boolean =>
  spliced.some((text) =>
    [...text.matchAll(/(\w+)\s*!/g)].some(([, name]) =>
      definitions(name!).some((one) => /\bmacro_rules\b/.test(textWithin(one).slice('macro_rules'.length))),
    ),
  );

/** Names that a `#[macro_use]` module may stand behind: no import brings them, and the library has them only where the package has them too. */
export const mayBeModules =
  (scope: PartScope, definitions: MacroDefinitions): Makes =>
  (name) =>
    definitions(name).length > 0 ||
    (!PRELUDE_MACROS.has(name) &&
      !scope.imports.some((one) => one.name === name) &&
      [...scope.syntax.text.matchAll(new RegExp(`(?<![\\p{XID_Continue}:]\\s*)${name}\\s*!`, 'gu'))].length > 0);

/** The macros of some names that a file module calls, or the files below it; or the text that an `include!` splices. */
export function calledBelow(view: View, facade: string, one: Collected, names: ReadonlySet<string>): Set<string> {
  const texts =
    one.kind === 'mod' ? filesOfModule(view, facade, one).map((path) => view.text(path)) : splicedBy(view, facade, one);
  const found = new Set<string>();
  for (const name of names) {
    const called = new RegExp(`\\b${name}\\s*(?:/\\*[\\s\\S]*?\\*/\\s*)?!|[,({[>]\\s*${name}\\s*[,)}\\]]`);
    if (texts.some((text) => text.includes(name) && called.test(text))) found.add(name);
  }
  return found;
}

/** The file of `mod x;`, and those below it. */
export function filesOfModule(view: View, facade: string, module: Collected): string[] {
  const { candidates, mounted } = modLine(view.syntax(facade), module.item, facade);
  const present = candidates.filter((path) => view.file(path)?.state === 'text');
  const folders = present.map((path) =>
    mounted || path.endsWith('/mod.rs') ? path.slice(0, path.lastIndexOf('/') + 1) : path.replace(/\.rs$/, '/'),
  );
  return rustFilesBeside(view, facade).filter(
    (path) =>
      present.includes(path) || folders.some((folder) => folder !== '' && path.startsWith(folder) && path !== facade),
  );
}

const splicedBy = (view: View, facade: string, { name }: Collected): string[] =>
  [...name.matchAll(INCLUDE)].flatMap(([, written]) => {
    const path = join(dirname(facade), written!);
    return view.file(path)?.state === 'text' ? [view.text(path)] : [];
  });

/** The macros of some names that the bodies of a macro call, in any number of steps. */
export function createCalledThrough(
  definitions: MacroDefinitions,
): (macro: string, names: ReadonlySet<string>) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (macro, names) => {
    const found = known.get(macro) ?? through(macro, definitions, names);
    known.set(macro, found);
    return found;
  };
}

function through(first: string, definitions: MacroDefinitions, wanted: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set([first]);
  for (const name of names)
    for (const { syntax, node } of wanted.has(name) ? [] : definitions(name))
      for (const call of tokenCalls(syntax, node + 1, syntax.after[node]!)) names.add(call.name);
  return new Set([...names].filter((name) => wanted.has(name)));
}
