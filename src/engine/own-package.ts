import { readFileSync } from 'node:fs';

export interface OwnPackage {
  readonly version: string;
  /** Exact versions: packages that read manifests, workflows and documents among them. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** Absent while the project has no public address. */
  readonly repository?: string | { readonly url: string };
}

/** The page of a repository that a manifest names, without what only git needs: `https://example.org/a/b`. Null where there is none. */
export function repositoryHome({ repository }: Pick<OwnPackage, 'repository'>): string | null {
  const url = typeof repository === 'string' ? repository : repository?.url;
  const found = /^(?:git\+)?(https?:\/\/[^#?]+?)(?:\.git)?\/?$/.exec(url ?? '');
  return found?.[1] ?? null;
}

/** This tool's own manifest. */
export function ownPackage(): OwnPackage {
  const text = findFile('package.json');
  return text === null ? { version: 'unknown', dependencies: {} } : (JSON.parse(text) as OwnPackage);
}

/** The text of a file that ships with this tool, by its path in the package. */
export function packageFile(path: string): string {
  const text = findFile(path);
  if (text === null) throw new Error(`${path} is not part of this installation`);
  return text;
}

const findFile = (path: string): string | null => textOf(new URL(path, packageFolder()));

/** Where this tool is installed: the nearest folder with its manifest above this module, which may be a source, compiled, or joined with others. */
export function packageFolder(): URL {
  for (const up of ['../..', '../../..']) {
    const folder = new URL(`${up}/`, import.meta.url);
    if (textOf(new URL('package.json', folder)) !== null) return folder;
  }
  return new URL('../../', import.meta.url);
}

function textOf(file: URL): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
