import type { ApartRow } from './rows.ts';

/** What S says of a part that lies in a new folder below the module's own, where other files load what they find. */
export interface LoaderRow {
  readonly name: string;
  readonly says: 'failed' | 'less' | 'proven';
  readonly before: ApartRow['before'];
  readonly after: ApartRow['after'];
}

const split = (name: string, says: LoaderRow['says'], others: ApartRow['before']): LoaderRow => ({
  name,
  says,
  before: {
    'src/mods/core.ts':
      'export function alpha(): number {\n  return 1;\n}\n\nexport function beta(): number {\n  return 2;\n}\n',
    ...others,
  },
  after: {
    'src/mods/core.ts':
      "export { alpha } from './core/alpha.js';\n\nexport function beta(): number {\n  return 2;\n}\n",
    'src/mods/core/alpha.ts': 'export function alpha(): number {\n  return 1;\n}\n',
  },
});

const loader = (text: string): ApartRow['before'] => ({ 'src/load.ts': text });
const LIST = "import { readdirSync } from 'node:fs';\n";
const WALK = `${LIST}export const walk = (d) => readdirSync(d, { recursive: true });\n`;
const LOAD = 'for (const one of found) await import(one);\n';

export const LOADERS: readonly LoaderRow[] = [
  split(
    'vite, by a pattern of all folders',
    'failed',
    loader("export const all = import.meta.glob('./mods/**/*.ts');\n"),
  ),
  split('vite, by a list of patterns', 'failed', loader("import.meta.glob(['./other/*.ts', '/src/mods/*/*.ts']);\n")),
  split('vite, of one folder alone', 'proven', loader("export const all = import.meta.glob('./mods/*.ts');\n")),
  split('vite, but for parts', 'proven', loader("import.meta.glob(['./mods/**/*.ts', '!./mods/*/*.ts']);\n")),
  split('webpack, with folders below', 'failed', loader("require.context('./mods', true, /\\.ts$/);\n")),
  split('webpack, as it does by itself', 'failed', loader("require.context('./mods');\n")),
  split('webpack, without folders below', 'proven', loader("require.context('./mods', false, /\\.ts$/);\n")),
  split('webpack, by other names', 'proven', loader("require.context('./mods', true, /\\.story\\.ts$/);\n")),
  split('a walk', 'less', loader(`${WALK}const found = walk('mods');\n${LOAD}`)),
  split('a walk of a folder that a setting names', 'less', {
    ...loader(`${WALK}const found = walk(settings.plugins);\n${LOAD}`),
    'app.json': '{ "plugins": "src/mods" }\n',
  }),
  split('a walk in a file that the loader asks', 'less', {
    'src/walk.ts': WALK,
    ...loader(`import { walk } from './walk.js';\nconst found = walk('src/mods');\n${LOAD}`),
  }),
  split('a walk that loads nothing', 'proven', loader(`${WALK}console.log(walk('mods'));\n`)),
  split('a walk of another folder', 'proven', loader(`${WALK}const found = walk('others');\n${LOAD}`)),
  split(
    'a list of the folder above, all of it',
    'less',
    loader(`${LIST}const found = readdirSync('src/mods');\n${LOAD}`),
  ),
  split(
    'a list of the folder above, files alone',
    'proven',
    loader(`${LIST}const found = readdirSync('src/mods').filter((one) => one.endsWith('.ts'));\n${LOAD}`),
  ),
  {
    name: 'a list of another folder, beside a word like that of the parts',
    says: 'proven',
    before: {
      ...loader(`${LIST}const found = readdirSync('others').filter((one) => one.endsWith('core'));\n${LOAD}`),
      'src/mods/core.ts':
        'export const alpha = (): number => 1;\n\nexport const gamma = (): number => 3;\n\nexport const beta = (): number => 2;\n',
    },
    after: {
      'src/mods/core.ts':
        "export { alpha } from './core/alpha.js';\nexport { gamma } from './core/gamma.js';\n\nexport const beta = (): number => 2;\n",
      'src/mods/core/alpha.ts': 'export const alpha = (): number => 1;\n',
      'src/mods/core/gamma.ts': 'export const gamma = (): number => 3;\n',
    },
  },
];
