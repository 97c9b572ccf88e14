import { expect, test } from 'vitest';
import { proveSyntax } from '../../../../src/engine/prove/javascript/prove-syntax.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const MOVED = 'export interface Options {\n  size: number;\n}\n\nexport function alpha(): number {\n  return 1;\n}\n';
const REST = '\nexport function beta(): number {\n  return 2;\n}\n';

/** What S says of a facade: proven, less, or failed. */
function said(facade: string, others: Readonly<Record<string, string>> = {}): string {
  const before = memoryView({ 'src/core.ts': `${MOVED}${REST}`, ...others });
  const after = memoryView({ 'src/core.ts': `${facade}${REST}`, 'src/core/alpha.ts': MOVED, ...others });
  const proofs = proveSyntax(before, after, ['src/core.ts', 'src/core/alpha.ts'], null);
  if (proofs.some(({ verdict }) => verdict === 'failed')) return 'failed';
  return proofs.some(({ weakened }) => weakened?.includes('J93')) ? 'less' : 'proven';
}

const PLAIN = "export { Options, alpha } from './core/alpha.js';\n";
const TSX = { 'package.json': '{"scripts": {"start": "tsx src/main.ts"}}' };
const TSC = { 'package.json': '{"scripts": {"build": "tsc"}}' };

test.each<[string, Record<string, string>, string]>([
  [PLAIN, TSC, 'less'],
  [PLAIN, TSX, 'failed'],
  [PLAIN, { 'package.json': '{"devDependencies": {"vitest": "3.0.0"}}' }, 'failed'],
  [PLAIN, { 'vite.config.ts': 'export default {};\n' }, 'failed'],
  ["import { Options, alpha } from './core/alpha.js';\nexport { Options, alpha };\n", TSX, 'failed'],
  ["export { type Options, alpha } from './core/alpha.js';\n", TSX, 'proven'],
  ["export type { Options } from './core/alpha.js';\nexport { alpha } from './core/alpha.js';\n", TSX, 'proven'],
  [
    "import type { Options } from './core/alpha.js';\nexport { alpha } from './core/alpha.js';\nexport type { Options };\n",
    TSX,
    'proven',
  ],
])('%s with %j: %s', (facade, others, verdict) => {
  expect(said(facade, others)).toBe(verdict);
});
