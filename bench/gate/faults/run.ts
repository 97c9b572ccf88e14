import { writeFileSync } from 'node:fs';
import { CHECKS } from '../../../analyzers/checks.ts';
import { runChecks } from '../../../analyzers/gate/run-checks.ts';
import { parseConfig } from '../../../src/config/parse-config.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { memoryView } from '../../../test/helpers/memory-view.ts';
import { numbersOf } from '../generate-workspace.ts';
import { FAULTS } from './faults.ts';
import { type Files, HEALTHY, TAGS } from './healthy.ts';

/**
 * Seeds one fault at a time into a healthy workspace, every kind of every rule, and asks whether its rule finds it; a sound workspace has
 * no finding at all.
 * Usage: node run.js [FAULTS] [OUT]
 */
const [count = '120', out] = process.argv.slice(2);
const checks = CHECKS.filter(({ id }) => id !== 'budget');

function viewOf(files: Files, tags: readonly string[]): View {
  return memoryView(files, {
    readManifests,
    config: parseConfig(files['omni-refactor.toml']!, 'omni-refactor.toml'),
    today: '2026-06-01',
    tags: tags.map((name) => ({ name: name.replace('*', ''), isHead: name.endsWith('*') })),
  });
}

const healthy = viewOf(HEALTHY, TAGS);
for (const { rule, place, what } of runChecks(healthy, checks).findings)
  throw new Error(`the healthy workspace has ${rule} at ${place.path}: ${what}`);

const rows: string[] = [];
let found = 0;
for (let i = 0; i < Number(count); i++) {
  const { rule, make } = FAULTS[i % FAULTS.length]!;
  const next = numbersOf(i + 1);
  const change = make({ files: HEALTHY, pick: (from) => from[Math.floor(next() * from.length)]! });
  const files = Object.fromEntries(
    Object.entries({ ...HEALTHY, ...change.files }).filter((entry): entry is [string, string] => entry[1] !== null),
  );
  const view = viewOf(files, change.tags ?? TAGS);
  const before = rule === 'gate-narrowed' ? healthy : null;
  const told = runChecks(view, checks, before).findings.map((finding) => finding.rule);
  const isFound = told.includes(rule);
  if (isFound) found += 1;
  rows.push(
    [
      i + 1,
      rule,
      Object.keys(change.files ?? { tags: '' }).join(' '),
      isFound ? 'found' : 'missed',
      [...new Set(told)].sort().join(' '),
    ].join('\t'),
  );
  if (!isFound)
    process.stdout.write(`${i + 1} ${rule}: missed; told ${told.join(' ')}; ${JSON.stringify(change).slice(0, 300)}\n`);
}
const rules = new Set(FAULTS.map(({ rule }) => rule));
const lacking = checks.flatMap((check) => check.rules.map(({ id }) => id)).filter((id) => !rules.has(id));
process.stdout.write(
  `${found} of ${rows.length} faults of ${rules.size} rules found (${((100 * found) / rows.length).toFixed(1)} %); rules without a fault: ${lacking.join(' ') || 'none'}\n`,
);
if (out !== undefined) writeFileSync(out, `seed\trule\tchanged\toutcome\ttold\n${rows.join('\n')}\n`);
process.exitCode = found / rows.length >= 0.97 ? 0 : 1;
