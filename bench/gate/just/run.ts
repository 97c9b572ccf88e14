import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Justfile } from '../../../analyzers/quality-gates/just/justfile.ts';
import { readJustfile } from '../../../analyzers/quality-gates/just/read-justfile.ts';
import { DEFAULT_CONFIG } from '../../../src/config/default-config.ts';
import { openWorkspace } from '../../../src/engine/open-workspace.ts';

/**
 * Holds the graphs of justfiles against `just --dump --dump-format json`: recipes, parameters, dependencies with their order and number
 * of arguments, aliases, modules, and what `just` alone runs.
 * Usage: node run.js JUST FOLDER [OUT], where FOLDER holds one folder for each repository, named OWNER+NAME@COMMIT.
 */
const [just, folder, out] = process.argv.slice(2);
if (just === undefined || folder === undefined) throw new Error('usage: run.js JUST FOLDER [OUT]');
const version = spawnSync(just, ['--version'], { encoding: 'utf8' }).stdout.trim();

interface Dump {
  readonly recipes: Readonly<Record<string, DumpRecipe>>;
  readonly aliases: Readonly<Record<string, { readonly target: string }>>;
  readonly modules: Readonly<Record<string, Dump>>;
  readonly first: string | null;
}

interface DumpRecipe {
  readonly parameters: readonly { readonly name: string; readonly kind: string; readonly default: unknown }[];
  readonly dependencies: readonly { readonly recipe: string; readonly arguments: readonly unknown[] }[];
  readonly priors: number;
}

type Graph = { readonly [key: string]: unknown };

const last = (name: string): string => name.slice(name.lastIndexOf(':') + 1);

/** Both sides as one form; a dependency in a module is compared by its own name, which is all that older dumps say. */
function ofDump({ recipes, aliases, modules, first }: Dump): Graph {
  return {
    first: first === null ? null : last(first),
    aliases: sorted(Object.entries(aliases).map(([name, { target }]) => [name, last(target)])),
    modules: sorted(Object.entries(modules).map(([name, inner]) => [name, ofDump(inner)])),
    recipes: sorted(
      Object.entries(recipes).map(([name, { parameters, dependencies, priors }]) => {
        const needs = dependencies.map((one) => `${last(one.recipe)}/${one.arguments.length}`);
        return [
          name,
          {
            parameters: parameters.map((one) => `${one.kind} ${one.name}${one.default === null ? '' : '='}`),
            before: needs.slice(0, priors),
            after: needs.slice(priors),
          },
        ];
      }),
    ),
  };
}

function ofOurs({ recipes, aliases, modules, first }: Justfile): Graph {
  return {
    first,
    aliases: sorted([...aliases].map(([name, target]) => [name, last(target)])),
    modules: sorted([...modules].map(([name, inner]) => [name, ofOurs(inner)])),
    recipes: sorted(
      [...recipes].map(([name, { parameters, before, after }]) => [
        name,
        {
          parameters: parameters.map((one) => `${one.kind} ${one.name}${one.fallback === null ? '' : '='}`),
          before: before.map((one) => `${last(one.recipe)}/${one.args.length}`),
          after: after.map((one) => `${last(one.recipe)}/${one.args.length}`),
        },
      ]),
    ),
  };
}

function sorted(entries: (readonly [string, unknown])[]): Graph {
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

function counts(dump: Dump): { recipes: number; modules: number } {
  const inner = Object.values(dump.modules).map(counts);
  return {
    recipes: Object.keys(dump.recipes).length + inner.reduce((sum, one) => sum + one.recipes, 0),
    modules: inner.length + inner.reduce((sum, one) => sum + one.modules, 0),
  };
}

/** The first place at which two graphs differ. */
function difference(a: unknown, b: unknown, at: string): string | null {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return a === b ? null : `${at}: ${JSON.stringify(a)} by just, ${JSON.stringify(b)} here`;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = difference((a as Graph)[key] ?? null, (b as Graph)[key] ?? null, `${at}/${key}`);
    if (found !== null) return found;
  }
  return null;
}

const rows: string[] = [];
let differing = 0;
for (const name of readdirSync(folder).sort()) {
  const root = join(folder, name);
  const options = { root, config: DEFAULT_CONFIG, today: '2026-01-01', facts: [], history: false as const, workers: 0 };
  const { view } = await openWorkspace({ ...options, cacheDir: null });
  for (const { path } of view.files.filter((one) => /(?:^|\/)\.?justfile$|\.just$/i.test(one.path))) {
    const full = join(root, path);
    const dumped = spawnSync(
      just,
      ['--unstable', '--justfile', full, '--working-directory', dirname(full), '--dump', '--dump-format', 'json'],
      { encoding: 'utf8', maxBuffer: 1 << 26 },
    );
    // A part of a justfile need not be one by itself, and one that needs a file outside of the repository is none here.
    if (dumped.status !== 0) continue;
    const dump = JSON.parse(dumped.stdout) as Dump;
    const ours = readJustfile(view, path);
    const found = ours === null ? 'not read here' : difference(ofDump(dump), ofOurs(ours), '');
    const { recipes, modules } = counts(dump);
    const imports = (readFileSync(full, 'utf8').match(/^import\??\s/gm) ?? []).length;
    const [repository, commit] = name.split('@');
    rows.push([repository!.replace('+', '/'), commit, path, recipes, modules, imports, found ?? 'equal'].join('\t'));
    if (found !== null) {
      differing += 1;
      process.stdout.write(`${name} ${path} ${found}\n`);
    }
  }
}
const repositories = new Set(rows.map((row) => row.split('\t')[0])).size;
process.stdout.write(`${version}: ${rows.length} justfiles of ${repositories} repositories, ${differing} differ\n`);
const header = 'repository\tcommit\tpath\trecipes\tmodules\timports\tgraph';
if (out !== undefined) writeFileSync(out, `${[header, ...rows].join('\n')}\n`);
process.exitCode = differing > 0 ? 1 : 0;
