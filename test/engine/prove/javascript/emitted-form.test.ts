import { expect, it } from 'vitest';
import type { Rung } from '../../../../src/core/evidence.ts';
import { javascriptProver } from '../../../../src/engine/prove/javascript/javascript-prover.ts';
import { readManifests } from '../../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const ONE = 'export function one() {\n  return 1;\n}\n';
const CLASS = '@injected\nexport class One {}\n';

const DECORATED = 'import { column } from "orm";\n\nexport class Two {\n  @column()\n  one = "";\n}\n';

/** What S says of each file of a split, and the hazards that it leaves to M. */
async function said(
  options: Record<string, unknown>,
  type: string,
  item = ONE,
  rest = 'export function two() {}\n',
): Promise<string> {
  const name = item === ONE ? 'one' : 'One';
  const common = {
    'package.json': JSON.stringify({ name: 'demo', type }),
    'tsconfig.json': JSON.stringify({ compilerOptions: options }),
  };
  const head = item === ONE ? '' : 'import { injected } from "inject";\n\n';
  const before = memoryView({ ...common, 'src/core.ts': `${head}${item}\n${rest}` }, { readManifests });
  const facade = `export { ${name} } from "./one.js";\n\n${rest}`;
  const after = memoryView({ ...common, 'src/core.ts': facade, 'src/one.ts': `${head}${item}` }, { readManifests });
  const { proofs } = await javascriptProver.prove({
    before,
    after,
    changeSet: null,
    rungs: ['S'] satisfies Rung[],
    testCommand: null,
    stage: null,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  return [...new Set(proofs.flatMap(({ weakened }) => weakened?.match(/J\d+/g) ?? []))].join(' ');
}

it.each<[string, Record<string, unknown>, string, string, string]>([
  ['CommonJS', { module: 'commonjs' }, 'commonjs', ONE, 'J90'],
  ['what the package says', { module: 'nodenext' }, 'commonjs', ONE, 'J90'],
  ['what the package says of modules', { module: 'nodenext' }, 'module', ONE, ''],
  ['what a bundler gets', { module: 'esnext', moduleResolution: 'bundler' }, 'commonjs', ONE, ''],
  ['the older default', { target: 'es5' }, 'module', ONE, 'J90'],
  ['metadata', { module: 'esnext', emitDecoratorMetadata: true, experimentalDecorators: true }, 'module', CLASS, 'J91'],
  ['decorators alone', { module: 'esnext', experimentalDecorators: true }, 'module', CLASS, ''],
])('S says where the emitted form is left to M: %s', async (_, options, type, item, expected) => {
  expect(await said(options, type, item)).toBe(expected);
});

it('S says so where what a decorated class names has moved', async () => {
  const options = { module: 'esnext', emitDecoratorMetadata: true, experimentalDecorators: true };
  expect(await said(options, 'module', ONE, DECORATED)).toBe('J91');
});
