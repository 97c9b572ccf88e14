import { mayHoldGlue } from '../../../../../analyzers/readings/rust/glueing-texts.ts';
import { gluesIn, mayBeGlued } from '../../../../languages/rust/glued-names.ts';
import type { View } from '../../../../workspace/view.ts';
import { wordsOf } from '../../../../workspace/words-of.ts';

type MayBe = (name: string) => boolean;

/** What the files of a package may name by parts that macros glue there, in their own text or in that of a macro whose name they have. */
export function glueingFiles(view: View, files: readonly string[]): (path: string) => readonly MayBe[] {
  const glueing = files.filter((path) => mayHoldGlue(view, path) && gluesIn(view.syntax(path)).length > 0);
  if (glueing.length === 0) return () => [];
  const macros = new Set(glueing.flatMap((path) => macrosIn(view.text(path))));
  addCallers(macros, files, view);
  return (path) => {
    const words = wordsOf(view, path);
    const isCaller = [...macros].some((name) => words.has(name));
    return glueing
      .filter((one) => one === path || isCaller)
      .flatMap((one) => {
        const all = one === path ? words : new Set([...words, ...wordsOf(view, one)]);
        return gluesIn(view.syntax(one)).map(
          (glue): MayBe =>
            (name) =>
              mayBeGlued(glue, name, all),
        );
      });
  };
}

const DEFINITION = /\bmacro_rules!\s*(?:r#)?(\w+)/g;

const macrosIn = (text: string): string[] => [...text.matchAll(DEFINITION)].map(([, name]) => name!);

/** Macros of files that have the name of one that glues may call it. */
function addCallers(macros: Set<string>, files: readonly string[], view: View): void {
  const defining = files.filter((path) => view.text(path).includes('macro_rules!'));
  for (const name of macros)
    for (const path of defining)
      if (wordsOf(view, path).has(name)) for (const one of macrosIn(view.text(path))) macros.add(one);
}
