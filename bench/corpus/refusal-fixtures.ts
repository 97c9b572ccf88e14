import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './row.ts';

const FOLDERS: Readonly<Record<string, string>> = {
  cargo: 'rust',
  pypi: 'python',
  library: 'python',
  npm: 'javascript',
  repository: 'javascript',
};

/**
 * The smallest cases that show why a row was refused, from the project's root: for each hazard that the row names the first case folder
 * whose refusal names it too. A hazard without one is told as such: a refusal has to be shown.
 */
export function refusalFixtures({ ecosystem, verdict, why }: Row, project: string): string[] {
  if (verdict !== 'refused') return [];
  const cases = `codemods/${FOLDERS[ecosystem]}/split-module/cases`;
  const folder = join(project, cases);
  const refusals = readdirSync(folder)
    .sort()
    .map((name) => ({ name, file: join(folder, name, 'refusal.json') }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => ({ name, text: readFileSync(file, 'utf8') }));
  const hazards = new Set([...why.matchAll(/(?:^|; )([A-Z]\d+) line /g)].map((match) => match[1]!));
  return [...hazards].map((hazard) => {
    const found = refusals.find(({ text }) => text.includes(`"${hazard}"`));
    return found ? `${cases}/${found.name}` : `NO FIXTURE FOR ${hazard}`;
  });
}
