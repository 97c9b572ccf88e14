// npm run bench:many -- WORK [--files 100000] [--program dist]: `run` of a rule and of a transform over so many small files of one repository, a tenth of
// which change and one of which no parser reads. Totals have to add up. CPU seconds and the highest sum of the proportional set sizes. Needs Linux.
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    files: { type: 'string', default: '100000' },
    program: { type: 'string', default: fileURLToPath(new URL('../../dist', import.meta.url)) },
  },
});
const count = Number(values.files);
const work = resolve(positionals[0]);
const tree = join(work, 'many');
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const program = [process.execPath, join(resolve(values.program), 'src/cli/main.js'), 'run'];
const git = (...args) =>
  execFileSync('git', ['-C', tree, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });

makeTree();
const rows = [];
for (const codemod of ['to-be-truthy.yml', 'to-be-truthy.cjs']) {
  const out = join(work, 'out.json');
  const { stdout } = spawnSync('python3', [here('watch.py'), out, ...program, here(codemod), '--json'], {
    cwd: tree,
    encoding: 'utf8',
    env: { ...process.env, OMNI_REFACTOR_STATE: join(work, 'state') },
  });
  const [code, cpu, wall, peak] = stdout.trim().split(' ').map(Number);
  const said = readFileSync(out, 'utf8');
  // What is said on stderr stands above the report.
  const { counts } = JSON.parse(said.slice(said.indexOf('\n{') + 1));
  const changed = git('diff', '--name-only').split('\n').filter(Boolean).length;
  const undone = spawnSync(program[0], [program[1], 'undo', '--json'], {
    cwd: tree,
    env: { ...process.env, OMNI_REFACTOR_STATE: join(work, 'state') },
  }).status;
  rows.push([codemod, cpu.toFixed(1), wall.toFixed(0), peak.toFixed(0), code, JSON.stringify(counts), changed, undone]);
  const left = git('status', '--porcelain');
  if (left !== '') throw new Error(`undo leaves changes: ${left.slice(0, 200)}`);
  writeFileSync(join(work, 'many.md'), table());
}
process.stdout.write(table());

function makeTree() {
  rmSync(tree, { recursive: true, force: true });
  rmSync(join(work, 'state'), { recursive: true, force: true });
  for (let i = 0; i < count; i += 1) {
    const folder = join(tree, `pkg-${i % 100}`, `part-${Math.floor(i / 100) % 50}`);
    if (i < 5000) mkdirSync(folder, { recursive: true });
    const called = i % 10 === 0 ? 'toBe(true)' : 'toEqual(1)';
    const text = `import { make } from '../make';\n\nit('case ${i}', () => {\n  expect(make(${i})).${called};\n});\n`;
    const file = openSync(join(folder, `file-${i}.ts`), 'w');
    writeFileSync(file, text);
    closeSync(file);
  }
  writeFileSync(join(tree, 'broken.ts'), 'export const broken = expect(1).toBe(true, (\n');
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'base');
}

function table() {
  const head = '| codemod | CPU s | wall s | peak MB | exit | counts | files changed | undo |';
  return [head, '|---|---:|---:|---:|---:|---|---:|---:|', ...rows.map((row) => `| ${row.join(' | ')} |`), ''].join(
    '\n',
  );
}
