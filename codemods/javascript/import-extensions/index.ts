import type { SgNode } from '@ast-grep/napi';
import { type CodemodFile, defineFileCodemod, type ShippedCodemod } from '../../define-file-codemod.ts';
import { resolveRelative } from '../resolve-relative.ts';

/** `./a` becomes `./a.js`, and `./folder` `./folder/index.js`, as Node and `moduleResolution: nodenext` ask. */
export const importExtensions: ShippedCodemod = defineFileCodemod({
  id: 'javascript/import-extensions',
  title: "`from './a'` becomes `from './a.js'`, and `./folder` `./folder/index.js`",
  params: { style: '`js` (default): what the compiler writes; `ts`: the name of the source' },
  languages: ['typescript', 'tsx', 'javascript'],
  change: (file, params) => {
    const style = params.style ?? 'js';
    if (style !== 'js' && style !== 'ts') throw new Error('`style` is js or ts');
    for (const node of specifiersOf(file)) complete(file, node, style === 'ts');
  },
});

/** Strings in `import … from`, `export … from`, `import(…)` and `import x = require(…)`. */
const specifiersOf = (file: CodemodFile): SgNode[] =>
  file.findAll({
    rule: {
      kind: 'string',
      any: [
        { inside: { any: [{ kind: 'import_statement' }, { kind: 'export_statement' }], field: 'source' } },
        // Only the grammars of TypeScript have such a node.
        ...(file.language === 'javascript' ? [] : [{ inside: { kind: 'import_require_clause' } }]),
        {
          inside: {
            kind: 'arguments',
            inside: { kind: 'call_expression', has: { field: 'function', kind: 'import' } },
          },
          nthChild: 1,
        },
      ],
    },
  });

function complete(file: CodemodFile, node: SgNode, isSource: boolean): void {
  const specifier = node.text().slice(1, -1);
  if (!/^\.\.?(?:\/|$)/.test(specifier) || /[?#\\]/.test(specifier)) return;
  const found = resolveRelative(file, specifier);
  if (typeof found === 'string') {
    file.leave(node, found);
    return;
  }
  if (found.how === 'whole') return;
  const extension = /(?:\.d)?\.[^./]+$/.exec(found.path)![0];
  const written = isSource && extension !== '.d.ts' ? extension : compiled(extension);
  const stem = specifier.replace(/\/$/, '');
  const { start, end } = node.range();
  file.edit(start.index + 1, end.index - 1, `${stem}${found.how === 'folder' ? '/index' : ''}${written}`);
  file.count('specifiers completed');
}

const compiled = (extension: string): string => extension.replace(/^(?:\.d)?\.([mc]?)tsx?$/, '.$1js');
