import { defineFileCodemod, type ShippedCodemod } from '../../define-file-codemod.ts';
import { placeOf } from '../package-of.ts';

/** `from ..a import b` in a package becomes `from package.a import b`. */
export const absoluteImports: ShippedCodemod = defineFileCodemod({
  id: 'python/absolute-imports',
  title: '`from ..a import b` becomes `from package.a import b`',
  params: { dots: 'only imports with at least so many dots (default 1)' },
  languages: ['python'],
  change: (file, params) => {
    const least = Number(params.dots ?? 1);
    if (!Number.isInteger(least) || least < 1) throw new Error('`dots` is a whole number from 1');
    const imports = file.findAll({ rule: { kind: 'relative_import' } });
    if (imports.length === 0) return;
    const { packages } = placeOf(file);
    for (const node of imports) {
      const [, dots, rest] = /^(\.+)(.*)$/s.exec(node.text().replace(/\s+/g, ''))!;
      if (dots!.length < least) continue;
      const around = packages.slice(0, packages.length - dots!.length + 1);
      if (dots!.length > packages.length) {
        file.leave(node, 'it leads out of the outermost package');
        continue;
      }
      const { start, end } = node.range();
      file.edit(start.index, end.index, [...around, ...(rest === '' ? [] : [rest!])].join('.'));
      file.count('imports made absolute');
    }
  },
});
