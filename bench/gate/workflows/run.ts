import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeLanes } from '../../../analyzers/quality-gates/judge-lanes.ts';
import { LANES } from '../../../analyzers/quality-gates/lanes.ts';
import { loadConfig } from '../../../src/engine/load-config.ts';
import { openWorkspace } from '../../../src/engine/open-workspace.ts';
import type { View } from '../../../src/workspace/view.ts';

/**
 * Holds the verdicts on real workflows against labels that were written before the tool first read them.
 * Usage: node run.js FOLDER [open|held|second|later|last|all], where FOLDER holds a clone of each repository by its name, at the commit of the table.
 */
const [folder, wanted = 'open'] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: run.js FOLDER [open|held|second|later|last|all]');
const [head, ...rows] = readFileSync('bench/gate/workflows/labels.tsv', 'utf8').trim().split('\n');
const columns = head!.split('\t');
const views = new Map<string, View>();
const counts = { right: 0, wrong: 0, said: 0, labelled: 0, workflows: 0 };

for (const row of rows) {
  const label = Object.fromEntries(row.split('\t').map((value, i) => [columns[i]!, value]));
  if (wanted !== 'all' && label.set !== wanted) continue;
  const report = judgeLanes(alone(await viewOf(label.repository!), label.path!));
  counts.workflows += 1;
  for (const lane of LANES) {
    const own = report?.lanes.find((one) => one.lane === lane);
    // A workflow that cannot be read whole is no claim that a lane is held.
    const said = own === undefined || (own.verdict === 'unknown' && own.place === null) ? 'missing' : own.verdict;
    // Where the truth is in a program, no claim is right.
    const truth = label[lane] === 'unknown' ? 'missing' : label[lane]!;
    if (said !== 'missing') counts.said += 1;
    if (truth !== 'missing') counts.labelled += 1;
    if (said === truth && truth !== 'missing') counts.right += 1;
    if (said === truth) continue;
    counts.wrong += 1;
    process.stdout.write(
      `${label.repository} ${label.path} ${lane}: labelled ${truth}, said ${said}: ${own?.found ?? ''}\n`,
    );
  }
}
const precision = counts.right / counts.said;
const recall = counts.right / counts.labelled;
process.stdout.write(
  `${JSON.stringify({ set: wanted, ...counts, f1: Number(((2 * precision * recall) / (precision + recall)).toFixed(4)) })}\n`,
);

async function viewOf(url: string): Promise<View> {
  const known = views.get(url);
  if (known) return known;
  const root = join(folder!, url.slice(url.lastIndexOf('/') + 1));
  const { view } = await openWorkspace({
    root,
    config: await loadConfig(root),
    today: '2026-01-01',
    facts: [],
    history: false,
    workers: 0,
    cacheDir: null,
  });
  views.set(url, view);
  return view;
}

/** The workspace with one workflow and the ones that it calls. */
function alone(view: View, path: string): View {
  const kept = new Set([path]);
  for (const one of kept)
    for (const [, called] of view.text(one).matchAll(/uses:\s*['"]?[.$]\/(\.github\/workflows\/[^'"\s]+\.ya?ml)/g))
      kept.add(called!);
  return {
    ...view,
    files: view.files.filter((file) => kept.has(file.path) || !/^\.github\/workflows\//.test(file.path)),
  };
}
