import { type Node, type Syntax, textOf } from '../syntax.ts';

/** Encodings and ways to treat errors that Python has itself, as it normalises their names. */
const OWN = [
  /^u(?:tf)?_?(?:7|8|8_sig|16|32)(?:_?[bl]e)?$/,
  /^(?:us_)?ascii$/,
  /^(?:latin_?\d+|l1|iso_?8859_\d+|cp\d+|windows_\d+|mac_\w+|koi8_\w)$/,
  /^(?:gbk|gb\d+|big5|shift_jis|euc_\w+)$/,
  /^(?:idna|punycode|(?:raw_)?unicode_escape|hex|base64|rot_?13)$/,
  /^(?:strict|ignore|replace|surrogate(?:escape|pass)|(?:xmlcharref|backslash|name)replace)$/,
];

/** `"ä".encode("ascii", "mark")`: by a name that is looked up among those that code registers, where it is none of Python's own. */
export const asksCodecs = (syntax: Syntax, node: Node): boolean =>
  [...textOf(syntax, node).matchAll(/\.(?:en|de)code\s*\(([^()]*)\)/g)].some(([, given]) =>
    [...given!.matchAll(/(["'])([^"'\n]*)\1/g)].some(([, , name]) => {
      const plain = name!.toLowerCase().replaceAll('-', '_');
      return !OWN.some((own) => own.test(plain));
    }),
  );
