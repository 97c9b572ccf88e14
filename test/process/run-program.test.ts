import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { RefactorError } from '../../src/core/errors.ts';
import { runForBytes, splitRecords } from '../../src/process/run-for-bytes.ts';
import { runProgram } from '../../src/process/run-program.ts';

const cwd = mkdtempSync(join(tmpdir(), 'process-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const sh = (script: string, more: Partial<Parameters<typeof runProgram>[0]> = {}) =>
  runProgram({ command: ['sh', '-c', script], cwd, ...more });

/** Waits until no process has that id; a process that stays fails the test by its own time. */
async function gone(pid: number): Promise<boolean> {
  for (let i = 0; i < 60; i++) {
    try {
      if (/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) return true;
    } catch {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

test('hands back both streams, the exit code and no signal', async () => {
  const result = await sh('printf out; printf err >&2; exit 3');
  expect(result).toMatchObject({
    stdout: 'out',
    stderr: 'err',
    exitCode: 3,
    signal: null,
    timedOut: false,
    truncated: false,
  });
});

test('passes arguments as they are, without a shell', async () => {
  const result = await runProgram({ command: ['printf', '%s|', '$HOME', 'a b', '*'], cwd });
  expect(result.stdout).toBe('$HOME|a b|*|');
});

test('writes the input and ends it', async () => {
  expect((await runProgram({ command: ['cat'], cwd, input: 'crab 🦀' })).stdout).toBe('crab 🦀');
});

test('survives a program that does not read its input', async () => {
  expect((await sh('exit 0', { input: 'x'.repeat(1 << 20) })).exitCode).toBe(0);
});

test('lays env over the environment; undefined removes', async () => {
  process.env.OMNI_TEST_GONE = 'here';
  const result = await sh('echo "$A-$OMNI_TEST_GONE-$(test -n "$PATH" && echo path)"', {
    env: { A: 'a', OMNI_TEST_GONE: undefined },
  });
  expect(result.stdout).toBe('a--path\n');
});

test('tells who ended it', async () => {
  expect(await sh('kill -TERM $$')).toMatchObject({ exitCode: null, signal: 'SIGTERM' });
});

test('keeps the end of a long output and says so', async () => {
  const result = await sh('i=0; while [ $i -lt 2000 ]; do echo line $i; i=$((i+1)); done', { outputCap: 100 });
  expect(result.truncated).toBe(true);
  expect(result.stdout).toHaveLength(100);
  expect(result.stdout.endsWith('line 1999\n')).toBe(true);
});

test('a timeout ends the whole group, grandchildren that ignore SIGTERM included', async () => {
  const result = await sh('sh -c \'trap "" TERM; echo $$; while :; do sleep 0.1; done\' & wait', { timeoutMs: 300 });
  expect(result.timedOut).toBe(true);
  expect(result.seconds).toBeLessThan(10);
  expect(await gone(Number(result.stdout))).toBe(true);
});

test('an abort ends the group and throws cancelled', async () => {
  const controller = new AbortController();
  let pid = 0;
  const run = sh('echo $$; sleep 60 & sleep 60', {
    signal: controller.signal,
    onOutput: (text) => {
      pid = Number(text);
      controller.abort();
    },
  });
  await expect(run).rejects.toMatchObject({ problem: { code: 'cancelled' }, exitCode: 130 });
  expect(await gone(pid)).toBe(true);
  await expect(sh('true', { signal: controller.signal })).rejects.toThrow(RefactorError);
});

test('does not wait for a background process that keeps the pipes', async () => {
  const result = await sh('sleep 60 & echo $!; exit 0');
  expect(result.exitCode).toBe(0);
  expect(result.seconds).toBeLessThan(20);
  expect(await gone(Number(result.stdout))).toBe(true);
});

test.each([
  [{ command: ['no-such-program-anywhere'], cwd }, 'program-not-found'],
  [{ command: ['sh'], cwd: join(cwd, 'no-such-folder') }, 'folder-not-found'],
  [{ command: [cwd], cwd }, 'program-not-started'],
])('what cannot start is an error by name: %o', async (options, code) => {
  await expect(runProgram(options)).rejects.toMatchObject({ problem: { code } });
});

test('bytes come as they are, in records', async () => {
  const { stdout } = await runForBytes({ command: ['printf', '\\377a\\0b\\0\\0c'], cwd });
  expect([...splitRecords(stdout)].map((record) => record.toString('latin1'))).toEqual(['\xffa', 'b', '', 'c']);
});
