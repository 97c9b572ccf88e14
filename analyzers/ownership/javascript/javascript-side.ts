import { languageOf } from '../../../src/languages/language.ts';
import type { View } from '../../../src/workspace/view.ts';
import { isFixture } from '../../gate/is-fixture.ts';
import { type RegisteringFiles, registeringFiles } from '../registering-file.ts';
import type { FileRegistrations } from '../registrations.ts';
import { javascriptModule } from './javascript-module.ts';
import { javascriptRegistrations } from './javascript-registrations-fact.ts';

/** The JavaScript and TypeScript files that register anything. */
export function javascriptSide(view: View): RegisteringFiles {
  const candidates = view.files
    .filter(
      ({ path, grammar, state }) =>
        state === 'text' && grammar !== null && languageOf(grammar) === 'javascript' && !isFixture(path),
    )
    .map(({ path }) => ({
      path,
      module: path,
      typeAt: null,
      imported: (name: string, facts: FileRegistrations) => javascriptModule(view, path, facts, name),
    }));
  return registeringFiles(view, candidates, javascriptRegistrations);
}
