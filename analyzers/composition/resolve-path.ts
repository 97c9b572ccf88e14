/** Joins paths with `/` and removes `.` and `..`; null if the result leaves the workspace or `path` is absolute. */
export function joinPath(dir: string, path: string): string | null {
  if (path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path)) return null;
  const parts = dir === '' ? [] : dir.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

export const dirOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** `a/b.rs` -> `b`. */
export const stemOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
