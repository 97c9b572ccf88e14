import { oncePerView } from '../once.ts';
import { javascriptSide } from './javascript/javascript-side.ts';
import { pythonSide } from './python/python-side.ts';
import type { RegisteringFile, RegisteringFiles } from './registering-file.ts';
import { rustSide } from './rust/rust-side.ts';

export interface RegistryIndex {
  readonly files: ReadonlyMap<string, RegisteringFile>;
  readonly unread: RegisteringFiles['unread'];
}

/** What every file of the workspace registers; fixtures are input of tests, and no part of it. */
export const registryIndex = oncePerView((view): RegistryIndex => {
  const sides = [pythonSide(view), rustSide(view), javascriptSide(view)];
  return {
    files: new Map(sides.flatMap(({ files }) => files.map((file) => [file.path, file] as const))),
    unread: sides.flatMap(({ unread }) => unread),
  };
});
