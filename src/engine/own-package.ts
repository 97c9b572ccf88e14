import { readFileSync } from 'node:fs';

export interface OwnPackage {
  readonly version: string;
  /** Exact versions: packages that read manifests, workflows and documents among them. */
  readonly dependencies: Readonly<Record<string, string>>;
}

/** This tool's own manifest. Compiled files lie one folder deeper than their sources. */
export function ownPackage(): OwnPackage {
  for (const up of ['../../package.json', '../../../package.json']) {
    try {
      return JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')) as OwnPackage;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return { version: 'unknown', dependencies: {} };
}
