import { isMacroName } from '../../../src/languages/rust/macro-tokens.ts';
import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import { armsOf, type MacroDefinition, type MacroDefinitions } from './macro-definitions.ts';
import { calledIn } from './macro-tokens.ts';

/** What a `macro_rules!` expands to, as words: all of it is read where the macro is called. */
export interface MacroWords {
  /** Names that a path begins with, or that stand alone. */
  readonly names: ReadonlySet<string>;
  /** Names behind a `.` that are called, and those behind a `::`. */
  readonly members: ReadonlySet<string>;
  /** Other names behind a `.`. */
  readonly fields: ReadonlySet<string>;
  /** Names in a path from `crate`, `self` or `super`. */
  readonly paths: ReadonlySet<string>;
}

/**
 * The words of a macro of the package, with those of the macros that it calls.
 * @returns null where the package defines none by that name
 */
export function readMacroWords(definitions: MacroDefinitions): (name: string) => MacroWords | null {
  const known = new Map<string, MacroWords | null>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const words = collect(definitions, name);
    known.set(name, words);
    return words;
  };
}

function collect(definitions: MacroDefinitions, name: string): MacroWords | null {
  if (definitions(name).length === 0) return null;
  const set = (): Set<string> => new Set<string>();
  const words = { names: set(), members: set(), fields: set(), paths: set() };
  const seen = new Set([name]);
  for (const one of seen)
    for (const definition of definitions(one)) {
      wordsIn(definition, words);
      for (const arm of armsOf(definition)) for (const next of calledIn(definition.syntax, arm)) seen.add(next);
    }
  return words;
}

type Words = Record<keyof MacroWords, Set<string>>;

function wordsIn(definition: MacroDefinition, words: Words): void {
  const { syntax } = definition;
  for (const arm of armsOf(definition))
    for (let node = arm + 1; node < syntax.after[arm]!; node++)
      if (/^(?:identifier|integer_literal)$/.test(kindOf(syntax, node))) addWord(syntax, node, words);
}

function addWord(syntax: Syntax, node: Node, { names, members, fields, paths }: Words): void {
  const word = plainName(textOf(syntax, node));
  if (isThroughModule(syntax, node)) paths.add(word);
  const before = textOf(syntax, node - 1);
  const isCalled = /^(?:\(|::)/.test(syntax.text.slice(syntax.end[node]!, syntax.end[node]! + 2));
  if (before === '.' ? isCalled : before === '::' && !isOfModule(syntax, node)) members.add(word);
  else if (before === '.') fields.add(word);
  else if (kindOf(syntax, node) === 'identifier' && isMacroName(syntax, node)) names.add(word);
}

// `std::fmt`: what stands behind a name in lower case is no member.
const isOfModule = (syntax: Syntax, node: Node): boolean =>
  /(?:^|[^$\p{XID_Continue}])[\p{Ll}_][\p{XID_Continue}]*\s*::\s*$/u.test(
    syntax.text.slice(Math.max(0, syntax.start[node]! - 80), syntax.start[node]),
  );

/** True for a token in a path that begins with `crate`, `self` or `super`. */
const isThroughModule = (syntax: Syntax, node: Node): boolean =>
  /\b(?:crate|self|super)\s*::(?:\s*(?:r#)?[\p{XID_Start}_][\p{XID_Continue}]*\s*::)*\s*$/u.test(
    syntax.text.slice(Math.max(0, syntax.start[node]! - 200), syntax.start[node]),
  );
