import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCHEMAS } from '../../src/report/schemas.ts';
import { runOmni } from '../helpers/run-omni.ts';
import { tempWorkspace } from '../helpers/temp-workspace.ts';

const body = (name: string, lines: number): string =>
  `pub fn ${name}(x: u8) -> u8 {\n${'    let x = x + 1;\n'.repeat(lines)}    x\n}\n`;

/** One function of 130 lines and one of 12: nothing that leaves makes the largest file much smaller. */
const LOPSIDED = { 'src/lib.rs': 'pub mod m;\n', 'src/m.rs': `${body('weigh', 130)}\n${body('tare', 12)}` };

describe('a file of which little would come', () => {
  const workspace = (): string => tempWorkspace(LOPSIDED);

  test('is not divided: exit 0, nothing written, and the first line says why', async () => {
    const root = workspace();
    const split = await runOmni(root, ['split', 'src/m.rs', '--limit', '100', '--evidence', 'S']);
    expect(split.exitCode).toBe(0);
    expect(split.stdout).toMatch(/^Not worth it: src\/m\.rs: .*\d+ %/);
    expect(split.stdout).toContain('--anyway');
    expect(existsSync(join(root, 'src/m'))).toBe(false);
  });

  test('has a plan that says so first, in JSON too', async () => {
    const root = workspace();
    expect((await runOmni(root, ['plan', 'src/m.rs', '--limit', '100'])).stdout).toMatch(/^Not worth it: /);
    const json = await runOmni(root, ['plan', 'src/m.rs', '--limit', '100', '--json']);
    expect(SCHEMAS.plan.parse(JSON.parse(json.stdout)).notWorth).toMatch(/stay over the limit/);
  });

  test('is divided on request, and by a plan that somebody gives', async () => {
    const root = workspace();
    const anyway = await runOmni(root, ['split', 'src/m.rs', '--limit', '100', '--evidence', 'S', '--anyway']);
    expect(anyway.stdout).toContain('PROVEN by S');
    const other = workspace();
    await runOmni(other, ['plan', 'src/m.rs', '--limit', '100', '-o', 'plan.yaml']);
    const given = await runOmni(other, ['split', 'src/m.rs', '--plan', 'plan.yaml', '--evidence', 'S']);
    expect(given.stdout).toContain('PROVEN by S');
  });

  test('is left out of a run that divides others, which is no failure', async () => {
    const root = tempWorkspace({
      ...LOPSIDED,
      'src/n.rs': ['a', 'b', 'c', 'd'].map((name) => body(name, 60)).join('\n'),
    });
    for (const files of [['src/m.rs', 'src/n.rs'], ['--over-budget']]) {
      const args = ['split', ...files, '--limit', '100', '--evidence', 'S', '--dry-run', '--json'];
      const { stdout, exitCode } = await runOmni(root, args);
      const result = SCHEMAS.split.parse(JSON.parse(stdout));
      expect(exitCode).toBe(0);
      expect(result.outcome).toBe('proven');
      expect(result.leftOut).toMatchObject([{ path: 'src/m.rs', outcome: 'not-worth' }]);
    }
  });
});
