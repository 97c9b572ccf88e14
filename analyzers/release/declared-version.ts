import type { TomlDocument } from '../../src/workspace/toml-document.ts';

/** A version with the place that declares it. */
export interface DeclaredVersion {
  readonly version: string;
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** `[package] version`, `__version__`: how people call the place. */
  readonly what: string;
}

export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** The line of a key of a TOML file; 1 where it stands nowhere by itself. */
export const lineOfKey = (document: TomlDocument | null, keys: readonly string[]): number => {
  const found = document?.pair(keys)?.pair ?? document?.table(keys);
  return document && found ? document.line(found.start) : 1;
};
