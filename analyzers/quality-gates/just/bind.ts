import { withoutSigils } from '../sigils.ts';
import type { Justfile, Recipe } from './justfile.ts';
import { has } from './read-justfile.ts';
import { itemsOf, type Token } from './tokens.ts';

/** A recipe with its arguments filled in. */
export interface Bound {
  /** Shell text, sigils taken away; an ignored failure is written as `|| true`. */
  readonly text: string;
  readonly env: Readonly<Record<string, string>>;
  /** Folder in which it runs; null where it is the caller's. */
  readonly dir: string | null;
}

export type Values = ReadonlyMap<string, string>;

/** Stands for what only running can tell. */
const COMPUTED = '$computed';

/** The variables of a justfile as far as they are literal. */
export function valuesIn(justfile: Justfile, overrides: Values): Map<string, string> {
  const values = new Map<string, string>();
  for (const [name, { value }] of justfile.variables)
    values.set(name, overrides.get(name) ?? textOf(value, values, justfile));
  return values;
}

/** Literals, names, `+` and `/` between them, and the few functions that are known; anything else is computed. */
export function textOf(tokens: readonly Token[], values: Values, justfile: Justfile | null): string {
  const inner = unwrapped(tokens);
  const index = inner.findIndex(({ kind, text }) => kind === 'sign' && (text === '+' || text === '/'));
  if (index > 0) {
    const glue = inner[index]!.text === '/' ? '/' : '';
    return `${textOf(inner.slice(0, index), values, justfile)}${glue}${textOf(inner.slice(index + 1), values, justfile)}`;
  }
  const [first, second] = inner;
  if (inner.length === 1 && first!.kind === 'string') return first!.text;
  if (inner.length === 1 && first!.kind === 'name') return values.get(first!.text) ?? `$${first!.text}`;
  if (second?.text === '(') return called(first!.text, inner.slice(2, -1), values, justfile);
  return COMPUTED;
}

function unwrapped(tokens: readonly Token[]): readonly Token[] {
  const isWrapped = tokens[0]?.text === '(' && tokens[0].kind === 'sign' && tokens.at(-1)?.text === ')';
  return isWrapped ? unwrapped(tokens.slice(1, -1)) : tokens;
}

function called(name: string, args: readonly Token[], values: Values, justfile: Justfile | null): string {
  if (name === 'just_executable') return 'just';
  if (name === 'quote' && args.length > 0) return textOf(args, values, justfile);
  // `env('X', 'default')`: the environment is not known here, and the default holds where it sets nothing.
  const comma = args.findIndex(({ text }) => text === ',');
  if (/^env(?:_var_or_default)?$/.test(name) && comma > 0) return textOf(args.slice(comma + 1), values, justfile);
  if (/^(?:justfile_directory|source_directory|invocation_directory)$/.test(name)) return '.';
  return COMPUTED;
}

function exportedIn({ variables, settings }: Justfile, values: Values): Record<string, string> {
  const isAll = settings.has('export');
  const names = [...variables].filter(([, { exported }]) => exported || isAll).map(([name]) => name);
  return Object.fromEntries(names.map((name) => [name, values.get(name)!]));
}

const EMPTY: readonly Token[] = [{ kind: 'string', text: '' }];

/** A recipe as `just NAME args…` runs it. */
export function bind(justfile: Justfile, recipe: Recipe, args: readonly string[], outer: Values): Bound {
  const values = new Map(outer);
  const env = exportedIn(justfile, outer);
  let rest = [...args];
  for (const { name, kind, exported, fallback } of recipe.parameters) {
    const taken = kind === 'singular' ? rest.slice(0, 1) : rest;
    rest = rest.slice(taken.length);
    const value = taken.length > 0 ? taken.join(' ') : textOf(fallback ?? EMPTY, values, justfile);
    values.set(name, value);
    if (exported) env[name] = value;
  }
  const folder = recipe.attributes.find(({ name }) => name === 'working-directory')?.value ?? null;
  const dir = folder === null ? justfile.dir : [justfile.dir, folder].filter((part) => part !== '').join('/');
  return { text: bodyOf(recipe.rows, values, justfile), env, dir: has(recipe, 'no-cd') ? null : dir };
}

function bodyOf(rows: readonly string[], values: Values, justfile: Justfile): string {
  const indent = /^\s*/.exec(rows.find((row) => row.trim() !== '') ?? '')![0];
  const plain = rows.map((row) => (row.startsWith(indent) ? row.slice(indent.length) : row.trimStart()));
  const filled = plain.map((row) => interpolated(row, values, justfile));
  // A recipe with a shebang is one script.
  if (filled[0]?.startsWith('#!')) return filled.join('\n');
  return withoutSigils(filled).join('\n');
}

const interpolated = (row: string, values: Values, justfile: Justfile): string =>
  row.replace(/\{\{\{\{|\{\{((?:"[^"]*"|'[^']*'|(?!\}\})[\s\S])*)\}\}/g, (whole, inner?: string) => {
    if (inner === undefined) return whole.slice(0, 2);
    const name = /^\s*([A-Za-z_][\w-]*)\s*$/.exec(inner)?.[1];
    if (name !== undefined) return values.get(name) ?? `$${name}`;
    return textOf(tokensIn(inner), values, justfile);
  });

const tokensIn = (text: string): readonly Token[] => itemsOf(text.trim())[0]?.tokens ?? [];
