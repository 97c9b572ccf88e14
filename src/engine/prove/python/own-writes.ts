import type { KeysOf } from '../../../../analyzers/readings/python/namespace-writes.ts';
import { lineAt, lineStartsOf } from '../../../core/lines.ts';
import { kindOf, type Syntax } from '../../../languages/syntax.ts';
import { givenWrites } from './given-writes.ts';

/** What a module writes to itself: a name, all that begin so, or any. */
export interface OwnWrite {
  readonly name: string | null;
  readonly isPrefix: boolean;
  /** Into its dictionary, where no attribute is set: it does not reach a facade's device. */
  readonly hidden: boolean;
  readonly line: number;
}

/**
 * The prover's own look at what a module writes to itself. It goes by the text of the lines where the shared reading goes by the tree, so that
 * one of them may be wrong. A name that stands for the module anywhere in the file stands for it everywhere.
 * @param keysOf the keys of what is given to `update`, where they are known
 */
export function ownWrites(syntax: Syntax, dotted: string, keysOf: KeysOf = () => null): OwnWrite[] {
  const text = withoutComments(syntax);
  const module = `(?:${handlesIn(text, dotted).join('|')})`;
  const space = `(?:${spacesIn(text, module).join('|')})`;
  const starts = lineStartsOf(text);
  const given = givenWrites(text, module).map((one): Found => ({ ...one, isPrefix: false }));
  return [...attributeWrites(text, module), ...dictionaryWrites(text, space, keysOf), ...given].map(
    ({ at, ...write }) => ({
      ...write,
      line: lineAt(starts, at),
    }),
  );
}

interface Found extends Omit<OwnWrite, 'line'> {
  readonly at: number;
}

/** Comments hold no code; blanks keep every offset. */
function withoutComments(syntax: Syntax): string {
  const kept: string[] = [];
  let position = 0;
  for (let node = 1; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'comment') continue;
    const [start, end] = [syntax.start[node]!, syntax.end[node]!];
    kept.push(syntax.text.slice(position, start), ' '.repeat(end - start));
    position = end;
  }
  return [...kept, syntax.text.slice(position)].join('');
}

const escaped = (text: string): string => text.replace(/\W/g, '\\$&');
const all = (text: string, pattern: string): RegExpExecArray[] => [...text.matchAll(new RegExp(pattern, 'gm'))];

/** Expressions that give the module's own object, and the names that one is kept by. */
function handlesIn(text: string, dotted: string): string[] {
  const index = dotted.lastIndexOf('.');
  const [above, last] = [dotted.slice(0, Math.max(0, index)), dotted.slice(index + 1)];
  const name = `(?:__name__|["']${escaped(dotted)}["']|[\\w.]+\\.__module__)`;
  const loaded = [
    '(?:\\w+\\.)?modules',
    ...all(text, '^\\s*from sys import .*\\bmodules as (\\w+)').map((one) => one[1]!),
  ];
  const handles = [
    `\\b(?:${loaded.join('|')})\\s*(?:\\[\\s*${name}\\s*\\]|\\.get\\(\\s*${name}\\s*\\))`,
    `\\b(?:\\w+\\.)?import_module\\(\\s*${name}[^()]*\\)`,
    `\\b__import__\\(\\s*${name}[^()]*\\)`,
    '\\b(?:\\w+\\.)?getmodule\\([^()]*\\)',
    `(?<![\\w.])${escaped(dotted)}\\b`,
  ];
  const kept = [
    ...all(text, `\\bimport\\s+${escaped(dotted)}\\s+as\\s+(\\w+)`),
    ...all(
      text,
      `\\bfrom\\s+(?:\\.|${escaped(above) || '\\.'})\\s+import\\s+(?:[^\\n]*,\\s*)?\\(?${escaped(last)}\\s+as\\s+(\\w+)`,
    ),
  ].map((one) => one[1]!);
  if (
    all(
      text,
      `\\bfrom\\s+(?:\\.|${escaped(above) || '\\.'})\\s+import\\s+(?:[^\\n]*,\\s*)?\\(?${escaped(last)}\\b(?!\\s+as)`,
    ).length > 0
  )
    kept.push(last);
  if (index === -1 && all(text, `^\\s*import\\s+(?:[^\\n]*,\\s*)?${escaped(last)}\\b(?!\\s+as)`).length === 0)
    handles.pop();
  return withKept(text, handles, kept);
}

