import { translateGlob } from '../../src/workspace/compile-glob.ts';
import type { View } from '../../src/workspace/view.ts';
import { isSeq, yamlDocument } from '../../src/workspace/yaml-document.ts';
import { callOf, runsOf } from './just/hop.ts';
import type { Opaque, Run, Weakness } from './lanes.ts';
import { readMakefile, ruleFor } from './read-makefile.ts';
import { type ShellCommand, shellCommands } from './shell.ts';
import { unwrap } from './unwrap.ts';

/** Where a text of commands stands and what holds for it. */
export interface Ground {
  readonly dir: string | null;
  readonly env: Readonly<Record<string, string | null>>;
  readonly place: { readonly path: string; readonly line: number };
  readonly weak: readonly Weakness[];
}

export interface Followed {
  readonly runs: Run[];
  readonly opaque: Opaque[];
}

/** Task runners are followed so many files deep, and never twice through the same recipe. */
const DEEPEST = 8;

/**
 * The commands of a shell text, with `just`, `make`, `npm run`, nox, tox, pre-commit and scripts of the repository followed to what they run.
 * @param seen recipes that are being followed: a cycle ends there
 */
export function follow(view: View, text: string, ground: Ground, seen: readonly string[] = []): Followed {
  const all: Followed = { runs: [], opaque: [] };
  for (const command of shellCommands(text, (pattern) => filesOf(view, ground.dir, pattern))) {
    const { words, env, script } = unwrap(command.words, { ...ground.env, ...command.env });
    const weak: readonly Weakness[] = command.swallowed
      ? [...ground.weak, { kind: 'advisory', why: 'its failure is swallowed (`|| true`)' }]
      : ground.weak;
    const place = { path: ground.place.path, line: ground.place.line + command.line };
    const current: Ground = { dir: under(ground.dir, command), env, place, weak };
    const inner = script === null ? hop(view, words, current, seen) : follow(view, script, current, seen);
    if (inner === null) all.runs.push({ words, env, place, weak, dir: current.dir });
    else {
      all.runs.push(...inner.runs);
      all.opaque.push(...inner.opaque);
    }
  }
  return all;
}

