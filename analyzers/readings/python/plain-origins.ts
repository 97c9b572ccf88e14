import { absoluteModule, type ModuleName } from '../../../src/languages/python/module-name.ts';
import { classesOf, plainClasses } from '../../../src/languages/python/posted-names.ts';
import type { View } from '../../../src/workspace/view.ts';
import { moduleFile } from './module-file.ts';

/**
 * Whether Python alone makes what derives from a class of the workspace, by what the class itself derives from there. What is not found is
 * not plain.
 */
export function plainOrigins(view: View, { package: home }: ModuleName): (origin: string) => boolean {
  const known = new Map<string, boolean>();
  const isPlain = (origin: string, from: string): boolean => {
    const [, dots, rest] = /^(\.*)(.*)$/.exec(origin)!;
    const whole = dots === '' ? rest! : absoluteModule(dots!.length, rest!, from);
    if (whole === null) return false;
    const answer = known.get(whole);
    if (answer !== undefined) return answer;
    // A cycle adds nothing to what its other classes derive from.
    known.set(whole, true);
    const plain = isPlainClass(whole);
    known.set(whole, plain);
    return plain;
  };
  const isPlainClass = (whole: string): boolean => {
    const cut = whole.lastIndexOf('.');
    const file = moduleFile(view, whole.slice(0, Math.max(0, cut)));
    if (file === null) return false;
    const syntax = view.syntax(file.path);
    const definition = classesOf(syntax).get(whole.slice(cut + 1));
    return definition !== undefined && plainClasses(syntax, (next) => isPlain(next, file.name.package))(definition);
  };
  return (origin) => isPlain(origin, home);
}
