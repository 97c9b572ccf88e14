import type { SplitShape } from './split-shape.ts';

const IDENTITY = /^__name__ = "([\w.]+)"$/;

/** `__name__ = "m"`: a part takes the name of the module that it belongs to. */
export const isIdentity = (text: string): boolean => IDENTITY.test(text);

export const identityOf = (text: string): string | null => IDENTITY.exec(text)?.[1] ?? null;

const TABLE = /^_LIVE_* = \{\n(?: {4}"\w+": \w+,\n)+\}$/;
const PARTS = /^_PARTS_* = \((?:\s*\w+,)*(?:\s*\w+)?\s*\)$/;
const SWAP = /^_sys_*\.modules\[__name__\]\.__class__ = (_Facade_*)$/;

const plain = (text: string): string => text.replace(/\r\n/g, '\n');

/** A statement by which a facade answers for its parts, letter for letter as the codemod writes it. */
export function isDevice(given: string): boolean {
  const text = plain(given);
  return TABLE.test(text) || PARTS.test(text) || SWAP.test(text) || classOf(text) !== null;
}

interface FacadeClass {
  readonly name: string;
  /** The table of names that it asks parts for, and the tuple of parts that it hands writes to. */
  readonly table: string | null;
  readonly parts: string | null;
}

/** The class of a module that answers for its parts; null for any other text. */
function classOf(text: string): FacadeClass | null {
  const [, name, types] = /^class (_Facade_*)\((_types_*)\.ModuleType\):\n/.exec(text) ?? [];
  if (name === undefined) return null;
  const table = /\bif name in (_LIVE_*):/.exec(text)?.[1] ?? null;
  const parts = /\bfor part in (_PARTS_*):/.exec(text)?.[1] ?? null;
  return text === classText({ name, table, parts }, types!) ? { name, table, parts } : null;
}

function classText({ name, table, parts }: FacadeClass, types: string): string {
  const live = (call: string): string =>
    table === null ? '' : `        if name in ${table}:\n            ${call}\n            return\n`;
  const all = (call: string): string =>
    parts === null
      ? ''
      : `        if not (name.startswith("__") and name.endswith("__")):\n            for part in ${parts}:\n                ${call}\n`;
  const asking =
    table === null
      ? ''
      : `    def __getattr__(self, name: str) -> object:
        if name in ${table}:
            return getattr(${table}[name], name)
        return super().__getattribute__(name)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *${table}})

`;
  return `class ${name}(${types}.ModuleType):
${asking}    def __setattr__(self, name: str, value: object) -> None:
${live(`setattr(${table}[name], name, value)`)}        super().__setattr__(name, value)
${all('setattr(part, name, value)')}
    def __delattr__(self, name: str) -> None:
${live(`delattr(${table}[name], name)`)}        super().__delattr__(name)
${all('vars(part).pop(name, None)')}`.trimEnd();
}

/** The devices of a facade that are in force: a class that the module does not take answers nothing. */
function inForce({ facade }: SplitShape): { readonly texts: readonly string[]; readonly own: FacadeClass | null } {
  const texts = facade.statements.map(({ text }) => plain(text));
  const taken = texts.flatMap((text) => SWAP.exec(text)?.[1] ?? []).pop();
  const own = texts.map(classOf).find((one) => one !== null && one.name === taken) ?? null;
  return { texts, own };
}

/** Names that a facade asks its parts for at each access, and hands writes of to them -> the variable that holds the part. */
export function liveTable(shape: SplitShape): Map<string, string> {
  const { texts, own } = inForce(shape);
  const table = texts.find((text) => own?.table != null && TABLE.test(text) && text.startsWith(`${own.table} =`)) ?? '';
  return new Map([...table.matchAll(/"(\w+)": (\w+),/g)].map((match) => [match[1]!, match[2]!]));
}

/** Variables of the parts that a write to the facade reaches; [] if it is not handed on. */
export function writtenParts(shape: SplitShape): string[] {
  const { texts, own } = inForce(shape);
  const parts = texts.find((text) => own?.parts != null && PARTS.test(text) && text.startsWith(`${own.parts} =`));
  return parts === undefined ? [] : (parts.slice(parts.indexOf('(')).match(/\w+/g) ?? []);
}
