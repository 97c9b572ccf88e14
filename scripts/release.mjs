// npm run release -- VERSION [--dry-run]: dates the changelog, sets the version, commits and tags. Pushing the tag publishes (release.yml).
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));
const run = (program, ...args) =>
  execFileSync(program, args, { cwd: PROJECT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();

const fail = (what, whatToDo) => {
  process.stderr.write(`error: ${what}\n  ${whatToDo}\n`);
  process.exit(2);
};

const [version, flag] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+$/.test(version ?? '')) fail('no version is given', 'npm run release -- 0.2.0');
if (run('git', 'status', '--porcelain') !== '') fail('there are uncommitted changes', 'Commit or stash them.');
if (run('git', 'branch', '--show-current') !== 'main') fail('this is not main', 'git switch main');
if (run('git', 'tag', '--list', `v${version}`) !== '')
  fail(`v${version} is tagged already`, 'Choose the next version.');

const changelog = readFileSync(`${PROJECT}CHANGELOG.md`, 'utf8');
const heading = /^## \d+\.\d+\.\d+ \(unreleased\)$/m;
if (!heading.test(changelog)) fail('CHANGELOG.md has no unreleased section', 'Say what changed since the last tag.');
const day = new Date().toISOString().slice(0, 10);

if (flag === '--dry-run') {
  process.stdout.write(`would release ${version}, dated ${day}\n`);
  process.exit(0);
}
execFileSync('npm', ['test'], { cwd: PROJECT, stdio: 'inherit' });
writeFileSync(`${PROJECT}CHANGELOG.md`, changelog.replace(heading, `## ${version} (${day})`));
run('npm', 'version', version, '--no-git-tag-version', '--allow-same-version');
run('git', 'commit', '-am', `Release ${version}`);
run('git', 'tag', '-a', `v${version}`, '-m', `omni-refactor ${version}`);
process.stdout.write(`Tagged v${version}. Publish it with: git push --follow-tags\n`);
