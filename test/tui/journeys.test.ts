import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tempWorkspace } from '../helpers/temp-workspace.ts';
import { orchard, startOmni } from './helpers/orchard.ts';

const LONG = 240_000;
const git = (root: string, ...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' });

describe('journeys on a true terminal, without any mock', () => {
  test('Rust: from hotspot to a split that cargo has built, undone, and the terminal as it was', {
    timeout: LONG,
  }, async () => {
    const root = orchard();
    const before = readFileSync(join(root, 'crates/press/src/press.rs'), 'utf8');
    const screen = startOmni(root);
    await screen.until('sources', LONG);
    screen.press('/', ...'press.rs', 'enter');
    await screen.until(/> +2 .*press\.rs/);
    screen.press('p');
    await screen.until(/Plan press\.rs/);
    await screen.until('mod bushel;');
    // Shape it by hand: rename a module, keep a function in the facade and take that back.
    screen.press('j', 'r', 'ctrl+u', ...'fruit', 'enter');
    await screen.until('press/fruit.rs  new');
    screen.press('/', ...'grade', 'enter', 'j', 'j', 'x');
    await screen.until(/kept \d+ in the facade/);
    screen.press('u');
    await screen.until('edit undone');
    screen.press('escape');
    screen.press('A');
    await screen.until('crates/press/src/press/fruit.rs');
    screen.press('enter');
    await screen.until('Plan press.rs');
    expect(git(root, 'status', '--porcelain')).toBe('');
    screen.press('A');
    await screen.until('Will be written if it is proven');
    screen.press('W');
    await screen.until('PROVEN by S+B, and written', LONG);
    expect(git(root, 'status', '--porcelain').trim().split('\n').length).toBe(2);
    expect(existsSync(join(root, 'crates/press/src/press/fruit.rs'))).toBe(true);
    execFileSync('cargo', ['check', '--quiet', '--offline', '--tests'], {
      cwd: join(root, 'crates/press'),
      stdio: 'pipe',
    });
    git(root, 'clean', '-fdxq', '-e', 'crates/press/src/press', 'target');
    screen.press('C');
    await screen.until('Commit 0001');
    screen.press('enter');
    await screen.until('PROVEN by S+B, and written');
    expect(git(root, 'rev-list', '--count', 'HEAD').trim()).toBe('1');
    screen.press('C', 'W');
    await screen.until('committed as');
    expect(git(root, 'rev-list', '--count', 'HEAD').trim()).toBe('3');
    expect(git(root, 'status', '--porcelain')).toBe('');
    expect(git(root, 'log', '-1', '--format=%b')).toMatch(/Omni-Refactor-Receipt: 0001-/);
    screen.press('enter');
    await screen.until('Receipt 0001');
    await screen.until(/main · \d+ sources/);
    screen.press('z');
    await screen.until('bring the old bytes back');
    screen.press('W');
    await screen.until('undid 0001');
    expect(readFileSync(join(root, 'crates/press/src/press.rs'), 'utf8')).toBe(before);
    expect(existsSync(join(root, 'crates/press/src/press'))).toBe(false);
    await screen.until(/undone +0001/);
    screen.press('Z');
    await screen.until('bring the new bytes back');
    screen.press('W');
    await screen.until('redid 0001');
    expect(existsSync(join(root, 'crates/press/src/press/fruit.rs'))).toBe(true);
    expect(git(root, 'status', '--porcelain')).toBe('');
    screen.press('q');
    expect(await screen.exit).toBe(0);
    expect(screen.terminal.buffer.active.type).toBe('normal');
    expect(screen.written().endsWith('\u001B[?7h\u001B[?25h\u001B[?1049l')).toBe(true);
  });

  test('Python: a batch of marked files, planned and written in one go, and Python still imports it', {
    timeout: LONG,
  }, async () => {
    const root = orchard();
    const second = readFileSync(join(root, 'python/src/orchard/cellar.py'), 'utf8').replaceAll('Ferment', 'Must');
    writeFileSync(join(root, 'python/src/orchard/vault.py'), second);
    git(root, 'add', '-A');
    git(root, '-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-qm', 'vault');
    const screen = startOmni(root);
    await screen.until('sources', LONG);
    screen.press('/', ...'orchard/ cellar', 'enter', 'space', '/', 'ctrl+u', ...'vault.py', 'enter', 'space');
    await screen.until('2 marked');
    screen.press('p');
    await screen.until('Plan 1 of 2');
    await screen.until(/~ .*cellar/);
    screen.press('B');
    await screen.until('Apply 2 plans');
    await screen.until('Will be written if it is proven');
    screen.press('W');
    await screen.until(/PROVEN by S\+B, and written|NOT PROVEN|REFUSED|✗/, LONG);
    expect(screen.text()).toContain('PROVEN by S+B, and written');
    const out = execFileSync(
      'python3',
      ['-B', '-c', 'import orchard.cellar, orchard.vault; print(orchard.vault.__name__)'],
      { cwd: join(root, 'python/src'), encoding: 'utf8' },
    );
    expect(out.trim()).toBe('orchard.vault');
    expect(
      existsSync(join(root, 'python/src/orchard/vault.py')) && existsSync(join(root, 'python/src/orchard/vault')),
    ).toBe(false);
    screen.press('ctrl+c');
    expect(await screen.exit).toBe(0);
  });

  test('Checks: a finding is fixed after a look at what that writes, and taken back', { timeout: LONG }, async () => {
    const root = tempWorkspace({
      'Cargo.toml': '[workspace]\nmembers = ["a"]\n\n[workspace.lints.clippy]\nall = "warn"\n',
      'a/Cargo.toml': '[package]\nname = "a"\nversion = "0.1.0"\nreadme = false\npublish = false\n',
      'a/src/lib.rs': '',
    });
    const before = readFileSync(join(root, 'a/Cargo.toml'), 'utf8');
    const screen = startOmni(root);
    await screen.until(/\d sources/, LONG);
    screen.press('3', '/', ...'inherited', 'enter');
    await screen.until(/> .*a\/Cargo\.toml/);
    screen.press('f');
    await screen.until('+workspace = true');
    screen.press('enter');
    await screen.until(/> .*a\/Cargo\.toml/);
    expect(readFileSync(join(root, 'a/Cargo.toml'), 'utf8')).toBe(before);
    screen.press('f');
    await screen.until('+workspace = true');
    screen.press('W');
    await screen.until('fixed 1');
    expect(readFileSync(join(root, 'a/Cargo.toml'), 'utf8')).toContain('[lints]\nworkspace = true\n');
    await screen.until('nothing fits the filter', LONG);
    screen.press('z');
    await screen.until('bring the old bytes back');
    screen.press('W');
    await screen.until('undid 0001');
    expect(readFileSync(join(root, 'a/Cargo.toml'), 'utf8')).toBe(before);
    screen.press('q');
    expect(await screen.exit).toBe(0);
  });
});
