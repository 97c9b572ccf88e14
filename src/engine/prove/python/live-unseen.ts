import type { Defect } from './defect.ts';
import { liveTable } from './generated.ts';
import type { Statement } from './read-file.ts';
import type { SplitShape } from './split-shape.ts';

/**
 * Names that a facade only looks up in a part are not in its namespace: a star import reads that where no `__all__` tells the names, and so does
 * what asks for the namespace itself.
 * @param uncertain names that the module before binds on some paths only
 */
export function liveUnseen(shape: SplitShape, uncertain: ReadonlySet<string>): Defect[] {
  const { before, facade } = shape;
  const live = [...liveTable(shape).keys()];
  const keys = new Set(before.statements.map(({ key }) => key));
  const asked = facade.statements.flatMap((one) => (keys.has(one.key) ? askedNamespace(one) : []))[0];
  const namespaceReader =
    !uncertain.has('__all__') &&
    before.statements.some(({ binds }) => binds.includes('__all__')) &&
    !before.statements.some(({ deletes }) => deletes.includes('__all__'));
  return live.flatMap((name): Defect[] => [
    ...(namespaceReader || name.startsWith('_')
      ? []
      : [{ path: facade.path, why: `a star import does not import ${name}` }]),
    ...(asked === undefined ? [] : [{ path: facade.path, why: `${name} is not in the namespace that ${asked} reads` }]),
  ]);
}

const ASKS = /(?<![.\w])(globals|vars|locals|dir|exec|eval)\(\s*(?:\)|[^(),]+\))/g;

/** `globals()` anywhere, `exec(code)` and `eval(code)` without a namespace of their own, and `vars()`, `locals()`, `dir()` at the top level. */
function askedNamespace({ text, reads }: Statement): string[] {
  const later = /^(@|def |class |async def )/.test(text);
  // `__import__(name, globals(), locals())` looks for the package there only.
  const code = text.replace(/\b__import__\((?:[^()]|\(\))*\)/g, '');
  return [...code.matchAll(ASKS)]
    .filter(
      ([all, word]) =>
        reads.some(({ name }) => name === word) &&
        (/^(exec|eval)$/.test(word!) ? !/\(\s*\)$/.test(all) : /\(\s*\)$/.test(all)) &&
        !(later && /^(vars|locals|dir)$/.test(word!)),
    )
    .map(([, word]) => `${word}()`);
}
