import type { ShippedCodemod } from './define-file-codemod.ts';
import { importExtensions } from './javascript/import-extensions/index.ts';
import { noBarrels } from './javascript/no-barrels/index.ts';
import { parameterProperties } from './javascript/parameter-properties/index.ts';
import { absoluteImports } from './python/absolute-imports/index.ts';
import { relativeImports } from './python/relative-imports/index.ts';
import { typeComments } from './python/type-comments/index.ts';
import { lazyLock } from './rust/lazy-lock/index.ts';
import { letElse } from './rust/let-else/index.ts';
import { mergeUses } from './rust/merge-uses/index.ts';
import { modFiles } from './rust/mod-files/index.ts';

/** The file codemods that `run` takes by their names, in the order that help lists them. */
export const SHIPPED: readonly ShippedCodemod[] = [
  letElse,
  lazyLock,
  mergeUses,
  modFiles,
  absoluteImports,
  relativeImports,
  typeComments,
  importExtensions,
  noBarrels,
  parameterProperties,
];
