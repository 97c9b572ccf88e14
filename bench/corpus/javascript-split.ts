// Splits files of real projects by the planner and proves the result: one row a file. Works in the checkouts named, and puts each file
// back. The projects need their node_modules; not part of `npm test`.
//   node dist/bench/corpus/javascript-split.js [--limit 500] [--rungs S,B,T] [--show] CHECKOUT:FILE ...
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { javascriptPlanning } from '../../analyzers/modules/javascript/planning.ts';
import { planModules } from '../../analyzers/modules/plan-modules.ts';
import { javascriptSplitModule } from '../../codemods/javascript/split-module/index.ts';
import { DEFAULT_CONFIG } from '../../src/config/default-config.ts';
import { changedPaths } from '../../src/core/change-set.ts';
import { gapsOf, type Rung } from '../../src/core/evidence.ts';
import { countLines } from '../../src/core/lines.ts';
import { SILENT } from '../../src/core/progress.ts';
import { openWorkspace } from '../../src/engine/open-workspace.ts';
import { javascriptProver } from '../../src/engine/prove/javascript/javascript-prover.ts';
import type { Stage } from '../../src/engine/prove/prover.ts';
import { javascriptOutline } from '../../src/languages/javascript/outline.ts';
import type { View } from '../../src/workspace/view.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    limit: { type: 'string', default: '500' },
    rungs: { type: 'string', default: 'S,B' },
    show: { type: 'boolean', default: false },
  },
});
const { signal } = new AbortController();
const rungs = values.rungs.split(',') as Rung[];
const views = new Map<string, View>();
process.stdout.write('lines bound largest files outcome seconds file: why\n');
for (const target of positionals) {
  const at = target.indexOf(':');
  await row(target.slice(0, at), target.slice(at + 1));
}

async function row(root: string, path: string): Promise<void> {
  const started = performance.now();
  const view = views.get(root) ?? (await open(root));
  views.set(root, view);
  const outline = view.facts(path, javascriptOutline);
  if (outline.status === 'failed') throw new Error(outline.reason);
  const folder = `${path.replace(/\.\w+$/, '')}/`;
  const taken = view.files
    .filter((file) => file.path.startsWith(folder))
    .map((file) => basename(file.path).replace(/\..*$/, ''));
  const file = { language: javascriptPlanning, outline: outline.value, text: view.text(path) };
  const plan = planModules(file, { path, limit: Number(values.limit), taken });
  const result = javascriptSplitModule.run(view, { path, plan, notes: false });
  const lines = countLines(view.text(path));
  const say = (largest: number | string, files: number, outcome: string, why: string): void => {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(
      `${lines} ${plan.bound.lines} ${largest} ${files} ${outcome} ${seconds} ${basename(root)}/${path}: ${why}\n`,
    );
  };
  if (plan.modules.length === 0) return say('-', 0, 'no-plan', 'nothing can leave');
  if (result.status === 'refused') {
    const place = (start: number): number => view.text(path).slice(0, start).split('\n').length;
    return say(
      '-',
      0,
      'refused',
      result.refusals
        .map((one) => `${one.hazard}@${place(one.start)} ${one.why}`)
        .slice(0, 4)
        .join(' | '),
    );
  }
  const after = view.overlay(result.changeSet);
  const paths = changedPaths(result.changeSet);
  const largest = Math.max(...paths.map((one) => countLines(after.text(one))));
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'javascript-corpus-'));
  const stage = inPlace(root, scratch, view, after, paths);
  try {
    const evidence = await javascriptProver.prove({
      before: view,
      after,
      changeSet: result.changeSet,
      stage,
      rungs,
      testCommand: null,
      onProgress: SILENT,
      signal,
    });
    const whys = new Set(evidence.proofs.map(({ rung, verdict, why }) => `${rung} ${verdict}: ${why}`));
    const proven = gapsOf(evidence, rungs, paths).length === 0;
    say(largest, paths.length, proven ? 'proven' : 'not-proven', [...whys].join(' | '));
  } finally {
    if (!values.show) await stage.show('before');
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function open(root: string): Promise<View> {
  const { view } = await openWorkspace({
    root,
    config: DEFAULT_CONFIG,
    today: '2026-01-01',
    facts: [],
    history: false,
    workers: 0,
    cacheDir: null,
  });
  return view;
}

/** The checkout itself as the stage. */
function inPlace(root: string, scratch: string, before: View, after: View, paths: readonly string[]): Stage {
  return {
    root: realpathSync(root),
    scratch,
    env: process.env,
    show: async (state) => {
      const view = state === 'before' ? before : after;
      for (const path of paths) {
        const file = join(root, path);
        if (view.file(path)) {
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, view.text(path));
        } else if (existsSync(file)) rmSync(file);
      }
    },
  };
}
