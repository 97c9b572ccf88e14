import { parseArgs } from 'node:util';
import { readCases, readOldFile } from './human-case.ts';
import { type CaseResult, measureCase } from './measure-case.ts';
import { measureNames, type NamedGroup, nameLines } from './measure-names.ts';
import { measureStability, type StabilityTrial, stabilityLines } from './measure-stability.ts';
import { foldOf } from './mine/fold-of.ts';
import { reportTable } from './report-table.ts';

const { values } = parseArgs({
  options: { cases: { type: 'string' }, repos: { type: 'string' }, fold: { type: 'string' } },
});
if (!values.cases || !values.repos) {
  process.stderr.write(
    'usage: bench:planner --cases FILE --repos DIR [--fold learn|unseen]   (DIR holds owner+name/ or owner+name/repo)\n',
  );
  process.exit(2);
}

const results: CaseResult[] = [];
const missing: string[] = [];
const trials: StabilityTrial[] = [];
const named: NamedGroup[] = [];
for (const one of readCases(values.cases)) {
  if (values.fold && foldOf(one.repo) !== values.fold) continue;
  const file = readOldFile(one, values.repos);
  if ('missing' in file) missing.push(`${one.repo} ${one.oldPath}: ${file.missing}`);
  else {
    results.push(measureCase(one, file.text));
    named.push(...measureNames(one, file.text));
    trials.push(...measureStability(one, file.text));
  }
}
process.stdout.write(`${[...stabilityLines(trials), ...nameLines(named)].join('\n')}\n\n`);
process.stdout.write(reportTable(results, missing));
