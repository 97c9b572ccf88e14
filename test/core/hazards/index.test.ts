import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { byText } from '../../../src/core/compare.ts';
import { HAZARDS } from '../../../src/core/hazards/index.ts';
import { PROJECT } from '../../helpers/read-imports.ts';

const FOLDER = join(PROJECT, 'src/core/hazards');
/** The order of docs and help: as a reader meets them. */
const LISTED = ['R', 'H', 'J', 'P', 'N'];

interface Entry {
  readonly id: string;
  readonly from: string;
}

const entries: readonly Entry[] = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(join(FOLDER, name)).map((file) => ({ id: file.slice(0, -3).toUpperCase(), from: `./${name}/${file}` })),
  );

const byPlace = (a: Entry, b: Entry): number =>
  LISTED.indexOf(a.id[0]!) - LISTED.indexOf(b.id[0]!) || Number(a.id.slice(1)) - Number(b.id.slice(1));

test('the index lists each file of a hazard: adding one is adding one file (UPDATE=1 writes the index)', async () => {
  const index = readFileSync(join(FOLDER, 'index.ts'), 'utf8');
  const imports = [...entries]
    .sort((a, b) => byText(folderOf(a), folderOf(b)) || byText(a.id[0]!, b.id[0]!) || byPlace(a, b))
    .map(({ id, from }) => `import { ${id} } from '${from}';\n`);
  const listed = [...entries].sort(byPlace).map(({ id }) => `  ${id},\n`);
  const doc = index.slice(
    index.lastIndexOf('/**', index.indexOf('export const HAZARDS')),
    index.indexOf('export const HAZARDS'),
  );
  const rest = index.slice(index.indexOf('] as const;'));
  const printed = `import type { Hazard } from './hazard.ts';\n${imports.join('')}\n${doc}export const HAZARDS = [\n${listed.join('')}${rest}`;
  await expect(printed).toMatchFileSnapshot('../../../src/core/hazards/index.ts');
});

const folderOf = ({ from }: Entry): string => from.split('/')[1]!;

// A run that writes the index has loaded the one before.
test.skipIf(process.env.UPDATE === '1')('each file holds the hazard of its name', () => {
  expect(new Set(HAZARDS.map(({ id }) => id))).toEqual(new Set(entries.map(({ id }) => id)));
});
