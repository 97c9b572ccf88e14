import { expect, test } from 'vitest';
import { partPath, partPlace } from '../../../../src/languages/javascript/part-place.ts';

test.each([
  ['m.ts', 'm/x.ts'],
  ['src/m.mts', 'src/m/x.mts'],
  ['src/index.ts', 'src/x.ts'],
  ['src/state.svelte.js', 'src/state/x.svelte.js'],
  ['src/user.dto.ts', 'src/user/x.dto.ts'],
  ['src/index.server.ts', 'src/x.server.ts'],
  ['test/m.test.ts', 'test/m.test/x.ts'],
  ['test/m.native.spec.tsx', 'test/m.native.spec/x.tsx'],
  ['vite.config.ts', 'vite.config/x.ts'],
  ['.eslintrc.js', '.eslintrc/x.js'],
])('a part of %s lies at %s', (path, part) => {
  expect(partPath(partPlace(path), 'x')).toBe(part);
});
