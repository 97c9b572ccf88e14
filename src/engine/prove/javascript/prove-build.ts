import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extname } from 'node:path/posix';
import type { Diagnostic, Proof } from '../../../core/evidence.ts';
import { type Runner, runStaged } from '../run-staged.ts';
import type { Change } from './change.ts';
import { type Baselines, checkAfter, checkBefore } from './prove-types.ts';

export interface Judged {
  readonly proofs: readonly Proof[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The projects that compile the files, before the change. The stage shows that state. */
export const buildBefore = (runner: Runner, { before, old, fresh }: Change): Promise<Baselines> =>
  checkBefore(runner, before, old, fresh);

/** What the compilers say after it; where none speaks for a file of plain JavaScript, node parses it. */
export async function buildAfter(runner: Runner, change: Change, baselines: Baselines): Promise<Judged> {
  const proofs: Proof[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const baseline of baselines.known) {
    const judged = await checkAfter(runner, baseline, change);
    proofs.push(...judged.proofs);
    diagnostics.push(...judged.diagnostics);
  }
  proofs.push(...(await withoutProject(runner, change.paths, baselines)));
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
async function withoutProject(runner: Runner, paths: readonly string[], baselines: Baselines): Promise<Proof[]> {
  const proofs: Proof[] = [];
  const known = new Set(baselines.known.flatMap((one) => one.paths));
  for (const path of paths) {
    if (known.has(path)) continue;
    if (!/^\.m?js$/.test(extname(path))) {
      proofs.push(proofOf(path, 'not-run', unasked(baselines)));
      continue;
    }
    const input = await runStaged(runner, ['node', '--check', '--input-type=module', '-'], '', {
      input: await readFile(join(runner.stage.root, path), 'utf8'),
    });
    const [line = ''] = input.stderr.split('\n').filter((one) => /Error/.test(one));
    const why = input.exitCode === 0 ? 'parsed by node as an ES module; no type is checked' : line;
    proofs.push(proofOf(path, input.exitCode === 0 ? 'proven' : 'failed', why, 'node --check'));
  }
  return proofs;
}

function unasked({ silent, compiler }: Baselines): string {
  if (!compiler) return 'the project has no TypeScript in its node_modules';
  const [first] = silent;
  if (!first) return 'no tsconfig.json compiles the file';
  const end = first.exitCode === null ? 'was stopped' : `ended with exit code ${first.exitCode}`;
  return `${first.name} ${end} before the change, without a word on what it compiles: make it run, then try again`;
}
