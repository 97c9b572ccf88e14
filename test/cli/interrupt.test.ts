import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { journey } from '../helpers/journey.ts';
import { PROJECT_ROOT } from '../helpers/run-tool.ts';
import { tempFolder } from '../helpers/temp-workspace.ts';

test('a run that is ended at drawn moments leaves old or new bytes, and undo gives the old ones back', () => {
  const bench = join(PROJECT_ROOT, 'bench/run/interrupt.mjs');
  const { status, stdout } = spawnSync(process.execPath, [bench, tempFolder(), '--each', '4', '--files', '40'], {
    encoding: 'utf8',
  });
  expect(stdout).toMatch(/SIGKILL, while it writes \| 2 \|/);
  expect(status).toBe(0);
});

test('Ctrl-C ends a run whose codemod is still being loaded', async () => {
  const { root } = journey('python', {
    't.mjs': `process.stderr.write('is loaded\\n');\nawait new Promise((done) => setTimeout(done, 50_000));\nexport default () => null;\n`,
    'js/a.js': 'a();\n',
  });
  const run = spawn(
    process.execPath,
    [join(PROJECT_ROOT, 'dist/src/cli/main.js'), 'run', 't.mjs', 'js', '--allow-dirty'],
    {
      cwd: root,
      env: { ...process.env, OMNI_REFACTOR_STATE: tempFolder() },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const ended = new Promise((done) => run.on('exit', done));
  await new Promise<void>((done) => {
    run.stderr.on('data', (text: Buffer) => {
      if (text.includes('is loaded')) done();
    });
  });
  run.kill('SIGINT');
  const late = setTimeout(() => run.kill('SIGKILL'), 30_000);
  expect(await ended).toBe(130);
  clearTimeout(late);
});
