import { parse } from '../../src/languages/parse.ts';
import { readAttribute } from '../../src/languages/rust/attributes.ts';
import { childrenOf, kindOf } from '../../src/languages/syntax.ts';
import type { Crate } from '../../src/workspace/manifests.ts';
import type { View } from '../../src/workspace/view.ts';
import { LEVELS, type Level } from './read-lints.ts';

/** A lint attribute of a crate root: `#![allow(clippy::all)]`. */
export interface RootLevel {
  readonly lint: string;
  readonly level: Level;
  readonly path: string;
  /** Offset in the file. */
  readonly at: number;
  /** It stands under `cfg_attr`: it holds in some builds alone. */
  readonly conditional: boolean;
}

/** Lint attributes of a crate's root files, in source order; examples, tests and benches are other crates and are left out. */
export function rootLevels(view: View, crate: Crate): RootLevel[] {
  const roots = crate.targets.filter(({ kind }) => kind === 'lib' || kind === 'bin');
  return roots.flatMap(({ path }) => (view.file(path)?.state === 'text' ? levelsIn(view, path) : []));
}

function levelsIn(view: View, path: string): RootLevel[] {
  const text = view.text(path);
  if (!/#!\s*\[\s*(?:cfg_attr|allow|expect|warn|deny|forbid)\b/.test(text)) return [];
  const head = HEAD.exec(text)?.[0] ?? '';
  // Attributes of the crate stand before its items; where the head cannot be told, all is parsed.
  const syntax = /^\s*#!\s*\[/m.test(text.slice(head.length))
    ? view.syntax(path)
    : parse(head, view.file(path)!.grammar!);
  const inner = childrenOf(syntax, 0).filter((node) => kindOf(syntax, node) === 'inner_attribute_item');
  return inner.flatMap((node): RootLevel[] => {
    const { path: name, text, start } = readAttribute(syntax, node);
    if (name !== 'cfg_attr') return named(name, text).map((one) => ({ ...one, path, at: start, conditional: false }));
    return [...text.matchAll(/\b(allow|expect|warn|deny|forbid)\s*\(([^()]*)\)/g)].flatMap(([, word, list]) =>
      named(word!, list!).map((one) => ({ ...one, path, at: start, conditional: true })),
    );
  });
}

/** Comments and inner attributes before the first item. */
const HEAD =
  /^(?:\s+|\/\/[^\n]*|\/\*(?:[^*/]|\*(?!\/)|\/(?!\*))*\*\/|#!\s*\[(?:[^[\]"]|"(?:[^"\\]|\\[\s\S])*"|\[[^[\]"]*\])*\])*/;

/** @param list what stands between the parentheses */
function named(name: string, list: string): Pick<RootLevel, 'lint' | 'level'>[] {
  const level = LEVELS.find((one) => one === name);
  if (level === undefined) return [];
  return list
    .replace(/"(?:[^"\\]|\\.)*"/g, '""')
    .split(',')
    .map((one) => one.replace(/\s+/g, ''))
    .filter((one) => one !== '' && !one.startsWith('reason='))
    .map((lint) => ({ lint, level }));
}
