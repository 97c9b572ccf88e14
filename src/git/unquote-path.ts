const PLAIN: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** A path as git writes it in patches: `"a\tb\303\251"` with C's escapes, or plain. Latin1 in, latin1 out: each character is a byte. */
export const unquotePath = (text: string): string =>
  text.startsWith('"') && text.endsWith('"')
    ? text
        .slice(1, -1)
        .replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
          code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (PLAIN[code] ?? code),
        )
    : text;
