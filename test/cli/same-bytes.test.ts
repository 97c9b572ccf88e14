import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CompiledTool, compileTool } from '../helpers/compiled-tool.ts';
import { type TempRepository, tempRepository } from '../helpers/temp-repository.ts';
import { tempFolder } from '../helpers/temp-workspace.ts';

/** Another clock for every thread of the program. */
const OTHER_CLOCK = `--import=data:text/javascript,${encodeURIComponent(
  'const Real = Date; globalThis.Date = class extends Real { constructor(...a) { if (a.length) super(...a); else super(9e11); } static now() { return 9e11; } };',
)}`;
const COMMANDS = [
  ['hotspots', '--json'],
  ['hotspots', '--json', '--by', 'function', '--since', '400d'],
  ['includes', '--json'],
  ['check', '--format', 'sarif'],
  ['status', '--json'],
];
const PLACES = [
  { name: 'here, one thread', elsewhere: false, workers: '0', env: { TZ: 'UTC' } },
  {
    name: 'at another path, in another time zone, language and year, three threads',
    elsewhere: true,
    workers: '3',
    env: { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', NODE_OPTIONS: OTHER_CLOCK },
  },
  {
    name: 'here again with a cache, west of Greenwich',
    elsewhere: false,
    workers: '1',
    env: { TZ: 'America/Anchorage' },
  },
];

let tool: CompiledTool;
beforeAll(() => {
  tool = compileTool({ probes: false });
});
afterAll(() => tool.remove());

/** Twelve commits an hour before and after midnight, by four authors, with files that change together. */
function orchard(): TempRepository {
  const repo = tempRepository();
  const body = (n: number): string => `fn f${n}(x: bool) {\n${'    if x { go(); }\n'.repeat(n)}}\n`;
  repo.write({
    'Cargo.toml': '[package]\nname = "orchard"\nedition = "2021"\n',
    'omni-refactor.toml': '[budget]\nfile-lines = 8\nfunction-cognitive = 4\n',
  });
  for (let i = 0; i < 12; i++)
    repo.commit(
      {
        'src/lib.rs': `include!("more.inc");\nmod ıi;\n${body(i)}`,
        'src/more.inc': `${body(3)}${'\n'.repeat(i)}`,
        'src/ıi.rs': `pub fn i() {} // ${i % 4}\n`,
        [`py/m${i % 3}.py`]: `def f(a):\n    return a or ${i}\n`,
        'ts/Ä.ts': `export const a = () => ${i} > 1 ? 1 : 2;\n`,
      },
      { day: 9 * i + (i % 2 === 0 ? 1 / 24 : 23 / 24), author: `A${i % 4} <a${i % 4}@example.org>` },
    );
  return repo;
}

function run(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const main = join(tool.dir, 'src/cli/main.js');
  return new Promise((done) => {
    execFile(process.execPath, [main, ...args], { cwd, env }, (error, stdout, stderr) => {
      done(`${stdout}${error === null ? 0 : error.code}${stdout === '' ? stderr : ''}`);
    });
  });
}

test('the same bytes over time zones, languages, clocks, threads, paths and caches', async () => {
  const { root } = orchard();
  const copy = join(tempFolder(), 'a copy');
  cpSync(root, copy, { recursive: true, preserveTimestamps: true });
  const home = tempFolder();
  const told: { name: string; all: string[] }[] = [];
  for (const { name, elsewhere, workers, env } of PLACES) {
    const own = {
      PATH: process.env.PATH,
      HOME: home,
      OMNI_REFACTOR_STATE: home,
      OMNI_REFACTOR_CACHE: join(home, 'cache'),
    };
    const fresh = elsewhere ? ['--no-cache'] : [];
    const all: string[] = [];
    for (const args of COMMANDS) {
      const command = [...args, '--today', '2026-05-01', '--workers', workers, ...fresh];
      all.push(await run(elsewhere ? copy : root, command, { ...own, ...env }));
    }
    told.push({ name, all });
  }
  const [first, ...others] = told;
  first!.all.forEach((text, i) => {
    expect(text, COMMANDS[i]!.join(' ')).toMatch(/[01]$/);
    expect(text.length, COMMANDS[i]!.join(' ')).toBeGreaterThan(150);
  });
  for (const { name, all } of others) expect(all, name).toEqual(first!.all);
});
