import type { View } from '../../../src/workspace/view.ts';
import { type RustIndex, rustIndex } from '../../bridge/rust/rust-index.ts';
import { rustModules } from '../../bridge/rust/rust-modules.ts';
import { composedOnce } from '../../composition/composed-once.ts';
import { rustNames, typesAt } from '../../contracts/rust/rust-names.ts';
import { isFixture } from '../../gate/is-fixture.ts';
import { type FindTarget, targetFinder } from '../../map/rust-target.ts';
import { type RegisteringFile, type RegisteringFiles, registeringFiles } from '../registering-file.ts';
import { rustRegistrations } from './rust-registrations-fact.ts';

/** The Rust files that register anything. */
export function rustSide(view: View): RegisteringFiles {
  const modules = rustModules(composedOnce(view));
  if (modules.length === 0) return { files: [], unread: [] };
  const index = rustIndex(view);
  const find = targetFinder(index);
  const fileOf = new Map(modules.map(({ id, file }) => [id, file]));
  const candidates = modules
    .filter(({ file }) => !isFixture(file))
    .map(({ id, file }) => ({
      path: file,
      module: `rs:${id}`,
      typeAt: (name: string) => typePlace(view, id, name),
      imported: (name: string) => imported(index, find, fileOf, { scope: id, name }),
    }));
  return registeringFiles(view, candidates, rustRegistrations);
}

/** Where a type stands if that can be told, else `scope::Type`. */
function typePlace(view: View, scope: string, name: string): string {
  const [found] = typesAt(rustNames(view), scope, name.split('::'));
  return found ? `${found.path}:${found.line}` : `${scope}::${name}`;
}

/** The file of a function of another module, by `use` or by its path; `api()` is what it gives. */
function imported(
  index: RustIndex,
  find: FindTarget,
  fileOf: ReadonlyMap<string, string>,
  { scope, name }: { readonly scope: string; readonly name: string },
): ReturnType<RegisteringFile['imported']> {
  const bare = name.replace(/\(\)$/, '');
  const [first = '', ...rest] = bare.split('::');
  const use = index.scopes.get(scope)?.uses.find(({ alias }) => alias === first);
  const segments = use ? [...use.segments, ...rest] : [first, ...rest];
  const target = segments.length < 2 ? null : find(scope, segments.slice(0, -1));
  const path = target?.isWhole ? fileOf.get(target.module) : undefined;
  return path === undefined ? null : { path, name: `${segments.at(-1)!}${name.slice(bare.length)}` };
}
