import { readAttributes } from '../../../src/languages/rust/attributes.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { readLogMacros } from './log-macros.ts';
import { readWorkspaceMacros, rustFilesBeside } from './macro-definitions.ts';
import type { Piece, Source } from './source.ts';
import { type TokenCall, tokenCalls } from './token-calls.ts';

/** What a program can see of where its code stands, as far as the text shows it: how often. */
export interface RuntimePlaces {
  /** `type_name` and `type_name_of_val`, anywhere in the package. */
  readonly typeNames: number;
  /** `Location::caller()` and the place of a panic, anywhere in the package. */
  readonly callers: number;
  /** Macro calls and derives among the units that put a module path or a file into the program. */
  readonly macros: number;
  /** Lines of a log among the units. */
  readonly logs: number;
}

/** @param pieces the units that move */
export function runtimePlaces(view: View, source: Source, pieces: readonly Piece[]): RuntimePlaces {
  const { syntax, path } = source;
  const logs = readLogMacros(view, path, readWorkspaceMacros(view, path));
  const found = { macros: 0, logs: 0 };
  for (const { item } of pieces) {
    for (const call of tokenCalls(syntax, item.firstNode, item.afterNode))
      if (logs.isLog(call.name, call.prefix)) found.logs += hasTarget(syntax, call) ? 0 : 1;
      else if (putsPlace(source, call)) found.macros += 1;
    const named = attributesIn(syntax, item.firstNode, item.afterNode);
    found.logs += named.filter((name) => INSTRUMENT.test(name)).length;
    found.macros += named.filter((name) => name === SCHEMA).length;
  }
  return { ...found, ...packageQuestions(view, path) };
}

/** Code of a file's package that reads names of types and places of callers. */
export function packageQuestions(view: View, path: string): Pick<RuntimePlaces, 'typeNames' | 'callers'> {
  return questionsIn(view, rustFilesBeside(view, path));
}

/** The same of some files alone. */
export function questionsIn(view: View, files: readonly string[]): Pick<RuntimePlaces, 'typeNames' | 'callers'> {
  const isAsked = (name: string, behind: string, asked: string): boolean =>
    name === asked && /^\s*(?:\(\s*\)|[,)])/.test(behind);
  return {
    typeNames: countIn(view, files, 'type_name', (name) => /^type_name(?:_of_val)?$/.test(name)),
    callers:
      countIn(view, files, 'Location', (name, behind) => isAsked(name, behind, 'caller')) +
      countIn(view, files, 'panic', (name, behind) => isAsked(name, behind, 'location')) +
      countIn(view, files, 'dbg', (name, behind) => name === 'dbg' && /^\s*!/.test(behind)) +
      // Most hooks show what they are handed whole.
      countIn(view, files, 'set_hook', (name) => name === 'set_hook'),
  };
}

const putsPlace = ({ places }: Source, { name }: TokenCall): boolean => {
  const reads = places.readsOf(name);
  return (reads.has('module') || reads.has('file')) && !places.isStandard(name);
};

const hasTarget = (syntax: Syntax, { tree }: TokenCall): boolean =>
  /^.\s*target\s*:/.test(syntax.text.slice(syntax.start[tree]!, syntax.start[tree]! + 80));

const INSTRUMENT = /^(?:tracing::)?instrument$/;
const SCHEMA = 'derive JsonSchema';

/** Paths of attributes, and the derives that are known to keep the module path. */
function attributesIn(syntax: Syntax, from: Node, to: Node): string[] {
  const nodes: Node[] = [];
  for (let node = from; node < to; node++) if (kindOf(syntax, node) === 'attribute_item') nodes.push(node);
  return readAttributes(syntax, nodes).flatMap(({ path, text }) =>
    path === 'derive' && /\bJsonSchema\b/.test(text) ? [SCHEMA] : [path],
  );
}

function countIn(
  view: View,
  files: readonly string[],
  hint: string,
  isOne: (name: string, behind: string) => boolean,
): number {
  let count = 0;
  for (const file of files) {
    if (!view.text(file).includes(hint)) continue;
    const syntax = view.syntax(file);
    for (let node = 0; node < syntax.size; node++)
      if (/^(?:identifier|field_identifier)$/.test(kindOf(syntax, node)) && !isImported(syntax, node)) {
        const end = syntax.end[node]!;
        if (isOne(textOf(syntax, node), syntax.text.slice(end, end + 20))) count += 1;
      }
  }
  return count;
}

/** Within a `use`: that names it, and asks nothing. */
function isImported(syntax: Syntax, node: Node): boolean {
  for (let at = syntax.parent[node]!; at > 0; at = syntax.parent[at]!)
    if (kindOf(syntax, at) === 'use_declaration') return true;
  return false;
}
