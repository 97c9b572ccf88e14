import { spawnSync } from 'node:child_process';

export interface ParsedItem {
  /** rustc's own word: `Fn`, `MacCall`, `ForeignMod`. */
  readonly kind: string;
  /** `line:column: line:column`, columns in characters from 1. */
  readonly span: string;
}

/** The top-level items of a file as rustc's parser sees them, before any macro is expanded; null if rustc cannot parse it. */
export function rustcItems(file: string, edition: string): ParsedItem[] | null {
  const args = ['-Zunpretty=ast-tree', '--edition', edition, '--crate-type', 'lib', file];
  const run = spawnSync('rustc', args, {
    env: { ...process.env, RUSTC_BOOTSTRAP: '1' },
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (run.error) throw run.error;
  if (run.status !== 0) return null;
  // The tree is printed with four spaces a level: items stand at eight, their fields at twelve.
  const items: ParsedItem[] = [];
  let span: string | null = null;
  let inItems = false;
  for (const line of run.stdout.split('\n')) {
    if (/^ {4}\S/.test(line)) inItems = line === '    items: [';
    if (!inItems) continue;
    const at = /^ {12}span: .*?:(\d+:\d+: \d+:\d+) \(#\d+\),$/.exec(line);
    if (at) span = at[1]!;
    const kind = /^ {12}kind: (\w+)/.exec(line);
    if (kind && span !== null) items.push({ kind: kind[1]!, span });
  }
  return items;
}
