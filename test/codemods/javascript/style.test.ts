import { expect, test } from 'vitest';
import { javascriptSplitModule } from '../../../codemods/javascript/split-module/index.ts';
import type { Files } from '../../helpers/javascript-project.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import { planOf } from './read-cases.ts';

const NAMES = ['measureTheFirstThing', 'measureTheSecondThing', 'measureTheThirdThing'];
const LONG = 'aNameThatIsSoLongThatNoLineOfEightyColumnsHoldsIt12345';

/** The first lines of the barrel that a file without imports becomes. */
function barrel(files: Files, names: readonly string[] = NAMES, from = 'src/m.ts'): string {
  const text = names.map((name) => `export const ${name} = () => 1\n`).join('\n');
  const all = { [from]: text, ...files };
  const plan = planOf(from, text, { parts: names.map((name) => `const ${name}`) });
  const result = javascriptSplitModule.run(memoryView(all), { path: from, plan, notes: false });
  if (result.status === 'refused') throw new Error(JSON.stringify(result.refusals));
  return memoryView(all).overlay(result.changeSet).text(from);
}

const BROKEN = `export {\n  ${NAMES.join(',\n  ')},\n} from './m/parts'\n`;
const WHOLE = `export { ${NAMES.join(', ')} } from './m/parts'\n`;

test.each<[string, Files, string]>([
  ['nothing', {}, BROKEN],
  ['.prettierrc in YAML', { '.prettierrc': '# x\nprintWidth: 120\n' }, WHOLE],
  [
    '.prettierrc in JSON, nearer than another',
    { 'src/.prettierrc': '{"printWidth": 120}', '.prettierrc': '{"printWidth": 20}' },
    WHOLE,
  ],
  ['package.json', { 'package.json': '{"prettier": {"printWidth": 100}}' }, WHOLE],
  ['overrides', { '.prettierrc': '{"overrides": [{"files": "*.ts", "options": {"printWidth": 100}}]}' }, WHOLE],
  [
    'no spaces, no comma behind the last',
    { '.prettierrc': '{"bracketSpacing": false, "trailingComma": "none", "printWidth": 60}' },
    BROKEN.replace(',\n}', '\n}'),
  ],
  [
    'no spaces',
    { '.prettierrc': '{"bracketSpacing": false, "printWidth": 100}' },
    WHOLE.replace('{ ', '{').replace(' }', '}'),
  ],
  ['quotes', { '.prettierrc': '{"singleQuote": false, "printWidth": 100}' }, WHOLE.replaceAll("'", '"')],
  ['biome', { 'biome.jsonc': '{ // x\n "formatter": {"lineWidth": 110} }' }, WHOLE],
  ['biome with its own defaults', { 'biome.json': '{}' }, BROKEN.replaceAll('\n  ', '\n\t')],
  ['.editorconfig', { '.editorconfig': 'root = true\n[*.{js,ts}]\nmax_line_length = 100\nindent_size = 4\n' }, WHOLE],
  [
    '.editorconfig of a folder',
    { 'src/.editorconfig': '[*]\nindent_size = 4\n', '.editorconfig': '[*]\nindent_size = 3\n' },
    BROKEN.replaceAll('\n  ', '\n    '),
  ],
  ['a configuration that is a program', { 'prettier.config.js': 'export default { printWidth: 120 };\n' }, BROKEN],
  ['one that cannot be read', { '.prettierrc': '{"printWidth": ' }, BROKEN],
])('%s', (_title, files, expected) => {
  expect(barrel(files)).toBe(expected);
});

test('a single name stays on its line', () => {
  expect(barrel({}, [LONG, 'x'])).toContain('export {\n');
  expect(barrel({}, [LONG])).toBe(`export { ${LONG} } from './m/parts'\n`);
});
