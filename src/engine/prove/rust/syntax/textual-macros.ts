import { type MacroDefinitions, rustFilesBeside } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { PRELUDE_MACROS } from '../../../../../analyzers/readings/rust/prelude-macros.ts';
import type { View } from '../../../../workspace/view.ts';
import { expansionOf } from './call-expansion.ts';
import type { Collected } from './collect-items.ts';
import type { PartScope } from './part-scope.ts';
import { modLine } from './parts-of.ts';
import { reachedFrom, textWithin } from './traits-made-by.ts';
import { hasWord } from './words-in.ts';

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

/** The macros of some names that a file module calls, or the files below it. */
export function calledBelow(view: View, facade: string, module: Collected, names: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  if (names.size === 0) return found;
  const { candidates, mounted } = modLine(view.syntax(facade), module.item, facade);
  const present = candidates.filter((path) => view.file(path)?.state === 'text');
  const folders = present.map((path) =>
    mounted || path.endsWith('/mod.rs') ? path.slice(0, path.lastIndexOf('/') + 1) : path.replace(/\.rs$/, '/'),
  );
  const files = rustFilesBeside(view, facade).filter(
    (path) =>
      present.includes(path) || folders.some((folder) => folder !== '' && path.startsWith(folder) && path !== facade),
  );
  for (const name of names) {
    const called = new RegExp(`\\b${name}\\s*(?:/\\*[\\s\\S]*?\\*/\\s*)?!|[,({[>]\\s*${name}\\s*[,)}\\]]`);
    if (files.some((path) => hasWord(view, path, name) && called.test(view.text(path)))) found.add(name);
  }
  return found;
}
