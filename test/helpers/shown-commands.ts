import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from './run-tool.ts';

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(PROJECT_ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

export interface Shown {
  readonly where: string;
  readonly command: string;
  readonly words: readonly string[];
}

/** Command lines that a page shows in blocks of code and between backquotes. */
function shownIn(page: string): Shown[] {
  const text = readFileSync(join(PROJECT_ROOT, page), 'utf8');
  return text.split('\n').flatMap((line, i): Shown[] =>
    [...line.matchAll(/(?<![\w./-])omni-refactor(?:@\S+)? ([a-z][a-z-]*)((?: [^\s`|>&;#()]+)*)/g)]
      .filter(({ index }) =>
        /^\s*(?:\$ |- run: |- )?(?:npx (?:--yes )?)?$|`$|[&|] $|npx (?:--yes )?$/.test(line.slice(0, index)),
      )
      .map(([, command, rest]) => ({
        where: `${page}:${i + 1}`,
        command: command!,
        words: rest!
          .trim()
          .split(/\s+/)
          .filter((word) => word !== ''),
      })),
  );
}

/** Every command line that the documentation shows. */
export const shownCommands = (): Shown[] => PAGES.flatMap(shownIn);
