import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { kindOf, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { escaped } from '../../namings/module-name.ts';
import { mayHoldPython } from './python-in-texts.ts';

/** An assignment to a name of a module by code that stands in a text: a doctest, a cell, a string that another interpreter runs. */
export interface TextWrite {
  readonly path: string;
  readonly line: number;
  readonly name: string;
}

/**
 * Where such a text sets an attribute of a module that it spells whole: `pkg.m.LIMIT = 4`, `from pkg import m` and `m.LIMIT = 4`.
 * @param names what the module binds
 */
export function textWrites(view: View, dotted: string, names: ReadonlySet<string>): TextWrite[] {
  const writes = writesIn(dotted, names);
  return view.files.flatMap(({ path, state }): TextWrite[] => {
    if (state !== 'text' || !(mayHoldPython(path) || path.endsWith('.py'))) return [];
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

/** By its dotted name, by `from pkg import m`, or by a relative import of its last name. */
export function mentions(text: string, dotted: string): boolean {
  if (text.includes(dotted)) return true;
  const index = dotted.lastIndexOf('.');
  const last = escaped(dotted.slice(index + 1));
  return (
    (index !== -1 && text.includes(`from ${dotted.slice(0, index)} import `)) ||
    new RegExp(`\\bfrom\\s+\\.+[\\w.]*\\s+import\\b[^\\n]*\\b${last}\\b`).test(text)
  );
}

const stringWrites = (syntax: Syntax, dotted: string, writes: (text: string) => Found[]): Found[] => {
  const found: Found[] = [];
  for (let node = 1; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'string') continue;
    const text = textOf(syntax, node);
    if (!mentions(text, dotted)) continue;
    found.push(...writes(text).map(({ at, name }) => ({ at: syntax.start[node]! + at, name })));
  }
  return found;
};

/** A quote, or one in the text of a notebook. */
const QUOTE = String.raw`\\?["']`;

function writesIn(dotted: string, names: ReadonlySet<string>): (text: string) => Found[] {
  return (text) => {
    const any = [...namesOf(text, dotted)].map(escaped).join('|');
    const whole = escaped(dotted);
    const patterns = [
      `(?<![\\w.])(?:${any}|(?:\\w+\\.)+${escaped(lastOf(dotted))})\\.(\\w+)\\s*(?::[^=\\n]{1,80})?(?:[-+*/%@&|^]|//|\\*\\*|<<|>>)?=(?!=)`,
      `\\b(?:setattr|delattr|patch\\.object|patch_object|replace)\\s*\\(\\s*(?:${any}|${whole})\\s*,\\s*${QUOTE}(\\w+)`,
      `\\b(?:patch|setattr|delattr|replace)\\s*\\(\\s*${QUOTE}${whole}\\.(\\w+)`,
    ];
    return patterns
      .flatMap((pattern) => [...text.matchAll(new RegExp(pattern, 'g'))])
      .map((found) => ({ at: found.index, name: found[1]! }))
      .filter(({ name }) => names.has(name));
  };
}

const lastOf = (dotted: string): string => dotted.slice(dotted.lastIndexOf('.') + 1);

/** What a text calls the module: by its last name, and by those that its imports give it. */
function namesOf(text: string, dotted: string): Set<string> {
  const [whole, last] = [escaped(dotted), escaped(lastOf(dotted))];
  const given = [
    `\\bimport\\s+${whole}\\s+as\\s+(\\w+)`,
    `\\bfrom\\s+[\\w.]+\\s+import\\b[^\\n]*?\\b${last}\\s+as\\s+(\\w+)`,
    `(\\w+)\\s*=\\s*(?:importlib\\.)?(?:import_module|__import__)\\s*\\(\\s*${QUOTE}${whole}${QUOTE}`,
  ].flatMap((pattern) => [...text.matchAll(new RegExp(pattern, 'g'))].map(([, name]) => name!));
  return new Set([lastOf(dotted), ...given]);
}
