/** The file that marks a virtual environment, wherever it stands and whatever it is called. */
const ENVIRONMENT = 'pyvenv.cfg';

/**
 * The topmost folders of installed packages among files that nobody has committed: `node_modules`, and virtual environments by their own mark.
 * What is committed is source, whatever its folder is called. A workspace that is an environment itself is none.
 * @param untracked paths relative to the workspace
 * @returns each without a slash at its end
 */
export function installedFolders(untracked: readonly string[]): Set<string> {
  const folders = new Set<string>();
  for (const path of untracked) {
    const folder = packagesIn(path) ?? environmentOf(path);
    if (folder !== null) folders.add(folder);
  }
  return new Set([...folders].filter((folder) => !foldersAbove(folder).some((above) => folders.has(above))));
}

/** The one of these folders that a path stands in. */
export const folderHolding = (path: string, folders: ReadonlySet<string>): string | null =>
  foldersAbove(path).find((above) => folders.has(above)) ?? null;

function packagesIn(path: string): string | null {
  const at = `/${path}`.indexOf('/node_modules/');
  return at === -1 ? null : path.slice(0, at + 'node_modules'.length);
}

const environmentOf = (path: string): string | null =>
  path.endsWith(`/${ENVIRONMENT}`) ? path.slice(0, -ENVIRONMENT.length - 1) : null;

/** `a/b/c` -> `a`, `a/b`. */
function foldersAbove(path: string): string[] {
  const above: string[] = [];
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) above.push(path.slice(0, at));
  return above;
}
