import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { childByField, kindOf, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';
import { readLogMacros } from './log-macros.ts';
import { readWorkspaceMacros } from './macro-definitions.ts';
import { readPlaceMacros } from './place-macros.ts';
import { tokenCalls } from './token-calls.ts';

/** What functions of a workspace ask of who calls them. */
export type Question = 'type' | 'caller';

const WORDS: Readonly<Record<Question, RegExp>> = { type: /^type_name(?:_of_val)?$/, caller: /^caller$/ };
const HINTS: Readonly<Record<Question, string>> = { type: 'type_name', caller: 'Location' };

const known = new WeakMap<View, Map<Question, ReadonlySet<string>>>();

/** The functions outside of blocks of a workspace whose bodies read names of types, or the place of their caller. */
export function placeAskers(view: View, question: Question): ReadonlySet<string> {
  const asked = known.get(view) ?? new Map<Question, ReadonlySet<string>>();
  known.set(view, asked);
  const found = asked.get(question) ?? new Set(readAskers(view, question));
  asked.set(question, found);
  return found;
}

const readAskers = (view: View, question: Question): string[] =>
  view.files
    .filter(
      ({ path, grammar, state }) => grammar === 'rust' && state === 'text' && view.text(path).includes(HINTS[question]),
    )
    .flatMap(({ path }) => askersIn(view.syntax(path), WORDS[question]));

/** The first of some functions that a file calls, or hands on with its arguments: `name_of::<T>`. */
export function askerCalled(view: View, path: string, askers: ReadonlySet<string>): string | undefined {
  const words = wordsOf(view, path);
  return [...askers].find(
    (name) =>
      words.has(name) &&
      new RegExp(`(?<![.\\p{XID_Continue}]|\\bfn\\s)${name}\\s*(?:::\\s*<|\\()`, 'u').test(view.text(path)),
  );
}

function askersIn(syntax: Syntax, word: RegExp): string[] {
  const found: string[] = [];
  for (let node = 0; node < syntax.size; node++)
    if (kindOf(syntax, node) === 'identifier' && word.test(textOf(syntax, node)))
      found.push(functionAround(syntax, node));
  return found.filter((name) => name !== '');
}

function functionAround(syntax: Syntax, node: number): string {
  for (let at = syntax.parent[node]!; at > 0; at = syntax.parent[at]!)
    if (kindOf(syntax, at) === 'function_item' && kindOf(syntax, syntax.parent[at]!) !== 'declaration_list')
      return plainName(textOf(syntax, childByField(syntax, at, 'name')));
  return '';
}

/** Macros of the workspace, but for those of a log, that put the module path or the file of their place into the program, and that a file calls. */
export function placingMacros(view: View, path: string): string[] {
  const syntax = view.syntax(path);
  const macros = readWorkspaceMacros(view, path);
  const places = readPlaceMacros(view, path, macros);
  const logs = readLogMacros(view, path, macros);
  return tokenCalls(syntax, 0, syntax.size)
    .filter(({ name, prefix }) => {
      const reads = places.readsOf(name);
      return (reads.has('module') || reads.has('file')) && !places.isStandard(name) && !logs.isLog(name, prefix);
    })
    .map(({ name }) => name);
}
