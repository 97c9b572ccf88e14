import { readFileSync } from 'node:fs';

export interface OwnPackage {
  readonly version: string;
  /** Exact versions: packages that read manifests, workflows and documents among them. */
  readonly dependencies: Readonly<Record<string, string>>;
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

/** Compiled files lie one folder deeper than their sources. */
function findFile(path: string): string | null {
  for (const up of ['../..', '../../..']) {
    try {
      return readFileSync(new URL(`${up}/${path}`, import.meta.url), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return null;
}
