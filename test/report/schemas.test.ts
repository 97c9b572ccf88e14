import { expect, test } from 'vitest';
import { z } from 'zod';
import { CONFIG_SCHEMA } from '../../src/config/schema.ts';
import { SCHEMAS } from '../../src/report/schemas.ts';
import { readSources } from '../helpers/read-imports.ts';

/** A stable name, and no address: nothing is fetched by it. */
const idOf = (name: string, version: number): string => `urn:omni-refactor:schema:${name}:${version}`;

/** The schemas that ship are printed from those that the reports are typed by; `UPDATE=1` writes them anew. */
test.each(Object.entries(SCHEMAS))('schemas/%s.schema.json says what the reporter writes', async (name, schema) => {
  const $id = idOf(name, schema.shape.schemaVersion.value);
  const json = { $id, title: `omni-refactor ${name}`, ...z.toJSONSchema(schema) };
  await expect(`${JSON.stringify(json, null, 2)}\n`).toMatchFileSnapshot(`../../schemas/${name}.schema.json`);
});

test('schemas/config.schema.json says what omni-refactor.toml may hold, for editors', async () => {
  const json = {
    $id: idOf('config', 1),
    title: 'omni-refactor.toml',
    ...z.toJSONSchema(CONFIG_SCHEMA, { io: 'input' }),
  };
  await expect(`${JSON.stringify(json, null, 2)}\n`).toMatchFileSnapshot('../../schemas/config.schema.json');
  expect(Object.keys(json.properties!)).toEqual(Object.keys(CONFIG_SCHEMA.shape));
});

test('every JSON of ours is typed by its schema: only the formats of others are printed as they come', () => {
  const printing = readSources().filter(({ text }) => /\bjsonText\(/.test(text));
  expect(printing.map(({ path }) => path)).toEqual([
    'src/report/findings/gitlab.ts',
    'src/report/findings/sarif.ts',
    'src/report/report-json.ts',
  ]);
});
