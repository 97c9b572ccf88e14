// npm run bench:planner:mine -- --repos DIR --out FILE [--only NAME]: splits that maintainers made, found in the histories below DIR
// (owner+name/ or owner+name/repo). Writes names of repositories, commits, files, groups and units, and no code.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mineRepository } from './mine-repository.ts';
import type { MinedCase } from './mined-case.ts';

const { values } = parseArgs({
  options: { repos: { type: 'string' }, out: { type: 'string' }, only: { type: 'string', default: '' } },
});
if (!values.repos || !values.out) {
  process.stderr.write('usage: bench:planner:mine --repos DIR --out FILE [--only NAME]\n');
  process.exit(2);
}

interface Mined {
  readonly read: Record<string, { readonly commits: number; readonly divisions: number; readonly cases: number }>;
  readonly cases: readonly MinedCase[];
}

let mined: Mined = existsSync(values.out)
  ? (JSON.parse(readFileSync(values.out, 'utf8')) as Mined)
  : { read: {}, cases: [] };
for (const folder of readdirSync(values.repos).sort()) {
  const repo = folder.replace('+', '/');
  if (!folder.includes('+') || !folder.includes(values.only) || mined.read[repo]) continue;
  const repository = [join(values.repos, folder, 'repo'), join(values.repos, folder)].find(
    (path) => existsSync(join(path, 'HEAD')) || existsSync(join(path, '.git')),
  );
  if (!repository) continue;
  const found = mineRepository(repo, repository);
  const { cases, ...counts } = found;
  mined = { read: { ...mined.read, [repo]: { ...counts, cases: cases.length } }, cases: [...mined.cases, ...cases] };
  writeFileSync(values.out, `${JSON.stringify(mined, null, 1)}\n`);
  process.stdout.write(`${repo}: ${counts.commits} commits, ${counts.divisions} divisions, ${cases.length} cases\n`);
}
