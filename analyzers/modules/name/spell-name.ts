/** How a project writes the names of its files. Modules of Rust and Python are snake case; in JavaScript it is the neighbours' choice. */
export type Spelling = 'snake' | 'kebab' | 'camel';

/** A snake case name in another spelling: `sort_bushels`, `sort-bushels`, `sortBushels`. */
export function spellName(name: string, spelling: Spelling): string {
  if (spelling === 'snake') return name;
  if (spelling === 'kebab') return name.replaceAll('_', '-');
  return name.replace(/_+([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

/**
 * The spelling of most stems that have more than one word, in the nearest folder that has such; kebab where none has. `TextRenderer` and
 * `textRenderer` both join words without a sign.
 * @param folders stems of the file's own folder, then of each folder above with all below it
 */
export function spellingOf(folders: readonly (readonly string[])[]): Spelling {
  for (const stems of folders) {
    const count = (pattern: RegExp): number => stems.filter((stem) => pattern.test(stem)).length;
    const kebab = count(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    const camel = count(/^[A-Za-z][a-z0-9]*([A-Z][a-z0-9]*)+$/);
    const snake = count(/^[a-z0-9]+(_[a-z0-9]+)+$/);
    if (kebab + camel + snake === 0) continue;
    if (camel > kebab && camel >= snake) return 'camel';
    return snake > kebab ? 'snake' : 'kebab';
  }
  return 'kebab';
}
