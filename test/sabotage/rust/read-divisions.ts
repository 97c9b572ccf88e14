import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Division } from './static-sabotages.ts';

const FOLDER = join(import.meta.dirname, 'static');
const MANIFEST = '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n';

/**
 * Divisions that are written as texts: `# name`, `refused: PATH` or `refused: -`, then files behind lines of `== base PATH`, `== head PATH` or
 * `== both PATH`. The name of a text is the kind of what it holds.
 */
export const readDivisions = (): Division[] =>
  readdirSync(FOLDER)
    .sort()
    .flatMap((file) =>
      readFileSync(join(FOLDER, file), 'utf8')
        .split(/^(?=# [^\n]*\nrefused: )/m)
        .filter((part) => part.startsWith('# '))
        .map((part) => toDivision(file.replace(/\.txt$/, ''), part)),
    );

function toDivision(kind: string, part: string): Division {
  const [, name, fails] = /^# (.*)\nrefused: (.*)\n/.exec(part)!;
  const sides = {
    base: { 'Cargo.toml': MANIFEST } as Record<string, string>,
    head: { 'Cargo.toml': MANIFEST } as Record<string, string>,
  };
  for (const [, side, path, text] of part.matchAll(/^== (base|head|both) (.*)\n([\s\S]*?)(?=^== |(?![\s\S]))/gm))
    for (const one of ['base', 'head'] as const)
      if (side === one || side === 'both') sides[one][path!] = `${text!.replace(/\n+$/, '')}\n`;
  return { kind, name: name!, fails: fails === '-' ? null : fails!, ...sides };
}
