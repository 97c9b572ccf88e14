import { kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { moduleOf } from './module-paths.ts';

/** `declare module './m' { interface T … }`: what it declares merges with what `./m` itself declares, and with nothing that `./m` re-exports. */
export interface ModuleExtension {
  /** The file that it stands in, relative to the workspace. */
  readonly by: string;
  /** Words of its body: each may be a name that it extends, or one of the module's own that it uses. Null: the body cannot be read. */
  readonly words: ReadonlySet<string> | null;
}

const DECLARED = /\bdeclare\s+module\s*(['"])([^'"\n]*)\1/g;

/** Extensions of one of these modules in TypeScript files of the workspace. */
export function extensionsOf(view: View, paths: readonly string[]): ModuleExtension[] {
  const wanted = paths.filter((path) => !isDeclaredElsewhere(view, path));
  if (wanted.length === 0) return [];
  return view.files.flatMap(({ path: by, state, grammar }) => {
    if (state !== 'text' || !/^(typescript|tsx)$/.test(grammar ?? '')) return [];
    const text = view.text(by);
    if (!text.includes('declare')) return [];
    return [...text.matchAll(DECLARED)]
      .filter(([, , name]) => wanted.includes(moduleOf(view, by, name!)))
      .map(({ index }): ModuleExtension => ({ by, words: wordsAt(view.syntax(by), index) }));
  });
}

/** TypeScript takes `m.d.ts` for what `./m` declares, and does not look into `m.js` beside it. */
function isDeclaredElsewhere(view: View, path: string): boolean {
  const compiled = /^(.*)\.([mc]?)jsx?$/.exec(path);
  return compiled !== null && view.file(`${compiled[1]}.d.${compiled[2]}ts`) !== undefined;
}

function wordsAt(syntax: Syntax, offset: number): ReadonlySet<string> | null {
  if (syntax.errors.length > 0) return null;
  for (let node = 1; node < syntax.size; node++) {
    if (syntax.start[node] !== offset || kindOf(syntax, node) !== 'ambient_declaration') continue;
    const body = bodyOf(syntax, node);
    return body === null ? null : new Set(textOf(syntax, body).match(/[\p{L}\p{Nl}_$][\p{L}\p{N}_$\u200c\u200d]*/gu));
  }
  return null;
}

function bodyOf(syntax: Syntax, declaration: Node): Node | null {
  for (let node = declaration; node < syntax.after[declaration]!; node++)
    if (kindOf(syntax, node) === 'statement_block') return node;
  return null;
}
