import { expect, test } from 'vitest';
import { KEY_TEXTS } from '../../src/config/key-texts.ts';
import { configKeys, configPage } from '../../src/report/explain-id/config-page.ts';

test('every key of the configuration is explained, and nothing else', () => {
  expect(Object.keys(KEY_TEXTS).sort()).toEqual(
    configKeys()
      .map(({ path }) => path)
      .sort(),
  );
});

test('docs/configuration.md is printed from the schema (UPDATE=1 writes it)', async () => {
  await expect(configPage()).toMatchFileSnapshot('../../docs/configuration.md');
});
