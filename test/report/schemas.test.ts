import { expect, test } from 'vitest';
import { z } from 'zod';
import { SCHEMAS } from '../../src/report/schemas.ts';

/** The schemas that ship are printed from those that the tests hold the reports to; `vitest -u` writes them anew. */
test.each(Object.entries(SCHEMAS))('schemas/%s.schema.json says what the reporter writes', async (name, schema) => {
  const json = { title: `omni-refactor ${name}`, ...z.toJSONSchema(schema) };
  await expect(`${JSON.stringify(json, null, 2)}\n`).toMatchFileSnapshot(`../../schemas/${name}.schema.json`);
});
