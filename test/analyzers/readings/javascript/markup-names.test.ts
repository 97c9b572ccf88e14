import { expect, test } from 'vitest';
import { markupNames } from '../../../../analyzers/readings/javascript/markup-names.ts';
import { proveSyntax } from '../../../../src/engine/prove/javascript/prove-syntax.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const jsx = (options: object): Record<string, string> => ({
  'tsconfig.json': JSON.stringify({ compilerOptions: options }),
});

test.each<[Record<string, string>, string, string[]]>([
  [{}, '', ['React']],
  [jsx({ jsx: 'react-jsx' }), '', []],
  [jsx({ jsx: 'react-jsx' }), '/** @jsx h */\n', ['h', 'React']],
  [jsx({ jsx: 'react', jsxFactory: 'h', jsxFragmentFactory: 'dom.Fragment' }), '', ['h', 'dom', 'React']],
  [jsx({ jsx: 'react', reactNamespace: 'Own' }), '', ['Own', 'React']],
  [
    { 'vite.config.ts': "export default { esbuild: { jsxFactory: 'h', jsxFragment: 'F' } };\n" },
    '',
    ['h', 'F', 'React'],
  ],
  [{ 'package.json': '{"scripts": {"build": "esbuild --jsx-factory=m.h a.tsx"}}' }, '', ['m', 'React']],
  [{ '.babelrc': '{"plugins": [["@babel/transform-react-jsx", {"pragma": "own"}]]}' }, '', ['own', 'React']],
])('with %j, markup calls %j', (files, head, names) => {
  const view = memoryView({ 'src/a.tsx': `${head}export const a = <b />;\n`, ...files });
  expect(markupNames(view, 'src/a.tsx')).toEqual(names);
});

test('a part whose markup calls another factory is seen', () => {
  const head = "import { h } from './dom.js';\nimport { h as render } from './ssr.js';\n\n";
  const rest = 'export const other = () => [h, render];\n';
  const unit = 'export const page = () => <b>1</b>;\n';
  const settings = jsx({ jsx: 'react', jsxFactory: 'h' });
  const judged = (from: string): string[] =>
    proveSyntax(
      memoryView({ 'src/core.tsx': `${head}${unit}\n${rest}`, ...settings }),
      memoryView({
        'src/core.tsx': `${head}export { page } from './core/page.js';\n\n${rest}`,
        'src/core/page.tsx': `import { h } from '../${from}.js';\n\n${unit}`,
        ...settings,
      }),
      ['src/core.tsx', 'src/core/page.tsx'],
      null,
    ).map(({ verdict }) => verdict);
  expect(judged('dom')).toEqual(['proven', 'proven']);
  expect(judged('ssr')).toEqual(['failed', 'failed']);
});
