import type { SplitShape } from './split-shape.ts';

const IDENTITY = /^__name__ = "([\w.]+)"$/;
const AS_RUN =
  /^__name__ = getattr\(_sys_*\.modules\.get\("__main__"\), "__parts__", \{\}\)\.get\(\s*"([\w.]+)", "\1"\s*\)$/;

/** How a part takes the name of the module that it belongs to. */
export interface Identity {
  readonly name: string;
  /** It asks the program that runs, where the module is that: `__main__` is its name then. */
  readonly asRun: boolean;
}

export function identityOf(text: string): Identity | null {
  const name = IDENTITY.exec(text)?.[1];
  if (name !== undefined) return { name, asRun: false };
  const run = AS_RUN.exec(text)?.[1];
  return run === undefined ? null : { name: run, asRun: true };
}

export const isIdentity = (text: string): boolean => identityOf(text) !== null;

/** `__parts__ = {"m": __name__}`: a program hands its parts the name that they have. */
export const passedModuleName = (text: string): string | null =>
  /^__parts__ = \{"([\w.]+)": __name__\}$/.exec(text)?.[1] ?? null;

const AGAIN = /^(_again_*) = "\1" in globals\(\)$/;
const RENEWAL =
  /^for (_part_*) in \(\s*((?:"[\w.]+",?\s*)+)\):\n {4}if (_again_*) and \1 in (_sys_*)\.modules:\n {8}_importlib_*\.reload\(\4\.modules\[\1\]\)\n {4}else:\n {8}\4\.modules\.pop\(\1, None\)$/;

/** Parts, by their dotted names, that a facade has run again whenever it runs itself, in that order, and which statement does it. */
export function renewal({ facade }: SplitShape): { readonly parts: readonly string[]; readonly index: number } | null {
  const texts = facade.statements.map(({ text }) => plain(text));
  const index = texts.findIndex((text) => RENEWAL.test(text));
  const loop = RENEWAL.exec(texts[index] ?? '');
  const asked = texts.slice(0, Math.max(index, 0)).some((text) => AGAIN.exec(text)?.[1] === loop?.[3]);
  return loop && asked ? { parts: loop[2]!.match(/[\w.]+/g) ?? [], index } : null;
}

const TABLE = /^_LIVE_* = \{\n(?: {4}"\w+": \w+,\n)+\}$/;
const PARTS = /^_PARTS_* = \((?:\s*\w+,)*(?:\s*\w+)?\s*\)$/;
const SWAP = /^_sys_*\.modules\[__name__\]\.__class__ = (_Facade_*)$/;

const plain = (text: string): string => text.replace(/\r\n/g, '\n');

/** A statement by which a facade provides what its parts hold, letter for letter as the codemod writes it. */
export function isDevice(given: string): boolean {
  const text = plain(given);
  return (
    passedModuleName(text) !== null ||
    AGAIN.test(text) ||
    RENEWAL.test(text) ||
    TABLE.test(text) ||
    PARTS.test(text) ||
    SWAP.test(text) ||
    classOf(text) !== null
  );
}

interface FacadeClass {
  readonly name: string;
  /** The table of names that it asks parts for, and the tuple of parts that it hands writes to. */
  readonly table: string | null;
  readonly parts: string | null;
}

/** The class of a module that provides what its parts hold; null for any other text. */
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

/** The devices of a facade that are in force: a class that is not the module's has no effect. */
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
