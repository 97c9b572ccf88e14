import type { FacadeKind } from './choose-facade.ts';

export interface Answering {
  /** Names that functions of a part rebind, with the variable that holds the part. */
  readonly live: readonly { readonly name: string; readonly stem: string }[];
  readonly kind: FacadeKind;
  /** Variables of all parts that the facade holds. */
  readonly stems: readonly string[];
  readonly width: number;
}

/** Code by which reads and writes of the facade reach what its parts hold; nothing for a plain facade. */
export function deviceLines(
  { live, kind, stems, width }: Answering,
  free: (name: string) => string,
): { readonly imports: readonly string[]; readonly lines: readonly string[] } {
  if (kind === 'plain') return { imports: [], lines: [] };
  const [table, parts, facade, sys, types] = ['_LIVE', '_PARTS', '_Facade', '_sys', '_types'].map(free);
  const asked = live.length > 0 ? table! : null;
  const writeThrough = kind === 'write-through' ? parts! : null;
  const lines = [
    ...(asked === null ? [] : [`${asked} = {`, ...live.map(({ name, stem }) => `    "${name}": ${stem},`), '}']),
    ...(writeThrough === null ? [] : tupleOf(writeThrough, stems, width)),
    '',
    '',
    `class ${facade}(${types}.ModuleType):`,
    ...(asked === null ? [] : asking(asked)),
    ...writing(asked, writeThrough),
    '',
    '',
    `${sys}.modules[__name__].__class__ = ${facade}`,
  ];
  return { imports: [`import sys as ${sys}`, `import types as ${types}`], lines };
}

/** What functions of a part rebind is read in the part, each time. A type checker sees no `__getattr__` of the module: unknown names stay unknown. */
const asking = (table: string): string[] => [
  '    def __getattr__(self, name: str) -> object:',
  `        if name in ${table}:`,
  `            return getattr(${table}[name], name)`,
  '        return super().__getattribute__(name)',
  '',
  '    def __dir__(self) -> list[str]:',
  `        return sorted({*super().__dir__(), *${table}})`,
  '',
];

/** A name that a part rebinds is set in the part alone; for a patched module, all parts see what is set on it. */
function writing(table: string | null, parts: string | null): string[] {
  const live = (call: string, given: string): string[] =>
    table === null
      ? []
      : [`        if name in ${table}:`, `            ${call}(${table}[name], ${given})`, '            return'];
  const all = (call: string): string[] =>
    parts === null
      ? []
      : [
          '        if not (name.startswith("__") and name.endswith("__")):',
          `            for part in ${parts}:`,
          `                ${call}`,
        ];
  return [
    '    def __setattr__(self, name: str, value: object) -> None:',
    ...live('setattr', 'name, value'),
    '        super().__setattr__(name, value)',
    ...all('setattr(part, name, value)'),
    '',
    '    def __delattr__(self, name: str) -> None:',
    ...live('delattr', 'name'),
    '        super().__delattr__(name)',
    ...all('vars(part).pop(name, None)'),
  ];
}

function tupleOf(name: string, items: readonly string[], width: number): string[] {
  const flat = `${name} = (${items.join(', ')}${items.length === 1 ? ',' : ''})`;
  return flat.length <= width ? [flat] : [`${name} = (`, ...items.map((item) => `    ${item},`), ')'];
}
