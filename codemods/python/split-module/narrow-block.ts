import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { Unit } from '../../../src/core/unit.ts';
import type { PythonImport } from '../../../src/languages/python/read-imports.ts';
import { checkedStatements } from '../../../src/languages/python/type-checking-block.ts';
import { childrenOf, kindOf, type Node } from '../../../src/languages/syntax.ts';

/** A statement of an `if TYPE_CHECKING:`: the imports that it consists of, or none where it is something else. */
export interface Checked {
  readonly start: number;
  readonly end: number;
  readonly imports: readonly PythonImport[];
  /** Names that it binds, and that somebody needs; [] for one that nobody needs. */
  readonly names: readonly string[];
}

/**
 * What a part needs of an `if TYPE_CHECKING:`, in order: statements that bind a name it reads, or one that another of them reads. Null where the block has
 * another branch, or a statement that binds no name: it is copied as it stands.
 */
export function neededOf(source: Source, unit: Unit, needed: ReadonlySet<string>): readonly Checked[] | null {
  const { syntax, imports } = source;
  const block = childrenOf(syntax, 0).find((node) => syntax.start[node] === unit.body.start);
  if (
    block === undefined ||
    childrenOf(syntax, block).some((node) => /^(elif|else)_clause$/.test(kindOf(syntax, node)))
  )
    return null;
  const all = checkedStatements(syntax, block).map(({ node, isImport }) => ({
    start: syntax.start[node]!,
    end: syntax.end[node]!,
    imports: isImport
      ? imports.filter(({ start, end }) => syntax.start[node]! <= start && end <= syntax.end[node]!)
      : [],
    names: isImport ? [] : namesOf(source, node),
  }));
  if (all.some((one) => one.imports.length === 0 && one.names.length === 0)) return null;
  const wanted = new Set(needed);
  // A set that grows while it is walked: what is wanted reads more.
  for (let size = -1; size !== wanted.size; ) {
    size = wanted.size;
    for (const { start, end, names } of all)
      if (names.some((name) => wanted.has(name)))
        for (const word of wordsIn(source.text.slice(start, end))) wanted.add(word);
  }
  return all.map((one) => ({
    ...one,
    names: (one.imports.length > 0 ? boundBy(one.imports) : one.names).filter((name) => wanted.has(name)),
  }));
}

const wordsIn = (text: string): readonly string[] => text.match(/[A-Za-z_]\w*/g) ?? [];

const boundBy = (imports: readonly PythonImport[]): string[] =>
  imports.flatMap(({ names }) => names.map(({ name, alias }) => alias ?? name.split('.')[0]!));

/** A class, function, alias or assignment to one name; [] for all else. */
function namesOf({ syntax, text }: Source, node: Node): string[] {
  const name = /^(?:@[^\n]*\n\s*)*(?:(?:async\s+)?def|class|type)\s+(\w+)|^(\w+)\s*(?::[^=\n]+)?=(?!=)/.exec(
    text.slice(syntax.start[node]!, syntax.end[node]!),
  );
  return name ? [name[1] ?? name[2]!] : [];
}
