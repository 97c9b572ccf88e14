import { dirname } from 'node:path/posix';
import type { SgNode } from '@ast-grep/napi';
import { type CodemodFile, defineFileCodemod, type ShippedCodemod } from '../../define-file-codemod.ts';
import { resolveRelative } from '../resolve-relative.ts';
import { type FindOrigin, originsFor } from './find-origin.ts';
import { shapeOf } from './module-shape.ts';
import { printImports } from './print-imports.ts';
import { readClause } from './read-clause.ts';

/** `import { a } from './lib'`, where `lib/index.ts` only re-exports, becomes an import of the module that has `a`. */
export const noBarrels: ShippedCodemod = defineFileCodemod({
  id: 'javascript/no-barrels',
  title: 'an import from a file that only re-exports becomes an import of the module that has the name',
  params: {
    effects:
      '`none`: loading a module does nothing but define names; else package.json has to say it by "sideEffects": false',
  },
  languages: ['typescript', 'tsx', 'javascript'],
  change: (file, params) => {
    const findOrigin = originsFor(file);
    for (const node of file.findAll({ rule: { kind: 'import_statement' } })) {
      const specifier = node.field('source')?.text().slice(1, -1) ?? '';
      if (!/^\.\.?(?:\/|$)/.test(specifier)) continue;
      const barrel = resolveRelative(file, specifier);
      if (typeof barrel === 'string' || barrel.path === file.path || !shapeOf(file, barrel.path)?.isBarrel) continue;
      const why = rewrite(file, node, {
        specifier,
        barrel: barrel.path,
        isFree: params.effects === 'none',
        findOrigin,
      });
      if (why !== null) file.leave(node, why);
      else file.count('imports led past a barrel');
    }
  },
});

interface Asked {
  readonly specifier: string;
  readonly barrel: string;
  readonly isFree: boolean;
  readonly findOrigin: FindOrigin;
}

function rewrite(file: CodemodFile, node: SgNode, { specifier, barrel, isFree, findOrigin }: Asked): string | null {
  const clause = readClause(node);
  if (typeof clause === 'string') return clause;
  const isTypes = clause.isTypeOnly || clause.names.every(({ isType }) => isType);
  if (!isTypes && !isFree && !declaresNoEffects(file, barrel))
    return 'the other modules behind it would not be loaded, and package.json does not say "sideEffects": false (--param effects=none says it)';
  if (new RegExp(`mock\\w*\\(\\s*['"\`]${specifier.replace(/[.*+?^${}()|[\\]\\\\]/g, '\\$&')}['"\`]`).test(file.text))
    return 'the barrel is mocked by its name';
  const origins = clause.names.map((name) => ({ ...name, origin: findOrigin(barrel, name.name) }));
  const lost = origins.find(({ origin }) => origin === null);
  if (lost !== undefined) return `where ${lost.name} comes from is not certain`;
  if (origins.some(({ origin }) => origin!.path === file.path)) return 'a name comes from this file itself';
  const text = printImports({
    from: file.path,
    specifier,
    quote: node.field('source')!.text()[0]!,
    end: node.text().endsWith(';') ? ';' : '',
    isTypeOnly: clause.isTypeOnly,
    names: origins.map(({ local, isType, origin }) => ({ local, isType, origin: origin! })),
  });
  file.replace(node, text);
  return null;
}

/** What the nearest package.json says of all its modules. */
function declaresNoEffects(file: CodemodFile, path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const text = file.read(folder === '.' ? 'package.json' : `${folder}/package.json`);
    if (text !== null) return /"sideEffects"\s*:\s*false\b/.test(text);
    if (folder === '.') return false;
  }
}
