import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../../helpers/temp-workspace.ts';
import { orchard, startOmni } from '../helpers/orchard.ts';

const LONG = 240_000;
const LEAVE = '\u001B[?7h\u001B[?25h\u001B[?1049l';

test('a defect of its own gives the terminal back before it tells of itself', { timeout: LONG }, async () => {
  const breaking = encodeURIComponent("process.on('SIGUSR2', () => { throw new Error('broken on purpose') })");
  const screen = startOmni(orchard(), { env: { NODE_OPTIONS: `--import=data:text/javascript,${breaking}` } });
  await screen.until(/main · \d+ sources/, LONG);
  screen.kill('SIGUSR2');
  expect(await screen.exit).toBe(70);
  await screen.until('broken on purpose');
  expect(screen.terminal.buffer.active.type).toBe('normal');
  expect(screen.written().indexOf(LEAVE)).toBeGreaterThan(0);
  expect(screen.written().indexOf(LEAVE)).toBeLessThan(screen.written().lastIndexOf('broken on purpose'));
});

test('e opens $EDITOR at the worst function of the file, and the screen comes back', { timeout: LONG }, async () => {
  const root = orchard();
  const home = tempFolder();
  const told = join(home, 'told.txt');
  const editor = join(home, 'editor.mjs');
  writeFileSync(
    editor,
    `import { writeFileSync } from 'node:fs';\nprocess.stdout.write('EDITING\\r\\n');\nsetTimeout(() => writeFileSync(${JSON.stringify(told)}, process.argv.slice(2).join(' ')), 300);\n`,
  );
  const screen = startOmni(root, { env: { VISUAL: '', EDITOR: `${process.execPath} ${editor}` } });
  await screen.until(/main · \d+ sources/, LONG);
  screen.press('/', ...'press.rs', 'enter');
  await screen.until(/> +\d+ .*press\.rs/);
  screen.press('e');
  await screen.until((text) => text.includes('EDITING') && !text.includes('sources'));
  await screen.until(/main · \d+ sources/);
  const [line, path] = readFileSync(told, 'utf8').split(' ');
  expect(path).toMatch(/press\.rs$/);
  expect(path!.startsWith('/')).toBe(true);
  expect(line).toMatch(/^\+\d+$/);
  screen.press('j', 'q');
  expect(await screen.exit).toBe(0);
});

test('a plan is saved, closed, loaded; a proof is stopped, and nothing was written', { timeout: LONG }, async () => {
  const root = orchard();
  const file = join(tempFolder(), 'press.plan.yaml');
  const screen = startOmni(root);
  await screen.until(/main · \d+ sources/, LONG);
  screen.press('/', ...'press.rs', 'enter');
  await screen.until(/> +\d+ .*press\.rs/);
  screen.press('p');
  await screen.until('mod bushel;');
  screen.press('j', 'r', 'ctrl+u', ...'fruit', 'enter');
  await screen.until('press/fruit.rs  new');
  screen.press('w', 'ctrl+u', ...file, 'enter');
  await screen.until('saved ');
  expect(readFileSync(file, 'utf8')).toContain('name: fruit');
  screen.press('C');
  await screen.until((text) => !text.includes('Plan press.rs'));
  screen.press('1', 'p');
  await screen.until('mod bushel;');
  screen.press('o', 'ctrl+u', ...file, 'enter');
  await screen.until('mod fruit;');
  screen.press('A');
  await screen.until('Will be written if it is proven');
  screen.press('W');
  await screen.until(/cargo/);
  screen.press('c');
  await screen.until(/stopped|cancelled/i);
  expect(execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' })).toBe('');
  expect(existsSync(join(root, 'crates/press/src/press'))).toBe(false);
  screen.press('enter');
  await screen.until('Plan press.rs');
  screen.press('ctrl+c');
  expect(await screen.exit).toBe(0);
});
