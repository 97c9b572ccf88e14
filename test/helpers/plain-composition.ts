import type { Composition, Module } from '../../analyzers/composition/composition.ts';
import { by } from '../../src/core/compare.ts';
import { grammarOf, languageOf } from '../../src/languages/language.ts';
import type { View } from '../../src/workspace/view.ts';

/** Each source file is a module of its own name, but for `fragments`: host -> the files that it splices. */
export function plainComposition(view: View, fragments: Readonly<Record<string, readonly string[]>> = {}): Composition {
  const spliced = new Set(Object.values(fragments).flat());
  const modules = view.files.flatMap(({ path, grammar }): Module[] =>
    grammar === null || spliced.has(path)
      ? []
      : [
          {
            id: path.replace(/\.\w+$/, ''),
            language: languageOf(grammarOf(path)!),
            file: path,
            fragments: fragments[path] ?? [],
          },
        ],
  );
  const moduleOf = new Map(
    modules.flatMap(({ id, file, fragments }) => [file, ...fragments].map((path) => [path, id])),
  );
  return { modules: modules.sort(by(({ id }) => id)), moduleOf, splices: [], shared: [] };
}
