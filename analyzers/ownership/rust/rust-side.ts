import type { View } from '../../../src/workspace/view.ts';
import { rustModules } from '../../bridge/rust/rust-modules.ts';
import { composedOnce } from '../../composition/composed-once.ts';
import { rustNames, typesAt } from '../../contracts/rust/rust-names.ts';
import { isFixture } from '../../gate/is-fixture.ts';
import { type RegisteringFiles, registeringFiles } from '../registering-file.ts';
import { rustRegistrations } from './rust-registrations-fact.ts';

/** The Rust files that register anything. */
export function rustSide(view: View): RegisteringFiles {
  const candidates = rustModules(composedOnce(view))
    .filter(({ file }) => !isFixture(file))
    .map(({ id, file }) => ({
      path: file,
      module: `rs:${id}`,
      typeAt: (name: string) => typePlace(view, id, name),
      imported: () => null,
    }));
  return registeringFiles(view, candidates, rustRegistrations);
}

/** Where a type stands if that can be told, else `scope::Type`. */
function typePlace(view: View, scope: string, name: string): string {
  const [found] = typesAt(rustNames(view), scope, name.split('::'));
  return found ? `${found.path}:${found.line}` : `${scope}::${name}`;
}
