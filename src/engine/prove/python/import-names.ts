import { absoluteModule } from '../../../languages/python/module-name.ts';
import type { PythonImport } from '../../../languages/python/read-imports.ts';
import type { PythonFile } from './read-file.ts';

/** The module that a `from` import of a file asks, by its absolute name. */
export const moduleOf = (file: Pick<PythonFile, 'name'>, item: PythonImport): string =>
  absoluteModule(item.level, item.module, file.name.package) ?? `?${item.module}`;

/** The name that an imported name is bound to. */
export const boundBy = ({ name, alias }: { readonly name: string; readonly alias: string | null }): string =>
  alias ?? name.split('.')[0]!;

/** Every module that an import of a file may run, by its absolute name: `from a import b` asks for `a`, and for `a.b` if that is one. */
export const modulesAsked = (file: Pick<PythonFile, 'name'>, item: PythonImport): string[] =>
  item.kind === 'import'
    ? item.names.map(({ name }) => name)
    : [moduleOf(file, item), ...item.names.map(({ name }) => [moduleOf(file, item), name].filter(Boolean).join('.'))];
