// Draws docs/screens/report-*.png: the page of a repository in a real Chromium, light and dark.
// usage: node scripts/draw-report.mjs REPOSITORY   (after `npm run build`; CHROMIUM=/path where it is not `chromium`)
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));
const [root] = process.argv.slice(2);
if (root === undefined) throw new Error('usage: node scripts/draw-report.mjs REPOSITORY');

const home = mkdtempSync(join(tmpdir(), 'omni-report-'));
const env = {
  ...process.env,
  OMNI_REFACTOR_STATE: join(home, 'state'),
  OMNI_REFACTOR_CACHE: join(home, 'cache'),
};
const page = join(home, 'page.html');
execFileSync(process.execPath, [join(PROJECT, 'dist/src/cli/main.js'), 'report', '-q', '-o', page], { cwd: root, env });
const html = readFileSync(page, 'utf8');
for (const look of ['light', 'dark']) {
  // A headless browser has no setting of the system to follow.
  writeFileSync(page, html.replace('color-scheme: light dark', `color-scheme: ${look}`));
  const out = join(PROJECT, `docs/screens/report-${look}.png`);
  execFileSync(
    process.env.CHROMIUM ?? 'chromium',
    ['--headless=new', '--no-sandbox', '--hide-scrollbars', '--window-size=1280,1060', `--screenshot=${out}`, page],
    { stdio: 'ignore' },
  );
  process.stdout.write(`report-${look}.png\n`);
}
rmSync(home, { recursive: true, force: true });
