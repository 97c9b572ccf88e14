import type { View } from '../../../src/workspace/view.ts';
import { bind, textOf, type Values, valuesIn } from './bind.ts';
import type { Dependency, Justfile, Recipe } from './justfile.ts';
import { readJustfile } from './read-justfile.ts';

/** One recipe that a call of `just` runs, with its text. */
export interface JustRun {
  readonly key: string;
  readonly text: string;
  readonly env: Readonly<Record<string, string>>;
  readonly place: { readonly path: string; readonly line: number };
  readonly dir: string | null;
}

const WITH_VALUE = /^(?:-f|--justfile|-d|--working-directory|--set|--shell|--shell-arg|--dotenv-path)$/;

/** The words of a call without its options, and the file that it names. */
export function callOf(rest: readonly string[]): { readonly words: readonly string[]; readonly file: string | null } {
  const words: string[] = [];
  let file: string | null = null;
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i]!;
    const isOption = words.every((one) => one.includes('=')) && word.startsWith('-');
    if (!isOption) words.push(word);
    else if (WITH_VALUE.test(word)) {
      if (word === '-f' || word === '--justfile') file = rest[i + 1] ?? null;
      i++;
    }
  }
  return { words, file };
}

/** What the call runs in order, dependencies first; null where it names no recipe that is there. */
export function runsOf(view: View, path: string, words: readonly string[]): JustRun[] | null {
  const justfile = readJustfile(view, path);
  if (justfile === null) return null;
  const split = words.findIndex((word) => !/^[A-Za-z_][\w-]*=/.test(word));
  const overrides = new Map(
    words
      .slice(0, split === -1 ? words.length : split)
      .map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]),
  );
  const asked = split === -1 ? [] : words.slice(split);
  const calls = asked.length === 0 ? firstCall(justfile) : callsIn(justfile, asked);
  if (calls.length === 0) return null;
  const runs: JustRun[] = [];
  const done = new Set<string>();
  for (const call of calls) collect(call, overrides, runs, done);
  return runs;
}

interface Call {
  readonly justfile: Justfile;
  readonly recipe: Recipe;
  readonly args: readonly string[];
}

function firstCall(justfile: Justfile): Call[] {
  const recipe = justfile.first === null ? undefined : justfile.recipes.get(justfile.first);
  return recipe ? [{ justfile, recipe, args: [] }] : [];
}

/** `just a x y b`: each recipe takes as many words as it has parameters. */
function callsIn(justfile: Justfile, words: readonly string[]): Call[] {
  const calls: Call[] = [];
  let position = 0;
  while (position < words.length) {
    const found = find(justfile, words.slice(position));
    if (found === null) break;
    position += found.taken;
    const { parameters } = found.recipe;
    const most = parameters.some(({ kind }) => kind !== 'singular') ? words.length : parameters.length;
    calls.push({ justfile: found.justfile, recipe: found.recipe, args: words.slice(position, position + most) });
    position += most;
  }
  return calls;
}

interface Found {
  readonly justfile: Justfile;
  readonly recipe: Recipe;
  readonly taken: number;
}

/** `name`, `module::name`, or `module name`. */
function find(justfile: Justfile, [word = '', ...rest]: readonly string[]): Found | null {
  const [first = '', ...inner] = word.split('::');
  const module = justfile.modules.get(first);
  if (inner.length > 0) return module ? (find(module, [inner.join('::')]) ?? null) : null;
  const target = justfile.aliases.get(word);
  if (target !== undefined && target !== word) return find(justfile, [target]);
  const recipe = justfile.recipes.get(word);
  if (recipe) return { justfile, recipe, taken: 1 };
  if (!module) return null;
  const deeper = rest.length === 0 ? firstCall(module).map((one) => ({ ...one, taken: 0 }))[0] : find(module, rest);
  return deeper ? { ...deeper, taken: deeper.taken + 1 } : null;
}

/** A recipe with the same arguments runs once, like what it depends on. */
function collect({ justfile, recipe, args }: Call, overrides: Values, runs: JustRun[], done: Set<string>): void {
  const key = `${recipe.path}#${recipe.name}(${args.join(' ')})`;
  if (done.has(key)) return;
  done.add(key);
  const values = valuesIn(justfile, overrides);
  const bound = bind(justfile, recipe, args, values);
  const inside = new Map([
    ...values,
    ...recipe.parameters.map(({ name }, i): [string, string] => [name, args[i] ?? '']),
  ]);
  const follow = (dependency: Dependency): void => {
    const found = find(justfile, [dependency.recipe]);
    if (!found) return;
    const given = dependency.args.map((tokens) => textOf(tokens, inside, justfile));
    collect({ ...found, args: given }, overrides, runs, done);
  };
  recipe.before.forEach(follow);
  runs.push({ key, text: bound.text, env: bound.env, place: { path: recipe.path, line: recipe.line }, dir: bound.dir });
  recipe.after.forEach(follow);
}
