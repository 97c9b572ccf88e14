// Splits files of real crates on fresh copies and proves the result: one row a file. Needs cargo; not part of `npm test`.
//   node bench/corpus/rust-split.ts [--limit 500] [--rungs S,B,T] [--keep FOLDER] CRATE_FOLDER:FILE ...
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { rustSplitModule } from '../../codemods/rust/split-module/index.ts';
import { DEFAULT_CONFIG } from '../../src/config/default-config.ts';
import { changedPaths } from '../../src/core/change-set.ts';
import { conservation } from '../../src/core/conservation.ts';
import { type Evidence, mergeEvidence, outcomeOf, type Rung } from '../../src/core/evidence.ts';
import { countLines } from '../../src/core/lines.ts';
import { SILENT } from '../../src/core/progress.ts';
import { openWorkspace } from '../../src/engine/open-workspace.ts';
import { rustProver } from '../../src/engine/prove/rust/rust-prover.ts';
import type { View } from '../../src/workspace/view.ts';
import { sourceOrderPlan } from './source-order-plan.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    limit: { type: 'string', default: '500' },
    rungs: { type: 'string', default: 'S,B' },
    keep: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});

const NO_EVIDENCE: Evidence = { proofs: [], commands: [], diagnostics: [], tools: [] };
const { signal } = new AbortController();
const rungs = values.rungs.split(',') as Rung[];
process.stdout.write('lines largest files verdict seconds file: why\n');
for (const target of positionals) {
  const [crate, file] = target.split(':') as [string, string];
  try {
    await row(crate, file);
  } catch (error) {
    process.stdout.write(`- - - error - ${basename(crate)}/${file}: ${(error as Error).stack}\n`);
  }
}

async function row(crate: string, file: string): Promise<void> {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'rust-corpus-'));
  const scratch = values.keep
    ? join(values.keep, 'target', basename(crate))
    : mkdtempSync(join(realpathSync(tmpdir()), 'rust-target-'));
  mkdirSync(scratch, { recursive: true });
  try {
    cpSync(crate, root, { recursive: true });
    const started = performance.now();
    const { view } = await openWorkspace({
      root,
      config: DEFAULT_CONFIG,
      today: '2026-01-01',
      facts: [],
      history: false,
      workers: 0,
      cacheDir: null,
    });
    const plan = sourceOrderPlan(view, file, Number(values.limit));
    const result = rustSplitModule.run(view, { path: file, plan, notes: false });
    const before = countLines(view.text(file));
    const say = (...parts: (string | number)[]): unknown => process.stdout.write(`${parts.join(' ')}\n`);
    if (result.status === 'refused') {
      say(
        before,
        '-',
        '-',
        'refused',
        seconds(started),
        `${basename(crate)}/${file}:`,
        result.refusals.map(({ hazard, why }) => `${hazard} ${why}`).join('; '),
      );
      return;
    }
    const first = view.overlay(result.changeSet);
    let paths = changedPaths(result.changeSet);
    const largest = Math.max(...paths.map((path) => countLines(first.text(path))));
    const split = (performance.now() - started).toFixed(0);
    let changeSet = result.changeSet;
    let after = first;
    let evidence = NO_EVIDENCE;
    let rounds = 0;
    for (; rounds < 6; rounds++) {
      const now = after;
      const stage = {
        root,
        scratch,
        show: async (state: 'before' | 'after') => {
          paths = show(root, state === 'before' ? view : now, [...paths, ...changedPaths(changeSet)]);
        },
      };
      const request = { before: view, after, changeSet, testCommand: null, onProgress: SILENT, signal };
      const still = await rustProver.prove({ ...request, stage: null, rungs: rungs.filter((rung) => rung === 'S') });
      evidence = still;
      if (still.proofs.some(({ verdict }) => verdict === 'failed')) break;
      const rest = rungs.filter((rung) => rung !== 'S');
      if (rest.length > 0)
        evidence = mergeEvidence([still, await rustProver.prove({ ...request, stage, rungs: rest })]);
      const refined = rustSplitModule.refine!(view, changeSet, evidence.diagnostics);
      if (values.verbose)
        for (const { path, start, message, code } of evidence.diagnostics) say('   ', path, start, code ?? '', message);
      if (refined.status === 'refused' || JSON.stringify(refined.changeSet) === JSON.stringify(changeSet)) break;
      changeSet = refined.changeSet;
      after = view.overlay(changeSet);
    }
    const violations = conservation(changeSet, view.text);
    for (const path of values.keep ? changedPaths(changeSet) : []) {
      const to = join(values.keep!, 'after', basename(crate), path);
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, after.text(path));
    }
    const outcome = violations.length > 0 ? 'unbalanced' : outcomeOf(evidence, rungs, changedPaths(changeSet));
    const failed = evidence.proofs.filter(({ verdict }) => verdict === 'failed');
    const unproven = evidence.proofs.filter(({ verdict }) => verdict !== 'proven');
    const why = [
      ...new Set(
        (failed.length > 0 ? failed : unproven).map((proof) => `${proof.rung} ${proof.configuration}: ${proof.why}`),
      ),
    ];
    say(
      before,
      largest,
      paths.length,
      outcome,
      seconds(started),
      `${basename(crate)}/${file}: split ${split} ms, ${rounds} refined;`,
      violations[0]?.why ?? why.slice(0, 4).join('; '),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
    if (!values.keep) rmSync(scratch, { recursive: true, force: true });
  }
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(1);
}

/** Writes a view's state of these paths; returns them, each once. */
function show(root: string, view: View, paths: readonly string[]): string[] {
  for (const path of new Set(paths)) {
    const at = join(root, path);
    if (!view.file(path)) rmSync(at, { force: true });
    else if (!existsSync(at) || readFileSync(at, 'utf8') !== view.text(path)) {
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, view.text(path));
    }
  }
  return [...new Set(paths)];
}
