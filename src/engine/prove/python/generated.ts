const IDENTITY = /^__name__ = "([\w.]+)"$/;

/** `__name__ = "m"`: a part takes the name of the module that it belongs to. */
export const isIdentity = (text: string): boolean => IDENTITY.test(text);

export const identityOf = (text: string): string | null => IDENTITY.exec(text)?.[1] ?? null;

const DEVICES = [
  /^_LIVE_* = \{\n(?: {4}"\w+": \w+,\n)+\}$/,
  /^def __getattr__\(name: str\) -> object:\n {4}if name in (_LIVE_*):\n {8}return getattr\(\1\[name\], name\)\n {4}raise AttributeError\(f"module \{__name__!r\} has no attribute \{name!r\}"\)$/,
  /^def __dir__\(\) -> list:\n {4}return sorted\(\{\*globals\(\), \*_LIVE_*\}\)$/,
  /^_PARTS_* = \((?:\s*\w+,)*(?:\s*\w+)?\s*\)$/,
  /^_sys_*\.modules\[__name__\]\.__class__ = _Facade_*$/,
  /^class _Facade_*\(_types_*\.ModuleType\):\n {4}def __setattr__\(self, name: str, value: object\) -> None:\n(?: {8}if name in (_LIVE_*):\n {12}setattr\(\1\[name\], name, value\)\n {12}return\n)? {8}super\(\)\.__setattr__\(name, value\)\n {8}if not \(name\.startswith\("__"\) and name\.endswith\("__"\)\):\n {12}for part in (_PARTS_*):\n {16}setattr\(part, name, value\)\n\n {4}def __delattr__\(self, name: str\) -> None:\n(?: {8}if name in (_LIVE_*):\n {12}delattr\(\3\[name\], name\)\n {12}return\n)? {8}super\(\)\.__delattr__\(name\)\n {8}if not \(name\.startswith\("__"\) and name\.endswith\("__"\)\):\n {12}for part in \2:\n {16}vars\(part\)\.pop\(name, None\)$/,
];

/** A statement by which a facade answers for its parts, letter for letter as the codemod writes it. */
export const isDevice = (text: string): boolean => DEVICES.some((device) => device.test(text.replace(/\r\n/g, '\n')));

/** Names that a facade asks its parts for at each access -> the variable that holds the part. */
export function liveTable(texts: readonly string[]): Map<string, string> {
  const table = texts.find((text) => DEVICES[0]!.test(text.replace(/\r\n/g, '\n'))) ?? '';
  return new Map([...table.matchAll(/"(\w+)": (\w+),/g)].map((match) => [match[1]!, match[2]!]));
}

/** Parts that a write to the facade reaches; [] if it is not handed on. */
export function writtenParts(texts: readonly string[]): string[] {
  const handed = texts.some((text) => DEVICES[4]!.test(text));
  const parts = texts.find((text) => DEVICES[3]!.test(text));
  return handed && parts !== undefined ? (parts.slice(parts.indexOf('(')).match(/\w+/g) ?? []) : [];
}
