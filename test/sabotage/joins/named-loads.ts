import type { Sabotage } from './sabotages.ts';

const row = (what: string, put: string): Sabotage => ({ of: 'javascript/functions', path: 'src/load.ts', what, put });

/** Loads by a name, where the name is, or may be, the part that is gone. */
export const NAMED_LOADS: readonly Sabotage[] = [
  row('a constant names the part', "const part = './text/cases';\nexport const load = () => import(part);\n"),
  row('a variable is no constant', "let part = 'fs:x';\nexport const load = () => import(part);\n"),
  row(
    'a parameter hides a constant',
    "const part = 'fs:x';\nexport const load = (part: string) => import(part);\nload(part);\n",
  ),
];
