import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Files = Readonly<Record<string, string>>;

/** Loads each `main.js` by itself, and prints what it exports, or how it fails, without the folder's name. */
const DRIVER = `
const { join } = require('node:path');
for (const name of process.argv.slice(2)) {
  const folder = join(__dirname, name);
  const say = (value) => process.stdout.write(JSON.stringify(String(value).replaceAll(folder, '.')) + '\\n');
  try {
    say(JSON.stringify(require(join(folder, 'main.js'))));
  } catch (error) {
    say(error.name + ': ' + error.message.split('\\n')[0]);
  }
}
`;

/** What `main.js` of each project exports under Node, as JSON; one process for all. */
export function runProjects(projects: readonly Files[]): string[] {
  if (projects.length === 0) return [];
  const root = mkdtempSync(join(tmpdir(), 'omni-commonjs-'));
  try {
    writeFileSync(join(root, 'driver.js'), DRIVER);
    projects.forEach((files, index) => {
      for (const [path, text] of Object.entries(files)) {
        const file = join(root, `p${index}`, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    });
    const names = projects.map((_, index) => `p${index}`);
    const ran = spawnSync(process.execPath, ['driver.js', ...names], { cwd: root, encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(ran.stderr);
    return ran.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as string);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