/** And what those expressions are assigned to. */
function withKept(text: string, handles: readonly string[], known: readonly string[]): string[] {
  const found = new Set(known);
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    const given = [...handles, ...[...found].map((name) => `\\b${name}\\b`)].join('|');
    for (const one of all(text, `(?<![\\w.])(\\w+)\\s*(?::[^=\\n]+)?:?=\\s*(?:${given})\\s*(?:[;)]|$)`))
      found.add(one[1]!);
  }
  return [...handles, ...[...found].map((name) => `(?<![\\w.])${name}\\b`)];
}

/** Expressions that give its dictionary. */
function spacesIn(text: string, module: string): string[] {
  const spaces = [
    '(?<![\\w.])globals\\(\\s*\\)',
    '^(?:vars|locals)\\(\\s*\\)',
    `\\bvars\\(\\s*${module}\\s*\\)`,
    `${module}\\s*\\.__dict__`,
    '\\b[\\w.]+(?:\\([^()\\n]*\\))?\\.(?:__globals__|f_globals)\\b',
  ];
  return withKept(text, spaces, []);
}

const SET = '\\s*(?::[^=\\n]+)?(?:[-+*/|&^%@]|//|\\*\\*|<<|>>)?=(?!=)';

function attributeWrites(text: string, module: string): Found[] {
  const plain = [
    `${module}\\s*\\.\\s*(\\w+)(?:${SET}|\\s*,[^()\\n]*[^=!<>]=(?!=))`,
    `\\b(?:del|for|as)\\s+(?:[\\w.]+\\s*,\\s*)*${module}\\s*\\.\\s*(\\w+)`,
    `,\\s*${module}\\s*\\.\\s*(\\w+)\\s*(?:,[^()\\n]*)?[^=!<>]=(?!=)`,
  ].flatMap((pattern) => all(text, pattern));
  const called = [
    `(?:setattr|delattr|__setattr__|__delattr__)\\(\\s*${module}\\s*,\\s*([^,)\\n]+)`,
    `${module}\\s*\\.\\s*(?:__setattr__|__delattr__)\\(\\s*([^,)\\n]+)`,
  ].flatMap((pattern) => all(text, pattern));
  return [
    ...plain.map((one): Found => ({ name: one[1]!, isPrefix: false, hidden: false, at: one.index })),
    ...called.map((one): Found => ({ ...keyed(one[1]!), hidden: false, at: one.index })),
  ];
}

function dictionaryWrites(text: string, space: string, keysOf: KeysOf): Found[] {
  const keys = [
    `${space}\\s*\\[([^\\]\\n]+)\\]${SET}`,
    `\\bdel\\s+${space}\\s*\\[([^\\]\\n]+)\\]`,
    `${space}\\s*\\.\\s*(?:setdefault|pop|__setitem__|__delitem__)\\(\\s*([^,)\\n]+)`,
    `\\b(?:setitem|delitem)\\(\\s*${space}\\s*,\\s*([^,)\\n]+)`,
  ].flatMap((pattern) => all(text, pattern));
  const any = [
    `\\bexec\\([^\\n]*?,\\s*${space}`,
    `${space}\\s*\\.\\s*(?:update|clear|popitem|__ior__)\\(([^)]*)`,
    `${space}\\s*\\|=`,
  ].flatMap((pattern) => all(text, pattern));
  return [
    ...keys.map((one): Found => ({ ...keyed(one[1]!), hidden: true, at: one.index })),
    ...any.flatMap((one) => updated(one[1], keysOf).map((write): Found => ({ ...write, hidden: true, at: one.index }))),
  ];
}

type Key = Pick<OwnWrite, 'name' | 'isPrefix'>;
const ANY: Key = { name: null, isPrefix: false };

/** What the text shows of a key: all of it, or how it begins. */
function keyed(text: string): Key {
  const whole = /^\s*[rRuU]?(["'])(\w+)\1\s*$/.exec(text);
  if (whole) return { name: whole[2]!, isPrefix: false };
  const begins = /^\s*[rRuUfF]{0,2}(["'])(\w+)(?:\1\s*[+%]|\{|%)/.exec(text);
  return begins ? { name: begins[2]!, isPrefix: true } : ANY;
}

/** The keys of `update(a=1)` and `update({"a": 1})`; any where it is given something else. */
function updated(given: string | undefined, keysOf: KeysOf): Key[] {
  if (given === undefined) return [ANY];
  const known = keysOf(given);
  if (known !== null) return known.map((name) => ({ name, isPrefix: false }));
  const keywords = [...given.matchAll(/(?:^|,)\s*(\w+)\s*=(?!=)/g)].map((one) => one[1]!);
  const keys = [...given.matchAll(/(?:\{|,)\s*["'](\w+)["']\s*:/g)].map((one) => one[1]!);
  const names = [...keywords, ...keys];
  return names.length === 0 ? [ANY] : names.map((name) => ({ name, isPrefix: false }));
}
