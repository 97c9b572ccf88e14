import { dirname, join } from 'node:path/posix';
import { compileGlob } from '../../../src/workspace/compile-glob.ts';
import { foldersAbove } from '../../../src/workspace/javascript/ignore-rules.ts';
import { nodeAt, readJsonc } from '../../../src/workspace/javascript/read-jsonc.ts';
import type { View } from '../../../src/workspace/view.ts';

const SCRIPT = /\.[cm]?[jt]sx?$/;
const LISTS = ['dependencies', 'devDependencies'];
/** jest's own patterns that go by folders, https://jestjs.io/docs/configuration#testmatch-arraystring */
const JEST_FOLDERS = /(^|\/)__tests__\/.*\.[jt]sx?$/;
/** ava's, https://github.com/avajs/ava/blob/main/docs/05-command-line.md */
const AVA_FOLDERS = /(^|\/)(?:tests?|__tests__)\/(?!(?:.*\/)?(?:_|(?:__)?(?:helper|fixture)s?(?:__)?\/)).*\.[cm]?js$/;
/** A file with tests is no failure for being collected. */
const HAS_TESTS = /\b(?:test|it|describe|suite)\s*(?:\.\w+\s*)*[(`]/;

/**
 * The runner that takes a file for a test by the folder that it lies in, and fails for finding no test there; null where none is seen to. What
 * lies apart in a settings file that is a program is not read.
 */
export function collectedBy(view: View, path: string): string | null {
  if (!SCRIPT.test(path) || HAS_TESTS.test(view.text(path))) return null;
  const home = ['', ...foldersAbove(path)]
    .reverse()
    .find((folder) => view.file(join(folder, 'package.json'))?.state === 'text' && hasRunner(view, folder));
  if (home === undefined) return null;
  const inside = path.slice(home === '' ? 0 : home.length + 1);
  if (lists(view, home, 'ava')) return AVA_FOLDERS.test(inside) ? 'ava' : null;
  return takenByJest(jestSettings(view, home) ?? settingsBeside(view, home), inside) ? 'jest' : null;
}

const hasRunner = (view: View, folder: string): boolean =>
  lists(view, folder, 'ava') || lists(view, folder, 'jest') || jestSettings(view, folder) !== null;

const lists = (view: View, folder: string, name: string): boolean => {
  const table = readJsonc(view.text(join(folder, 'package.json')));
  return LISTS.some((list) => nodeAt(table, list, name) !== null);
};

/** The text of a manifest from its settings for jest on. */
function jestSettings(view: View, folder: string): string | null {
  const text = view.text(join(folder, 'package.json'));
  return nodeAt(readJsonc(text), 'jest') === null ? null : (/"jest"\s*:\s*(\{[\s\S]*)/.exec(text)?.[1] ?? null);
}

function settingsBeside(view: View, folder: string): string {
  const found = view.files.find(
    ({ path, state }) =>
      state === 'text' &&
      /^\.$|^$/.test(dirname(path.slice(folder.length).replace(/^\//, ''))) &&
      /(^|\/)jest\.config\.\w+$/.test(path),
  );
  return found === undefined ? '' : view.text(found.path);
}

function takenByJest(settings: string, path: string): boolean {
  const match = listOf(settings, 'testMatch');
  const regex = /["']?testRegex["']?\s*:/.test(settings);
  if (regex) return false;
  const isTaken = match === null ? JEST_FOLDERS.test(path) : match.some((glob) => isGlob(glob, path));
  return isTaken && !(listOf(settings, 'testPathIgnorePatterns') ?? []).some((one) => isIn(one, path));
}

/** The plain strings that a list in settings begins with. */
function listOf(settings: string, key: string): string[] | null {
  const start = new RegExp(`["']?${key}["']?\\s*:\\s*\\[`).exec(settings);
  if (start === null) return null;
  const found: string[] = [];
  const next = /\s*(["'])((?:\\.|(?!\1)[^\\\n])*)\1\s*,?/y;
  next.lastIndex = start.index + start[0].length;
  for (let one = next.exec(settings); one !== null; one = next.exec(settings))
    found.push(one[2]!.replace(/\\\\/g, '\\'));
  return found;
}

const isGlob = (glob: string, path: string): boolean =>
  compileGlob(
    glob
      .replace(/^<rootDir>\//, '')
      .replace(/\?\(([^()]*)\)/g, '{,$1}')
      .replace(/\+\(([^()|]*)(?:\|([^()]*))?\)/g, '{$1,$2}'),
  ).test(path);

function isIn(pattern: string, path: string): boolean {
  try {
    return new RegExp(pattern.replace(/<rootDir>/g, '')).test(`/${path}`);
  } catch {
    return true;
  }
}
