// tsx bench/runners/run.ts [FOLDER]: installs the test runners into a folder of its own, lets each run the tests of a small project before and after
// splits that are right or wrong in one way, and writes docs/measurements/runners.md. Needs the registry; not part of `npm test`.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { proveViews } from '../../test/helpers/javascript-project.ts';
import { memoryView } from '../../test/helpers/memory-view.ts';
import { mustRun } from '../corpus/run-command.ts';
import { PROJECTS, type RunnerProject, STATES } from './projects.ts';

const PINS = {
  ava: '6.4.1',
  bun: '1.4.5',
  jasmine: '5.13.0',
  jest: '30.5.2',
  mocha: '11.8.0',
  tsx: '4.23.15',
  vitest: '3.2.7',
} as const;

const home = resolve(process.argv[2] ?? mkdtempSync(join(tmpdir(), 'runners-')));
install();
const rows: string[] = [];
let wrong = 0;
for (const one of PROJECTS) rows.push(await row(one));
writeFileSync(
  'docs/measurements/runners.md',
  `# Test runners and rung T

\`npm run bench:runners\` installs the runners and takes this table anew; made on ${new Date().toISOString().slice(0, 10)} with node ${process.versions.node}.

Each project has tests whose names and values come from the divided file. The first column of verdicts is a right split; in the others a test of
one part is gone, has another name, fails, or its file cannot be loaded. The fourth project tests what \`npm run build\` has written, and holds
an older build: without the build in each state, every split of it would look right.

| runner | version | script | ${Object.keys(STATES).slice(1).join(' | ')} | what is said of the first wrong one |
| --- | --- | --- | ${'--- | '.repeat(Object.keys(STATES).length - 1)}--- |
${rows.join('\n')}
`,
);
process.stdout.write(`${rows.join('\n')}\n${wrong} wrong\n`);
process.exitCode = wrong === 0 ? 0 : 1;

function install(): void {
  if (existsSync(join(home, 'node_modules'))) return;
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, dependencies: PINS }));
  mustRun(['npm', 'install', '--no-audit', '--no-fund'], home);
}

async function row({ name, packages, script, files }: RunnerProject): Promise<string> {
  const before = memoryView({ ...files, ...STATES.before });
  const installed = [{ from: join(home, 'node_modules'), names: packages }];
  const cells: string[] = [];
  let said = '';
  for (const state of Object.keys(STATES).slice(1)) {
    const after = memoryView({ ...files, ...STATES[state] });
    const { proofs } = await proveViews([before, after], null, ['T'], installed);
    const [first] = proofs;
    if (first?.verdict !== (state === 'right' ? 'proven' : 'failed')) wrong += 1;
    if (state === 'vanishes') said = first?.why ?? '';
    cells.push(first?.verdict ?? 'no proof');
  }
  const version = packages.map((one) => `${one} ${versionOf(one)}`).join(', ') || `node ${process.versions.node}`;
  return `| ${[name, version, `\`${script}\``, ...cells, said.replaceAll('|', '\\|')].join(' | ')} |`;
}

function versionOf(name: string): string {
  const manifest = readFileSync(join(home, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
