import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../grammars');

const sha256 = (name: string): string =>
  createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex');

test('the parsers that ship are those whose hashes `npm run grammars -- --check` compares', () => {
  const shipped = readdirSync(folder).filter((name) => name.endsWith('.wasm'));
  const hashes: unknown = JSON.parse(readFileSync(join(folder, 'hashes.json'), 'utf8'));
  expect(Object.fromEntries(shipped.map((name) => [name.replace('.wasm', ''), sha256(name)]))).toEqual(hashes);
});