/** Files and folders that a pattern names from a folder, sorted; a pattern that leaves the folder is not followed. */
function filesOf(view: View, dir: string | null, pattern: string): string[] | null {
  const bare = pattern.replace(/^\.\//, '').replace(/\/$/, '');
  if (dir === null || bare.startsWith('/') || bare.includes('..')) return null;
  const glob = new RegExp(`^${translateGlob(bare)}$`, 'su');
  const depth = bare.split('/').length;
  const inside = view.files.filter(({ path }) => dir === '' || path.startsWith(`${dir}/`));
  const heads = inside.map(({ path }) =>
    path
      .slice(dir === '' ? 0 : dir.length + 1)
      .split('/')
      .slice(0, depth)
      .join('/'),
  );
  return [...new Set(heads)].filter((path) => glob.test(path)).sort();
}

function under(base: string | null, { dir }: ShellCommand): string | null {
  if (base === null || dir === null || dir.startsWith('/')) return null;
  return [base, dir].filter((part) => part !== '').join('/');
}

/** What a task runner runs; null for a command that is none. */
function hop(view: View, words: readonly string[], ground: Ground, seen: readonly string[]): Followed | null {
  const [name = '', ...rest] = words;
  const base = name.slice(name.lastIndexOf('/') + 1);
  const go: Go = (key, text, place, dir, env = {}) =>
    seen.includes(key) || seen.length >= DEEPEST
      ? { runs: [], opaque: [] }
      : follow(view, text, { ...ground, env: { ...ground.env, ...env }, place, dir }, [...seen, key]);
  if (base === 'just') return justHop(view, rest, ground, go);
  if (base === 'make' || base === 'gmake') return makeHop(view, rest, ground, go);
  if (['npm', 'pnpm', 'yarn', 'bun'].includes(base)) return scriptHop(view, rest, ground, go);
  if (base === 'nox') return noxHop(view, rest, ground, go);
  if (base === 'pre-commit' || base === 'prek') return preCommitHop(view, rest, ground, go);
  if (/\.sh$|^\.\//.test(name) || (name.includes('/') && !name.startsWith('/')))
    return fileHop(view, name, rest, ground, go);
  if (/^(?:ba|z|da|)sh$/.test(base) && rest[0] !== undefined && !rest[0].startsWith('-'))
    return fileHop(view, rest[0], rest.slice(1), ground, go);
  return null;
}

type Go = (key: string, text: string, place: Ground['place'], dir: string | null, env?: Ground['env']) => Followed;

/** The file of that name in the folder or the nearest one above. */
export function nearest(view: View, dir: string | null, names: readonly string[]): string | null {
  if (dir === null) return null;
  for (let folder = dir; ; folder = folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '') {
    const found = names
      .map((name) => (folder === '' ? name : `${folder}/${name}`))
      .find((path) => view.file(path)?.state === 'text');
    if (found !== undefined) return found;
    if (folder === '') return null;
  }
}

const dirOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

const opaque = (what: string, ground: Ground): Followed => ({ runs: [], opaque: [{ what, place: ground.place }] });

function justHop(view: View, rest: readonly string[], ground: Ground, go: Go): Followed {
  const { words, file } = callOf(rest);
  const path = file ?? nearest(view, ground.dir, ['justfile', 'Justfile', '.justfile']);
  const runs = path === null ? null : runsOf(view, path, words);
  if (runs === null) return opaque(`just ${words.join(' ')}`, ground);
  const all: Followed = { runs: [], opaque: [] };
  for (const { key, text, env, place, dir } of runs) {
    for (const part of shellsOf(text)) {
      const inner = go(key, part.text, { ...place, line: place.line + part.line }, dir ?? ground.dir, env);
      all.runs.push(...inner.runs);
      all.opaque.push(...inner.opaque);
    }
  }
  return all;
}

/** just and make give each line a shell of its own: `cd` ends with it. A recipe with a shebang is one script. */
function shellsOf(body: string): { readonly text: string; readonly line: number }[] {
  if (body.startsWith('#!')) return [{ text: body, line: 0 }];
  const rows = body.split('\n');
  const starts = rows.flatMap((_, i) => (i > 0 && rows[i - 1]!.endsWith('\\') ? [] : [i]));
  return starts.map((from, n) => ({ text: rows.slice(from, starts[n + 1]).join('\n'), line: from }));
}

function makeHop(view: View, rest: readonly string[], ground: Ground, go: Go): Followed {
  const index = rest.indexOf('-C');
  const dir = index === -1 ? ground.dir : [ground.dir, rest[index + 1]].filter(Boolean).join('/');
  const path = nearest(view, dir, ['GNUmakefile', 'makefile', 'Makefile']);
  const targets = rest.filter((word, i) => !word.startsWith('-') && !word.includes('=') && rest[i - 1] !== '-C');
  if (path === null) return opaque(`make ${targets.join(' ')}`, ground);
  const makefile = readMakefile(view.text(path));
  const { rules } = makefile;
  const all: Followed = { runs: [], opaque: [] };
  const done = new Set<string>();
  const run = (name: string): void => {
    const rule = ruleFor(makefile, name);
    if (!rule || done.has(name)) return;
    done.add(name);
    for (const before of rule.needs) run(before);
    for (const part of shellsOf(rule.body)) {
      const place = { path, line: rule.line + part.line };
      const inner = go(`${path}#${name}`, part.text, place, dirOf(path));
      all.runs.push(...inner.runs);
      all.opaque.push(...inner.opaque);
    }
  };
  const wanted = targets.length === 0 ? [...rules.keys()].filter((one) => !one.startsWith('.')).slice(0, 1) : targets;
  const lost = wanted.find((name) => ruleFor(makefile, name) === null);
  for (const name of wanted) run(name);
  if (lost !== undefined) all.opaque.push({ what: `make ${lost}: the target is not found`, place: ground.place });
  return all;
}

function scriptHop(view: View, rest: readonly string[], ground: Ground, go: Go): Followed | null {
  const run = rest[0] === 'run' || rest[0] === 'run-script';
  const name = run ? rest[1] : rest[0] === 'test' || rest[0] === 't' ? 'test' : undefined;
  const path = nearest(view, ground.dir, ['package.json']);
  if (name === undefined || path === null) return null;
  const text = view.text(path);
  try {
    const scripts = (JSON.parse(text) as { readonly scripts?: Record<string, unknown> }).scripts ?? {};
    const script = scripts[name];
    if (typeof script !== 'string') return null;
    const line = text.slice(0, Math.max(0, text.indexOf(`"${name}"`))).split('\n').length;
    return go(`${path}#${name}`, script, { path, line }, dirOf(path));
  } catch {
    return null;
  }
}

const SESSION_RUN = /session\.run(?:_always|_install)?\(\s*((?:[^()]|\([^()]*\))*)\)/g;

/** Sessions whose calls hold literals alone; `-s a b` names them, else all. */
function noxHop(view: View, rest: readonly string[], ground: Ground, go: Go): Followed {
  const path = nearest(view, ground.dir, ['noxfile.py']);
  if (path === null) return opaque('nox', ground);
  const index = rest.findIndex((word) => /^(?:-s|--sessions?|-e)$/.test(word));
  const wanted = index === -1 ? [] : rest.slice(index + 1).filter((word) => !word.startsWith('-'));
  const text = view.text(path);
  const all: Followed = { runs: [], opaque: [] };
  for (const { name, body, line } of noxSessions(text)) {
    // `tests-3.12` is the session `tests` for one interpreter.
    if (
      wanted.length > 0 &&
      !wanted.some((one) => one === name || one.startsWith(`${name}-`) || one.startsWith(`${name}(`))
    )
      continue;
    for (const [, list] of body.matchAll(SESSION_RUN)) {
      const inner = go(`${path}#${name}`, literalWords(list!), { path, line }, dirOf(path));
      all.runs.push(...inner.runs);
      all.opaque.push(...inner.opaque);
    }
  }
  return all.runs.length === 0 ? opaque(`nox ${wanted.join(' ')}`.trim(), ground) : all;
}

export const noxSessions = (text: string) =>
  text
    .split(/^(?=@nox\.session)/m)
    .filter((part) => part.startsWith('@nox.session'))
    .map((body) => ({
      body,
      name: /^@nox\.session\([^)]*\bname\s*=\s*["']([^"']+)/.exec(body)?.[1] ?? /\bdef\s+(\w+)/.exec(body)?.[1] ?? '',
      line: text.slice(0, text.indexOf(body)).split('\n').length,
    }));

/** `"cargo", "test", *args, external=True` as words of a shell: what is computed becomes `$name`. */
const literalWords = (list: string): string =>
  [...list.matchAll(/(?:^|,)\s*(?:(["'])((?:(?!\1).)*)\1|(\*?[\w.]+)(?!\s*=))\s*(?=,|$)/g)]
    .map(([, , literal, name]) => `'${literal ?? `$${name}`}'`)
    .join(' ');

/** Local hooks by their entries; hooks of other repositories are known by name alone. */
function preCommitHop(view: View, rest: readonly string[], ground: Ground, go: Go): Followed | null {
  if (rest[0] !== 'run') return null;
  const path = nearest(view, ground.dir, ['.pre-commit-config.yaml']);
  if (path === null) return opaque('pre-commit', ground);
  const repos: unknown = yamlDocument(view.text(path)).document.get('repos');
  const all: Followed = { runs: [], opaque: [] };
  for (const repo of isSeq(repos)
    ? (repos.toJSON() as { hooks?: { id?: string; entry?: string; args?: string[] }[] }[])
    : [])
    for (const { id = '', entry, args = [] } of repo.hooks ?? []) {
      const text = entry ?? KNOWN_HOOKS[id];
      if (text === undefined) continue;
      const inner = go(`${path}#${id}`, `${text} ${args.join(' ')}`, { path, line: 1 }, dirOf(path));
      all.runs.push(...inner.runs);
      all.opaque.push(...inner.opaque);
    }
  return all;
}

const KNOWN_HOOKS: Readonly<Record<string, string>> = {
  fmt: 'cargo fmt -- --check',
  'cargo-check': 'cargo check',
  clippy: 'cargo clippy',
};

function fileHop(view: View, name: string, args: readonly string[], ground: Ground, go: Go): Followed | null {
  if (ground.dir === null) return null;
  const path = [ground.dir, name.replace(/^\.\//, '')]
    .filter((part) => part !== '')
    .join('/')
    .replace(/(?:^|\/)\.\//g, '');
  if (view.file(path)?.state !== 'text') return null;
  const text = view.text(path);
  if (!/^#!.*\b(?:ba|z|da|)sh\b/.test(text) && !path.endsWith('.sh'))
    return opaque(`${name} (no shell script)`, ground);
  return go(path, withArguments(text, args), { path, line: 1 }, ground.dir);
}

/** `$1` and `"$@"` of a script as it is called; a script with functions has others in them. */
function withArguments(text: string, args: readonly string[]): string {
  if (/^\s*(?:function\s+\w|[\w-]+\s*\(\))/m.test(text)) return text;
  return text
    .replace(/"?\$\{?([1-9])\}?"?/g, (_, digit: string) => args[Number(digit) - 1] ?? '')
    .replace(/"?\$[@*]"?/g, () => args.join(' '));
}
