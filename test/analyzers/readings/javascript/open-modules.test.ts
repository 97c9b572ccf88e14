import { expect, test } from 'vitest';
import { openModules } from '../../../../analyzers/readings/javascript/open-modules.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const COUNT = 14;

/** Modules of which each gives all that the others give, by stars and as namespaces. */
const BARRELS = Object.fromEntries(
  Array.from({ length: COUNT }, (_, own) => {
    const others = Array.from({ length: COUNT }, (__, other) => other).filter((other) => other !== own);
    const lines = others.map(
      (other) => `export * from './m${other}.js';\nexport * as all${own}of${other} from './m${other}.js';\n`,
    );
    return [`src/m${own}.ts`, `export const value${own} = ${own};\n${lines.join('')}`];
  }),
);

test('names are found through barrels that give one another, each asked once', () => {
  const modules = openModules(memoryView({ ...BARRELS, 'src/use.ts': "import * as all from './m0.js';\nall;\n" }));
  const follow = (name: string) => modules.follow('src/use.ts', { from: './m0.js', name });
  expect(follow('*')).toBe(null);
  expect(follow('value9')).toEqual([{ path: 'src/m9.ts', unit: 0 }]);
  expect(follow('value0')).toEqual([{ path: 'src/m0.ts', unit: 0 }]);
  expect(follow('nothing')).toBe(null);
});

test('what a cycle cut off is found when it is asked for by itself', () => {
  const modules = openModules(
    memoryView({
      'src/a.ts': "export * from './b.js';\nexport * from './c.js';\n",
      'src/b.ts': "export * from './a.js';\n",
      'src/c.ts': 'export const value = 1;\n',
    }),
  );
  for (const from of ['./a.js', './b.js'])
    expect(modules.follow('src/use.ts', { from, name: 'value' })).toEqual([{ path: 'src/c.ts', unit: 0 }]);
});
