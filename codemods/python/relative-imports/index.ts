import { join } from 'node:path/posix';
import type { SgNode } from '@ast-grep/napi';
import { type CodemodFile, defineFileCodemod, type ShippedCodemod } from '../../define-file-codemod.ts';
import { type Place, placeOf } from '../package-of.ts';

/** `from package.a import b` in that package becomes `from .a import b`. */
export const relativeImports: ShippedCodemod = defineFileCodemod({
  id: 'python/relative-imports',
  title: '`from package.a import b` inside the package becomes `from .a import b`',
  params: { dots: 'at most so many dots (default 2)' },
  languages: ['python'],
  change: (file, params) => {
    const most = Number(params.dots ?? 2);
    if (!Number.isInteger(most) || most < 1) throw new Error('`dots` is a whole number from 1');
    const imports = file.findAll({ rule: { kind: 'import_from_statement' } });
    if (imports.length === 0) return;
    const place = placeOf(file);
    const own = imports.filter((node) => isOwn(node, place));
    if (own.length > 0) requireModule(file);
    for (const node of own) rewrite(file, node, place, most);
    for (const node of file.findAll({ rule: { kind: 'import_statement' } }))
      if (new RegExp(`\\b${place.packages[0]}\\.\\w`).test(node.text()))
        file.leave(node, 'it binds the outermost package itself');
  },
});

const isOwn = (node: SgNode, { packages }: Place): boolean => {
  const name = node.field('module_name')!;
  return name.is('dotted_name') && name.text().split('.')[0] === packages[0];
};

/** A file that is run by its path has no package, and relative imports would fail there. */
function requireModule(file: CodemodFile): void {
  if (file.path.endsWith('/__main__.py') || /^if\s+__name__\s*==/m.test(file.text) || file.text.startsWith('#!'))
    file.refuse('it can be run by its path, where relative imports fail');
}

function rewrite(file: CodemodFile, node: SgNode, { base, packages }: Place, most: number): void {
  const name = node.field('module_name')!;
  const parts = name.text().split('.');
  let shared = 0;
  while (shared < parts.length && shared < packages.length && parts[shared] === packages[shared]) shared += 1;
  const dots = packages.length - shared + 1;
  if (dots > most) return;
  const target = join(base, ...parts);
  if (file.exists(target) === null && file.exists(`${target}.py`) === null) {
    file.leave(name, `no file of the workspace is ${name.text()}`);
    return;
  }
  const { start, end } = name.range();
  file.edit(start.index, end.index, `${'.'.repeat(dots)}${parts.slice(shared).join('.')}`);
  file.count('imports made relative');
}
