import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extname } from 'node:path/posix';
import { type Diagnostic, type Proof, weaken } from '../../../core/evidence.ts';
import { moduleLoading } from '../../../languages/javascript/module-loading.ts';
import type { View } from '../../../workspace/view.ts';
import { type Runner, runStaged } from '../run-staged.ts';
import type { Change, Judged } from './change.ts';
import { proveFormat } from './linters/prove-format.ts';
import { judgeLinters, lintAfter } from './linters/prove-linters.ts';
import { judgePacking, packAfter } from './prove-packing.ts';
import { type Baselines, checkAfter, checkBefore, checkFirst } from './prove-types.ts';
import type { Check } from './run-tsc.ts';

export interface Built extends Judged {
  readonly baselines: Baselines;
}

/**
 * Rung B: formatter, compilers, linters and what npm packs. Layout is fixed by the formatter's suggestions first, and the rest waits for the result.
 * Ends in the state after.
 */
export async function proveBuild(runner: Runner, change: Change): Promise<Built> {
  const { stage } = runner;
  await stage.show('after');
  const format = await proveFormat(runner, change);
  if (format.diagnostics.length > 0) return { ...format, baselines: NO_BASELINES };
  const first = await checkFirst(runner, change);
  const linters = await lintAfter(runner, change);
  const packed = await packAfter(runner, change);
  await stage.show('before');
  const baselines = await checkBefore(runner, change, first);
  const packing = await judgePacking(runner, change, packed);
  const linted = await judgeLinters(runner, change, linters);
  await stage.show('after');
  const compiled = await compileAfter(runner, change, baselines, first);
  const beside = [...format.proofs, ...linted.proofs, ...packing];
  const silent = beside.find(({ verdict }) => verdict === 'not-run');
  const proofs = silent
    ? compiled.proofs.map((proof) => weaken(proof, `${silent.configuration}: ${silent.why}`))
    : compiled.proofs;
  return {
    proofs: [...proofs, ...beside],
    diagnostics: [...compiled.diagnostics, ...linted.diagnostics],
    baselines,
  };
}

const NO_BASELINES: Baselines = { known: [], silent: [], unasked: [], compiler: false };

/** What the compilers report after the change; where none reads a file of plain JavaScript, node parses it. */
async function compileAfter(
  runner: Runner,
  change: Change,
  baselines: Baselines,
  first: ReadonlyMap<string, Check>,
): Promise<Judged> {
  const proofs: Proof[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const baseline of baselines.known) {
    const judged = await checkAfter(runner, baseline, change, first);
    proofs.push(...judged.proofs);
    diagnostics.push(...judged.diagnostics);
  }
  proofs.push(...(await withoutProject(runner, change, baselines)));
  for (const { config, why } of baselines.unasked)
    proofs.push(...change.old.map((path) => proofOf(path, 'not-run', why, config)));
  return { proofs, diagnostics };
}

const proofOf = (path: string, verdict: Proof['verdict'], why: string, configuration = '-'): Proof => ({
  rung: 'B',
  path,
  configuration,
  verdict,
  why,
});

/** Files that no project compiles: JavaScript is at least parsed as an ES module, and it is said that this is all. */
async function withoutProject(runner: Runner, { after: view, paths }: Change, baselines: Baselines): Promise<Proof[]> {
  const proofs: Proof[] = [];
  const known = new Set(baselines.known.flatMap((one) => one.paths));
  for (const path of paths) {
    if (known.has(path)) continue;
    const ext = extname(path);
    if (!/^\.[cm]?js$/.test(ext)) {
      proofs.push(proofOf(path, 'not-run', unasked(baselines)));
      continue;
    }
    const isCommon = ext === '.cjs' || isCommonJs(view, path);
    const kind = isCommon ? 'commonjs' : 'module';
    const input = await runStaged(runner, ['node', '--check', `--input-type=${kind}`, '-'], '', {
      input: await readFile(join(runner.stage.root, path), 'utf8'),
    });
    const [line = ''] = input.stderr.split('\n').filter((one) => /Error/.test(one));
    const why =
      input.exitCode === 0 ? `parsed by node as ${isCommon ? 'a CommonJS' : 'an ES'} module; no type is checked` : line;
    proofs.push(proofOf(path, input.exitCode === 0 ? 'proven' : 'failed', why, 'node --check'));
  }
  return proofs;
}

function isCommonJs(view: View, path: string): boolean {
  const read = view.facts(path, moduleLoading);
  return read.status !== 'failed' && read.value.form === 'commonjs';
}

function unasked({ silent, compiler }: Baselines): string {
  if (!compiler) return 'the project has no TypeScript in its node_modules';
  const [first] = silent;
  if (!first) return 'no tsconfig.json compiles the file';
  const end = first.exitCode === null ? 'was stopped' : `ended with exit code ${first.exitCode}`;
  return `${first.name} ${end} before the change without reporting what it compiles: make it run, then try again`;
}
