import { expect, test } from 'vitest';
import { z } from 'zod';
import { CONFIG_SCHEMA } from '../../src/config/schema.ts';
import { SCHEMAS } from '../../src/report/schemas.ts';

/** The schemas that ship are printed from those that the tests hold the reports to; `vitest -u` writes them anew. */
test.each(Object.entries(SCHEMAS))('schemas/%s.schema.json says what the reporter writes', async (name, schema) => {
  const json = { title: `omni-refactor ${name}`, ...z.toJSONSchema(schema) };
  await expect(`${JSON.stringify(json, null, 2)}\n`).toMatchFileSnapshot(`../../schemas/${name}.schema.json`);
});

test('schemas/config.schema.json says what omni-refactor.toml may hold, for editors', async () => {
  const json = { title: 'omni-refactor.toml', ...z.toJSONSchema(CONFIG_SCHEMA, { io: 'input' }) };
  await expect(`${JSON.stringify(json, null, 2)}\n`).toMatchFileSnapshot('../../schemas/config.schema.json');
  expect(Object.keys(json.properties!)).toEqual(Object.keys(CONFIG_SCHEMA.shape));
});
