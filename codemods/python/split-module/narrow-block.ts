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
  const { syntax } = source;
  const block = childrenOf(syntax, 0).find((node) => syntax.start[node] === unit.body.start);
  if (block === undefined || childrenOf(syntax, block).some((node) => BRANCH.test(kindOf(syntax, node)))) return null;
  const all = checkedStatements(syntax, block).map(({ node, isImport }) => checkedOf(source, node, isImport));
  if (all.some(({ names }) => names.length === 0)) return null;
  const wanted = wantedOf(source, all, needed);
  return all.map((one) => ({ ...one, names: one.names.filter((name) => wanted.has(name)) }));
}

const BRANCH = /^(elif|else)_clause$/;

function checkedOf(source: Source, node: Node, isImport: boolean): Checked {
  const [start, end] = [source.syntax.start[node]!, source.syntax.end[node]!];
  if (!isImport) return { start, end, imports: [], names: namesOf(source, node) };
  const imports = source.imports.filter((item) => start <= item.start && item.end <= end);
  return { start, end, imports, names: boundBy(imports) };
}

/** What is needed, and what a statement that is needed reads: by its words, which are hardly more. */
function wantedOf({ text }: Source, all: readonly Checked[], needed: ReadonlySet<string>): ReadonlySet<string> {
  const wanted = new Set(needed);
  for (let size = -1; size !== wanted.size; ) {
    size = wanted.size;
    const kept = all.filter(({ imports, names }) => imports.length === 0 && names.some((name) => wanted.has(name)));
    for (const word of kept.flatMap(({ start, end }) => wordsIn(text.slice(start, end)))) wanted.add(word);
  }
  return wanted;
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
