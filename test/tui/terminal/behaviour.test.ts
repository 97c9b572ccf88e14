import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { tempWorkspace } from '../../helpers/temp-workspace.ts';
import { MAIN, startOmni } from '../helpers/orchard.ts';

const LONG = 120_000;
const small = (): string =>
  tempWorkspace({ 'src/lib.rs': 'pub fn press() {}\n', 'src/\u001B[2Jevil.rs': 'fn a() {}\n' });
const LEAVE = '\u001B[?7h\u001B[?25h\u001B[?1049l';

describe('what is no screen gets the plain report and a hint', () => {
  test('a pipe', { timeout: LONG }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN], {
      cwd: small(),
      encoding: 'utf8',
      env: { ...process.env, CI: '' },
    });
    expect(status).toBe(0);
    expect(stdout).toContain('src/lib.rs');
    expect(stdout).not.toContain('\u001B');
    expect(stderr).toContain('On a terminal');
  });

  test.each([{ TERM: 'dumb' }, { CI: 'true' }])('a terminal with %j', { timeout: LONG }, async (env) => {
    const screen = startOmni(small(), { env });
    expect(await screen.exit).toBe(0);
    await screen.until('On a terminal');
    expect(screen.text()).toContain('src/lib.rs');
    expect(screen.written()).not.toContain('\u001B[?1049h');
  });
});

describe('the terminal is given back', () => {
  test('after SIGTERM; the shell sees what it had; names cannot command it; no colour on demand', {
    timeout: LONG,
  }, async () => {
    const screen = startOmni(small(), { env: { NO_COLOR: '1' } });
    await screen.until('2 sources', LONG);
    expect(screen.text()).toContain('\\u{1b}[2Jevil.rs');
    expect(
      screen
        .written()
        .split('\u001B[')
        .filter((part) => /^(?!0m)[\d;]+m/.test(part)),
    ).toEqual([]);
    screen.resize(80, 24);
    await screen.until((text) => text.split('\n').some((line) => /^─ File/.test(line)));
    screen.kill('SIGTERM');
    expect(await screen.exit).toBe(143);
    expect(screen.terminal.buffer.active.type).toBe('normal');
    expect(screen.written()).toContain(LEAVE);
    expect(screen.written()).not.toContain('\u001B[3J');
  });

  test('on suspend, and taken again by fg', { timeout: LONG }, async () => {
    const shell = startOmni(small(), { command: ['bash', '--norc', '-i'], env: { PS1: 'shell> ' } });
    await shell.until('shell>', LONG);
    shell.press(...`${process.execPath} ${MAIN}`, 'enter');
    await shell.until('2 sources', LONG);
    shell.press('ctrl+z');
    await shell.until('Stopped');
    expect(shell.terminal.buffer.active.type).toBe('normal');
    shell.press(...'fg', 'enter');
    await shell.until('2 sources', LONG);
    expect(shell.terminal.buffer.active.type).toBe('alternate');
    shell.press('q');
    await shell.until((text) => !text.includes('2 sources') && text.trimEnd().endsWith('shell>'));
    shell.press(...'exit', 'enter');
    await shell.exit;
  });
});
