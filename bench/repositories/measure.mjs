// Reads whole repositories with the built program and checks the laws that must hold on each of them; exits 1 on a fault.
//   npm run corpus:repositories -- --repos FOLDER [--only NAME,NAME] [--out docs/measurements/repositories.md]
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureRepository } from './measure-repository.mjs';
import { renderMeasurements } from './render-measurements.mjs';

const { values } = parseArgs({
  options: { repos: { type: 'string' }, only: { type: 'string' }, out: { type: 'string' } },
});
if (!values.repos) {
  process.stderr.write('Name the folder of checked-out repositories: --repos FOLDER\n');
  process.exit(2);
}
const only = values.only?.split(',') ?? null;
const names = only ?? readdirSync(values.repos).sort();
const rows = [];
for (const name of names) {
  const row = measureRepository(resolve(join(values.repos, name)));
  rows.push(row);
  process.stdout.write(
    `${row.faults.length === 0 ? 'ok    ' : 'FAULT '} ${name} ${row.cold?.wall ?? '-'} s cold, ${row.warm?.wall ?? '-'} s warm\n`,
  );
  for (const fault of row.faults.slice(0, 20)) process.stdout.write(`         ${fault}\n`);
  if (row.faults.length > 20) process.stdout.write(`         and ${row.faults.length - 20} more\n`);
  if (values.out) writeFileSync(values.out, renderMeasurements(rows));
}
process.exitCode = rows.some((row) => row.faults.length > 0) ? 1 : 0;
