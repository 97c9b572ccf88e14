// Seeded double registrations: how many are told at their place, and whether anything is told of trees without one.
//   npx tsx bench/ownership/double.ts [--seeds 124]
import { parseArgs } from 'node:util';
import { ownership } from '../../analyzers/ownership/index.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { createView, textEntry } from '../../src/workspace/create-view.ts';
import { readManifests } from '../../src/workspace/read-manifests.ts';
import { doubleOf, FORM_COUNT } from './double-forms.ts';

const { values } = parseArgs({ options: { seeds: { type: 'string', default: String(2 * FORM_COUNT) } } });

function told(files: Readonly<Record<string, string>>): string[] {
  const view = createView({
    files: Object.entries(files).map(([path, text]) => textEntry(path, text)),
    read: ({ path }) => files[path]!,
    known: () => null,
    readManifests,
    history: { status: 'absent', reason: 'the files are in memory' },
    config: parseConfig('[ownership]\n', 'omni-refactor.toml'),
    today: '2026-01-01',
  });
  return ownership.run(view).findings.map(({ rule, what, place }) => `${rule} ${place.path}:${place.line} ${what}`);
}

let caught = 0;
let alarms = 0;
let extra = 0;
const seeds = Number(values.seeds);
for (let seed = 0; seed < seeds; seed++) {
  const { id, clean, path, text } = doubleOf(seed);
  const calm = told(clean);
  alarms += calm.length;
  for (const line of calm) process.stdout.write(`${id}, nothing is doubled: ${line}\n`);
  const found = told({ ...clean, [path]: `${clean[path] ?? ''}${text}` });
  const twice = found.filter((line) => line.startsWith('ownership-twice '));
  if (twice.length > 0) caught += 1;
  else process.stdout.write(`${id}: not told\n`);
  extra += Math.max(0, twice.length - 1);
}
process.stdout.write(
  `${seeds} double registrations of ${FORM_COUNT} forms, ${caught} told (${((caught * 100) / seeds).toFixed(1)} %), ${extra} beside; ${seeds} trees without one, ${alarms} alarms\n`,
);
