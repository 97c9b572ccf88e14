/** Why a path of a change set cannot be written, or null. Paths are relative to the workspace, normalised, with `/`. */
export function pathProblem(path: string): string | null {
  if (path === '') return 'it is empty';
  if (path.includes('\0')) return 'it holds a NUL character';
  if (/[\ud800-\udfff]/u.test(path)) return 'it is not valid Unicode';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'it is absolute';
  if (path.includes('\\')) return 'it holds a backslash, which is a folder separator on Windows';
  for (const part of path.split('/')) {
    if (part === '..') return 'it leads out of the workspace';
    if (part === '' || part === '.') return 'it is not normalised';
    // Case-insensitive file systems open `.GIT` as `.git`; Windows drops trailing dots and spaces.
    if (part.toLowerCase().replace(/[. ]+$/, '') === '.git') return "it lies in git's own folder";
  }
  return null;
}

/** Two paths with equal keys are one file where the file system ignores case or normalises Unicode. */
export const caseKey = (path: string): string => path.normalize('NFC').toLowerCase().normalize('NFC');

/** `a/b/c` -> `a`, `a/b`. */
export function parentsOf(path: string): string[] {
  const parents: string[] = [];
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) parents.push(path.slice(0, at));
  return parents;
}
