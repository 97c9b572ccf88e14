import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOf } from '../../core/hash.ts';

const require = createRequire(import.meta.url);
const GRAMMARS = ['tree-sitter', 'tree-sitter-rust', 'tree-sitter-python', 'tree-sitter-typescript'];
const CODE = ['../../languages', '../../core', '../../../analyzers'];

let known: string | null = null;

/**
 * What facts depend on besides the text: the grammars' versions and the code of this tool that reads syntax. It is taken from the files
 * themselves, so a forgotten version number cannot bring back the facts of an older tool.
 */
export function extractorFingerprint(): string {
  known ??= hashOf([...GRAMMARS.map(versionOf), ...CODE.map(hashFolder)].join('\n')).slice(0, 16);
  return known;
}

const versionOf = (name: string): string =>
  `${name}@${(require(`${name}/package.json`) as { version: string }).version}`;

function hashFolder(relative: string): string {
  const folder = fileURLToPath(new URL(`${relative}/`, import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.d)\.[jt]s$/.test(file),
  );
  return files
    .sort()
    .map((file) => `${file} ${hashOf(readFileSync(join(folder, file)))}`)
    .join('\n');
}
