import type { Range } from '../../../src/core/range.ts';
import { readWithBabel } from '../../../src/languages/javascript/second-reader.ts';
import { grammarOf } from '../../../src/languages/language.ts';

/** One name of an `import` or of an `export { … }`. */
export interface Specifier extends Range {
  readonly form: 'default' | 'namespace' | 'named';
  /** The name in this file. */
  readonly local: string;
  /** The name on the other side, as written: an identifier or a string. */
  readonly other: string;
  readonly typeOnly: boolean;
}

export interface ImportStatement extends Range {
  readonly typeOnly: boolean;
  readonly specifiers: readonly Specifier[];
  /** The quoted module name. */
  readonly source: Range;
  readonly from: string;
}

/** `export { a, b as c }` without a source. */
export interface ExportList extends Range {
  readonly specifiers: readonly Specifier[];
}

/** The imports and exports of a module. Offsets are UTF-16 into the text. */
export interface ModuleSyntax {
  readonly imports: readonly ImportStatement[];
  readonly exportLists: readonly ExportList[];
  /** `'use client'` and the like. */
  readonly directives: readonly (Range & { readonly value: string })[];
  /** `export = x`, `import x = require()` and `import A = N.B`. */
  readonly assignments: readonly (Range & { readonly kind: 'export' | 'import' })[];
}

// Babel's nodes as they come; `start` and `end` are offsets.
interface Located {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/**
 * Reads imports and exports, those of namespaces and of `declare module` too.
 * @returns the parser's complaint where it does not understand the text
 */
export function readModule(path: string, text: string): ModuleSyntax | string {
  const tree = readWithBabel(text, grammarOf(path) ?? 'tsx', false);
  if (tree instanceof SyntaxError) return tree.message;
  const program = (tree as unknown as { readonly program: Located }).program;
  const statements = statementsIn(program);
  const of = (type: string): Located[] => statements.filter((node) => node.type === type);
  const imports = of('ImportDeclaration').map(readImport(text));
  const named = of('ExportNamedDeclaration');
  const assignments = [
    ...of('TSExportAssignment').map(({ start, end }) => ({ start, end, kind: 'export' as const })),
    ...of('TSImportEqualsDeclaration').map(({ start, end }) => ({ start, end, kind: 'import' as const })),
  ];
  const directives = (program.directives as Located[]).map(({ start, end, value }) => ({
    start,
    end,
    value: String((value as Located).value),
  }));
  return {
    imports,
    exportLists: named.filter((node) => !node.source && !node.declaration).map(readExports(text)),
    directives,
    assignments,
  };
}

/** Every statement that can be an import or export, in source order: of the module, and of namespaces at any depth. */
function statementsIn(node: Located): Located[] {
  if (!HOLDS_STATEMENTS.test(node.type)) return [];
  const inner = [node.body, node.declaration].flatMap((one) => (one ?? []) as Located | Located[]);
  return inner.flatMap((one) => [one, ...statementsIn(one)]);
}

const HOLDS_STATEMENTS = /^(?:Program|TSModuleDeclaration|TSModuleBlock|ExportNamedDeclaration)$/;

const FORMS: Readonly<Record<string, Specifier['form']>> = {
  ImportDefaultSpecifier: 'default',
  ImportNamespaceSpecifier: 'namespace',
};

const readImport =
  (text: string) =>
  (node: Located): ImportStatement => {
    const source = node.source as Located;
    const typeOnly = node.importKind === 'type' || node.importKind === 'typeof';
    return {
      start: node.start,
      end: node.end,
      typeOnly,
      source: { start: source.start, end: source.end },
      from: String(source.value),
      specifiers: (node.specifiers as Located[]).map((one) => ({
        start: one.start,
        end: one.end,
        form: FORMS[one.type] ?? 'named',
        local: textAt(text, one.local),
        other: one.imported ? textAt(text, one.imported) : 'default',
        typeOnly: typeOnly || one.importKind === 'type',
      })),
    };
  };

const readExports =
  (text: string) =>
  (node: Located): ExportList => ({
    start: node.start,
    end: node.end,
    specifiers: (node.specifiers as Located[]).map((one) => ({
      start: one.start,
      end: one.end,
      form: 'named',
      local: textAt(text, one.local),
      other: textAt(text, one.exported),
      typeOnly: node.exportKind === 'type' || one.exportKind === 'type',
    })),
  });

const textAt = (text: string, node: unknown): string => text.slice((node as Located).start, (node as Located).end);
