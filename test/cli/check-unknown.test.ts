import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCHEMAS } from '../../src/report/schemas.ts';
import { runOmni } from '../helpers/run-omni.ts';
import { tempRepository } from '../helpers/temp-repository.ts';
import { tempWorkspace } from '../helpers/temp-workspace.ts';

const CONFIG = '[budget]\nfile-lines = 400\nfunction-cognitive = 5\n';
const tangled = (name: string): string =>
  `pub fn ${name}(x: u8) -> u8 {\n${'    if x > 1 {\n        return x;\n    }\n'.repeat(8)}    x\n}\n`;

/** One file of each language, each broken in its third line. */
const PARTIAL = {
  'omni-refactor.toml': CONFIG,
  'src/a.rs': 'fn a() {}\n\nfn ( {\n',
  'shop/b.py': 'x = 1\n\ndef (:\n    pass\n',
  'lib/c.ts': 'export const x = 1;\n\nfunction ( {\n',
  'lib/whole.ts': 'export const y = 1;\n',
};
const PATHS = ['lib/c.ts', 'shop/b.py', 'src/a.rs'];

describe('a file that was read in part is unknown, never a silent pass', () => {
  test.each(['terminal', 'json', 'markdown', 'github', 'sarif', 'gitlab', 'junit'])('in %s', async (format) => {
    const { stdout, exitCode } = await runOmni(tempWorkspace(PARTIAL), ['check', '--format', format]);
    expect(exitCode).toBe(0);
    const shown = format === 'terminal' ? ['3 files'] : PATHS;
    for (const path of shown) expect(stdout).toContain(path);
    expect(stdout).toMatch(/line 3|:3|,line=3/);
    expect(stdout).not.toContain('whole.ts');
  });

  test('with its place in JSON and GitLab', async () => {
    const root = tempWorkspace(PARTIAL);
    const json = SCHEMAS.findings.parse(JSON.parse((await runOmni(root, ['check', '--json'])).stdout));
    expect(json.unknown.map(({ path, line }) => `${path}:${line}`)).toEqual(PATHS.map((path) => `${path}:3`));
    expect(json.summary.unknown).toBe(3);
    const gitlab = JSON.parse((await runOmni(root, ['check', '--format', 'gitlab'])).stdout) as {
      location: { path: string; lines: { begin: number } };
    }[];
    expect(gitlab.map(({ location }) => `${location.path}:${location.lines.begin}`)).toEqual(
      PATHS.map((path) => `${path}:3`),
    );
  });

  test('in status: the ceiling of functions is not called enforced, that of files is', async () => {
    const { stdout } = await runOmni(tempWorkspace(PARTIAL), ['status', '--json']);
    const { guardrails } = SCHEMAS.status.parse(JSON.parse(stdout));
    const stateOf = (id: string): string | undefined => guardrails.find((one) => one.id === id)?.state;
    expect([stateOf('function-cognitive'), stateOf('file-lines')]).toEqual(['unknown', 'enforced']);
  });

  test('where no rule has a ceiling there is nothing to be unknown', async () => {
    const { stdout } = await runOmni(tempWorkspace({ ...PARTIAL, 'omni-refactor.toml': '' }), ['check', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ unknown: [] });
  });

  test('its entries of the baseline are neither stale nor lowered', async () => {
    const root = tempWorkspace({
      'omni-refactor.toml': CONFIG,
      'src/a.rs': `${tangled('first')}\n${tangled('second')}`,
    });
    await runOmni(root, ['init']);
    const baseline = (): string => readFileSync(join(root, 'omni-refactor.baseline'), 'utf8');
    const before = baseline();
    expect(before).toContain('#second');
    const broken = tempWorkspace({
      'omni-refactor.toml': CONFIG,
      'omni-refactor.baseline': before,
      'src/a.rs': `${tangled('first')}\npub fn second(x: u8) -> {{ (((\n`,
    });
    expect(await runOmni(broken, ['check'])).toMatchObject({ exitCode: 0 });
    await runOmni(broken, ['baseline']);
    expect(readFileSync(join(broken, 'omni-refactor.baseline'), 'utf8')).toBe(before);
  });
});

describe('a workspace in a folder of a repository', () => {
  const long = Array.from({ length: 300 }, (_, i) => `fn f${i}() {}`).join('\n');

  function nested(): string {
    const repo = tempRepository();
    repo.commit({
      'pkgs/a/omni-refactor.toml': '[budget]\nfile-lines = 250\nfunction-cognitive = 5\n',
      'pkgs/a/src/lib.rs': `${long}\n${tangled('knot')}`,
      'pkgs/a/src/part.rs': 'fn ( {\n',
    });
    return repo.root;
  }

  test.each([
    ['github', /file=pkgs\/a\/src\/lib\.rs,/],
    ['github', /file=pkgs\/a\/src\/part\.rs,/],
    ['sarif', /"uri":"pkgs\/a\/src\/lib\.rs"/],
    ['gitlab', /"path": "pkgs\/a\/src\/lib\.rs"/],
    ['junit', /file="pkgs\/a\/src\/lib\.rs"/],
  ])('%s names files by their path in the repository', async (format, pattern) => {
    for (const folder of ['pkgs/a', 'pkgs/a/src']) {
      const { stdout } = await runOmni(join(nested(), folder), ['check', '--format', format]);
      expect(stdout).toMatch(pattern);
      expect(stdout).not.toMatch(/(?:file=|"uri":"|"path": "|file=")src\//);
    }
  });

  test('advice runs where it was given', async () => {
    const cwd = join(nested(), 'pkgs/a/src');
    const { stdout } = await runOmni(cwd, ['check', '--json']);
    const commands = SCHEMAS.findings.parse(JSON.parse(stdout)).findings.flatMap(({ command }) => command ?? []);
    expect(commands.length).toBeGreaterThan(1);
    for (const command of commands) {
      const args = command.split(' ').slice(1);
      const ran = await runOmni(cwd, args[0] === 'split' ? [...args, '--dry-run'] : args);
      expect(ran.stderr).not.toContain('file-not-found');
      expect([0, 1, 3]).toContain(ran.exitCode);
      expect(existsSync(join(cwd, args.at(-1)!.replace(/:\d+$/, '')))).toBe(true);
    }
  });

  test('what a report names from the root can be typed below it', async () => {
    const cwd = join(nested(), 'pkgs/a/src');
    expect(await runOmni(cwd, ['split', 'src/lib.rs', '--limit', '150', '--dry-run'])).toMatchObject({ exitCode: 0 });
    expect(await runOmni(cwd, ['outline', 'src/gone.rs'])).toMatchObject({ exitCode: 2 });
  });
});
