import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureRanking, type RankingRow } from './measure-repository.ts';
import { reportRanking } from './report-ranking.ts';

const { values } = parseArgs({ options: { repos: { type: 'string' }, out: { type: 'string' } } });
if (values.repos === undefined) throw new Error('say where the clones are, with their whole history: --repos FOLDER');
const folder = resolve(values.repos);
const rows: RankingRow[] = [];
for (const name of readdirSync(folder).sort()) {
  try {
    const row = await measureRanking(join(folder, name));
    rows.push(row);
    process.stderr.write(`${name}: ${row.files} files, ${row.fixed} mended, P@10 ${row.qualities[0]!.p10}\n`);
  } catch (error) {
    process.stderr.write(`${name}: left out, ${error instanceof Error ? error.message : error}\n`);
  }
}
writeFileSync(resolve(values.out ?? 'docs/measurements/ranking.md'), reportRanking(rows));
