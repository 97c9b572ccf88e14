/** How a project writes the names of its files. Modules of Rust and Python are snake case; in JavaScript it is the neighbours' choice. */
export type Spelling = 'snake' | 'kebab' | 'camel';

/** A snake case name in another spelling: `sort_bushels`, `sort-bushels`, `sortBushels`. */
export function spellName(name: string, spelling: Spelling): string {
  if (spelling === 'snake') return name;
  if (spelling === 'kebab') return name.replaceAll('_', '-');
  return name.replace(/_+([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

/** The spelling of most of these stems that have more than one word; kebab where none has. */
export function spellingOf(stems: readonly string[]): Spelling {
  const count = (pattern: RegExp): number => stems.filter((stem) => pattern.test(stem)).length;
  const kebab = count(/^[a-z0-9]+(-[a-z0-9]+)+$/);
  const camel = count(/^[a-z][a-z0-9]*([A-Z][a-z0-9]*)+$/);
  const snake = count(/^[a-z0-9]+(_[a-z0-9]+)+$/);
  if (camel > kebab && camel >= snake) return 'camel';
  return snake > kebab ? 'snake' : 'kebab';
}
