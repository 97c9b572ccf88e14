import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { kindOf, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';

/** An assignment to a name of a module by code that stands in a text: a doctest, a cell, a string that another interpreter runs. */
export interface TextWrite {
  readonly path: string;
  readonly line: number;
  readonly name: string;
}

/** Texts that hold Python beside `.py`: doctests, notebooks, Cython, scripts without an ending, commands of CI. */
const TEXTS = /\.(?:rst|md|txt|ipynb|pyx|pxi|pyw|sh|ya?ml|toml|cfg|ini)$|(?:^|\/)[^./]+$/;

/**
 * Where such a text sets an attribute of a module that it spells whole: `pkg.m.LIMIT = 4`, `from pkg import m` and `m.LIMIT = 4`.
 * @param names what the module binds
 */
export function textWrites(view: View, dotted: string, names: ReadonlySet<string>): TextWrite[] {
  const writes = writesIn(dotted, names);
  return view.files.flatMap(({ path, state }): TextWrite[] => {
    if (state !== 'text' || !(TEXTS.test(path) || path.endsWith('.py'))) return [];
    const text = view.text(path);
    if (!mentions(text, dotted)) return [];
    const found = path.endsWith('.py') ? stringWrites(view.syntax(path), dotted, writes) : writes(text);
    const starts = lineStartsOf(text);
    return found.map(({ at: offset, name }) => ({ path, name, line: lineAt(starts, offset) }));
  });
}

interface Found {
  readonly at: number;
  readonly name: string;
}

/** By its dotted name, or by `from pkg import m`. */
function mentions(text: string, dotted: string): boolean {
  if (text.includes(dotted)) return true;
  const index = dotted.lastIndexOf('.');
  return index !== -1 && text.includes(`from ${dotted.slice(0, index)} import `);
}

const stringWrites = (syntax: Syntax, dotted: string, writes: (text: string) => Found[]): Found[] => {
  const found: Found[] = [];
  for (let node = 1; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'string') continue;
    const text = textOf(syntax, node);
    if (!text.includes('=') || !mentions(text, dotted)) continue;
    found.push(...writes(text).map(({ at, name }) => ({ at: syntax.start[node]! + at, name })));
  }
  return found;
};

function writesIn(dotted: string, names: ReadonlySet<string>): (text: string) => Found[] {
  const last = dotted.slice(dotted.lastIndexOf('.') + 1);
  const pattern = new RegExp(
    `(?<!\\w)${last}\\.(\\w+)\\s*(?::[^=\\n]{1,80})?(?:[-+*/%@&|^]|//|\\*\\*|<<|>>)?=(?!=)`,
    'g',
  );
  return (text) =>
    [...text.matchAll(pattern)]
      .map((found) => ({ at: found.index, name: found[1]! }))
      .filter(({ name }) => names.has(name));
}
