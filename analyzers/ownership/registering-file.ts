import type { Fact } from '../../src/languages/fact.ts';
import type { View } from '../../src/workspace/view.ts';
import type { FileRegistrations } from './registrations.ts';

/** A file that registers or hands on registries. */
export interface RegisteringFile {
  readonly path: string;
  /** `py:acme.server`, `rs:core::mcp`, or the path of a JavaScript file. */
  readonly module: string;
  readonly facts: FileRegistrations;
  /** Where an imported name stands: the file and its name there; null where it is not imported, or from outside. */
  readonly imported: (name: string) => { readonly path: string; readonly name: string } | null;
  /** Of Rust: a type's place, by which it is told from others of its name. */
  readonly typeAt: ((name: string) => string) | null;
}

export interface RegisteringFiles {
  readonly files: readonly RegisteringFile[];
  readonly unread: readonly { readonly path: string; readonly reason: string }[];
}

/** A file before it has been read. */
export type Candidate = Pick<RegisteringFile, 'path' | 'module' | 'typeAt'> & {
  readonly imported: (name: string, facts: FileRegistrations) => ReturnType<RegisteringFile['imported']>;
};

/** Reads the files of one language, and keeps those that register anything. */
export function registeringFiles(
  view: View,
  candidates: readonly Candidate[],
  fact: Fact<FileRegistrations, null>,
): RegisteringFiles {
  const files: RegisteringFile[] = [];
  const unread: { path: string; reason: string }[] = [];
  for (const { path, module, typeAt, imported } of candidates) {
    const found = view.facts(path, fact);
    if (found.status === 'failed') {
      if (found.reason !== 'symlink') unread.push({ path, reason: found.reason });
      continue;
    }
    const { value } = found;
    if (isRegistering(value))
      files.push({ path, module, typeAt, facts: value, imported: (name) => imported(name, value) });
  }
  return { files, unread };
}

const isRegistering = ({ registrations, makers, mounts, passes }: FileRegistrations): boolean =>
  registrations.length + makers.length + mounts.length + passes.length > 0;
