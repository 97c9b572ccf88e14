// Draws docs/screens/*.svg: the real program on a real terminal, walked through the sample repository, cell by cell.
// usage: node scripts/draw-screens.mjs   (after `npm run build`)
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import headless from '@xterm/headless';
import { buildHistory } from '../demo/history.mjs';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));
const OUT = join(PROJECT, 'docs/screens');
const COLUMNS = 120;
const ROWS = 32;
const CELL = { width: 8.4, height: 18 };
const LONG_MS = 240_000;
// One Half Dark; the terminal's own theme is what a user sees.
const PALETTE = ['#282c34', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#dcdfe4'];
const [INK, PAPER] = ['#dcdfe4', '#21252b'];
const KEYS = { enter: '\r', escape: '\u001B', space: ' ', erase: '\u0015' };

const home = mkdtempSync(join(tmpdir(), 'omni-screens-'));
const root = join(home, 'orchard');
buildHistory(root);

const env = {
  ...process.env,
  TERM: 'xterm-256color',
  OMNI_REFACTOR_STATE: join(home, 'state'),
  OMNI_REFACTOR_CACHE: join(home, 'cache'),
};
for (const name of ['CI', 'NO_COLOR']) delete env[name];
const terminal = new headless.Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true });
const child = spawn(process.execPath, [join(PROJECT, 'dist/src/cli/main.js')], {
  cols: COLUMNS,
  rows: ROWS,
  cwd: root,
  env,
});
child.onData((data) => terminal.write(data));

const line = (row) => terminal.buffer.active.getLine(terminal.buffer.active.baseY + row);
const text = () => Array.from({ length: ROWS }, (_, row) => line(row)?.translateToString(true) ?? '').join('\n');
async function until(fits) {
  for (const began = Date.now(); !fits.test(text()); await new Promise((resolve) => setTimeout(resolve, 30)))
    if (Date.now() - began > LONG_MS) throw new Error(`never showed ${fits}:\n${text()}`);
  await new Promise((resolve) => setTimeout(resolve, 400));
}
const press = (...keys) => {
  for (const key of keys) child.write(KEYS[key] ?? key);
};

const escaped = (value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const colourOf = (cell) => (cell.isFgDefault() ? INK : PALETTE[cell.getFgColor() % 8]);

/** Runs of cells that look alike, as text elements; backgrounds of inverted cells below them. */
function rowOf(row) {
  const y = row * CELL.height;
  let out = '';
  for (let column = 0; column < COLUMNS; ) {
    const look = (at) => {
      const cell = line(row).getCell(at);
      return [colourOf(cell), cell.isBold() !== 0, cell.isDim() !== 0, cell.isInverse() !== 0].join();
    };
    const first = look(column);
    let end = column;
    let chars = '';
    while (end < COLUMNS && look(end) === first) {
      const cell = line(row).getCell(end);
      chars += cell.getChars() || (cell.getWidth() === 0 ? '' : ' ');
      end += 1;
    }
    const [colour, bold, dim, inverse] = first.split(',');
    if (inverse === 'true')
      out += `<rect x="${column * CELL.width}" y="${y}" width="${(end - column) * CELL.width}" height="${CELL.height}" fill="${colour}"/>`;
    // Blanks at the ends would be dropped and those inside folded, whatever xml:space says: browsers no longer obey it.
    const shown = chars.trim().replaceAll(' ', '\u00a0');
    const start = column + chars.length - chars.trimStart().length;
    const width = (end - start - (chars.length - chars.trimEnd().length)) * CELL.width;
    if (shown !== '')
      out += `<text x="${start * CELL.width}" y="${y + 13.5}" textLength="${width}" fill="${inverse === 'true' ? PAPER : colour}"${bold === 'true' ? ' font-weight="bold"' : ''}${dim === 'true' ? ' opacity="0.6"' : ''}>${escaped(shown)}</text>`;
    column = end;
  }
  return out;
}

function draw(name) {
  const [width, height] = [COLUMNS * CELL.width + 24, ROWS * CELL.height + 24];
  const rows = Array.from({ length: ROWS }, (_, row) => rowOf(row))
    .filter(Boolean)
    .join('\n');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14">\n<rect width="100%" height="100%" rx="8" fill="${PAPER}"/>\n<g transform="translate(12 12)">\n${rows}\n</g>\n</svg>\n`;
  writeFileSync(join(OUT, `${name}.svg`), svg);
  process.stdout.write(`${name}.svg\n`);
}

try {
  mkdirSync(OUT, { recursive: true });
  await until(/sources/);
  await until(/Worst functions/);
  draw('hotspots');
  press('/', ...'press.rs', 'enter', 'p');
  await until(/mod bushel;/);
  press('j', 'j', 'j', 'j', 'j');
  await until(/bushel\.rs {2}new/);
  draw('plan');
  press('g', 't');
  await until(/\[diff\]/);
  draw('diff');
  press('A');
  await until(/Will be written/);
  draw('apply');
  press('W');
  await until(/◐ running[\s\S]*cargo/);
  draw('prove');
  await until(/PROVEN by S\+B, and written/);
  draw('proven');
  press('enter');
  await until(/Receipt 0001/);
  draw('history');
  press('3');
  await until(/What to do/);
  draw('checks');
  press('?');
  await until(/Everywhere/);
  draw('keys');
} finally {
  child.kill();
  rmSync(home, { recursive: true, force: true });
}
process.exit(0);
