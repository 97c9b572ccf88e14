import { Buffer } from 'node:buffer';

/** What file systems take for one name, in bytes of UTF-8, and for a whole path below a root. */
const LONGEST_NAME = 255;
const LONGEST_PATH = 3_000;

/** Why a path of a change set cannot be written, or null. Paths are relative to the workspace, normalised, with `/`. */
export function pathProblem(path: string): string | null {
  if (path === '') return 'it is empty';
  if (path.includes('\0')) return 'it holds a NUL character';
  if (/[\ud800-\udfff]/u.test(path)) return 'it is not valid Unicode';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'it is absolute';
  if (path.includes('\\')) return 'it holds a backslash, which is a folder separator on Windows';
  if (Buffer.byteLength(path) > LONGEST_PATH) return `it is longer than ${LONGEST_PATH} bytes`;
  return (
    path
      .split('/')
      .map(nameProblem)
      .find((problem) => problem !== null) ?? null
  );
}

function nameProblem(name: string): string | null {
  if (Buffer.byteLength(name) > LONGEST_NAME) return `a name in it is longer than ${LONGEST_NAME} bytes`;
  if (name === '..') return 'it leads out of the workspace';
  if (name === '' || name === '.') return 'it is not normalised';
  // Case-insensitive file systems open `.GIT` as `.git`; Windows drops trailing dots and spaces.
  return name.toLowerCase().replace(/[. ]+$/, '') === '.git' ? "it is inside git's own folder" : null;
}

/** Two paths with equal keys are one file where the file system ignores case or normalises Unicode. */
export const caseKey = (path: string): string => path.normalize('NFC').toLowerCase().normalize('NFC');

/** `a/b/c` -> `a`, `a/b`. */
export function parentsOf(path: string): string[] {
  const parents: string[] = [];
  for (let index = path.indexOf('/'); index !== -1; index = path.indexOf('/', index + 1))
    parents.push(path.slice(0, index));
  return parents;
}
