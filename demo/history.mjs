// Writes the sample's git history into a folder: node demo/history.mjs FOLDER
//
// The final files are the only source. A commit names the files that it touches, and for each file the items that it adds;
// before that commit the file stands without them. So the last commit holds exactly the sample, the busy files have many
// revisions, and nothing can drift apart. Earlier states parse, but need not build.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { COMMITS } from './commits.mjs';

const SAMPLE = fileURLToPath(new URL('./sample', import.meta.url));
const STRAY = new Set(['target', '__pycache__', '.pytest_cache']);

/**
 * Fills an empty or absent folder with the sample and its history.
 * @param {string} folder
 * @returns {string} the id of the last commit: the same on every machine
 */
export function buildHistory(folder) {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty`);
  const files = readSample();
  git(folder, ['init', '--quiet', '--object-format=sha1', '--initial-branch=main', '--template=']);
  COMMITS.forEach((commit, index) => {
    const later = COMMITS.slice(index + 1);
    for (const path of Object.keys(commit.files)) {
      const missing = later.flatMap((other) => other.files[path] ?? []);
      write(join(folder, path), without(files.get(path), missing, path));
    }
    git(folder, ['add', '--all']);
    git(folder, ['commit', '--quiet', '--no-verify', '--no-gpg-sign', '--message', commit.subject], commit);
  });
  return git(folder, ['rev-parse', 'HEAD']).trim();
}

function readSample() {
  const paths = readdirSync(SAMPLE, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(SAMPLE, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => STRAY.has(part)));
  const told = new Set(COMMITS.flatMap((commit) => Object.keys(commit.files)));
  const untold = paths.filter((path) => !told.has(path));
  const absent = [...told].filter((path) => !paths.includes(path));
  if (untold.length + absent.length > 0) {
    throw new Error(`demo/commits.mjs and demo/sample differ: ${[...untold, ...absent].join(', ')}`);
  }
  return new Map(paths.map((path) => [path, readFileSync(join(SAMPLE, path), 'utf8')]));
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The text without the items that begin with the given words, their comments and the blank lines around them. */
function without(text, items, path) {
  const lines = text.split('\n');
  const left = lines.map(() => true);
  for (const item of items) {
    const [first, last] = itemLines(lines, item, path);
    left.fill(false, first, last + 1);
  }
  return lines.filter((_, at) => left[at] && !isOrphanBlank(lines, left, at)).join('\n');
}

/** A blank line goes with the item below it; at the start of a block, with the item above it. */
function isOrphanBlank(lines, left, at) {
  if (lines[at] !== '' || at === lines.length - 1) return false;
  let below = at;
  while (lines[below] === '') below++;
  if (left[below] === false) return true;
  let above = at;
  while (above > 0 && (lines[above] === '' || !left[above])) above--;
  return left[at - 1] === false && /[{(]$/.test(lines[above] ?? '');
}

function itemLines(lines, item, path) {
  const found = lines.flatMap((line, at) => (line.trimStart().startsWith(item) ? [at] : []));
  if (found.length !== 1) throw new Error(`${path}: ${found.length} lines begin with ${JSON.stringify(item)}`);
  const [start] = found;
  const indent = indentOf(lines[start]);
  let first = start;
  while (first > 0 && indentOf(lines[first - 1]) === indent && /^\s*(\/\/|#|@)/.test(lines[first - 1])) first--;
  return [first, path.endsWith('.rs') ? lastRustLine(lines, start, indent) : lastPythonLine(lines, start, indent)];
}

function lastRustLine(lines, start, indent) {
  if (/[;,}]$/.test(lines[start])) return start;
  const last = lines.findIndex(
    (line, at) => at > start && indentOf(line) === indent && /^\s*[})\]].*[};,]$|^\s*[})\]]$/.test(line),
  );
  if (last < 0) throw new Error(`the item at line ${start + 1} has no end`);
  return last;
}

function lastPythonLine(lines, start, indent) {
  let last = start;
  for (let at = start + 1; at < lines.length; at++) {
    if (lines[at] === '') continue;
    if (indentOf(lines[at]) < indent) break;
    if (indentOf(lines[at]) === indent && !/^\s*[)\]}]/.test(lines[at])) break;
    last = at;
  }
  return last;
}

const indentOf = (line) => line.length - line.trimStart().length;

/** Nothing of the machine gets in: no configuration, hook, signature, clock or line ending. */
function git(folder, args, commit) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  const author = commit && {
    GIT_AUTHOR_NAME: commit.author.name,
    GIT_AUTHOR_EMAIL: commit.author.email,
    GIT_AUTHOR_DATE: commit.date,
    GIT_COMMITTER_NAME: commit.author.name,
    GIT_COMMITTER_EMAIL: commit.author.email,
    GIT_COMMITTER_DATE: commit.date,
  };
  return execFileSync('git', ['-c', 'core.autocrlf=false', '-c', 'core.fileMode=false', ...args], {
    cwd: folder,
    env: {
      ...env,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
      ...author,
    },
    encoding: 'utf8',
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const [folder, ...rest] = process.argv.slice(2);
  if (!folder || rest.length > 0) {
    process.stderr.write('usage: node demo/history.mjs FOLDER\n');
    process.exit(2);
  }
  process.stdout.write(`${buildHistory(resolve(folder))}\n`);
}
