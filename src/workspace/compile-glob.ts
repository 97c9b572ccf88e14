/**
 * A glob as a test for paths. `*` and `?` stay within a name, `**` crosses folders, `[a-z]`, `[!a]` and `{a,b}` work as in a shell.
 * A glob without `/` names a file or folder anywhere; with one it begins at the workspace. What it names, it names with all below it.
 */
export function compileGlob(glob: string): RegExp {
  const body = glob.replace(/^\.?\//, '').replace(/\/+$/, '');
  const anywhere = body.includes('/') ? '' : '(?:.*/)?';
  return new RegExp(`^${anywhere}${translateGlob(body)}(?:/.*)?$`, 'su');
}

/** True if any of the globs names the path. */
export function matcherOf(globs: readonly string[]): (path: string) => boolean {
  const tests = globs.map(compileGlob);
  return (path) => tests.some((test) => test.test(path));
}

/** The regular expression of a glob, without anchors. */
export function translateGlob(glob: string): string {
  let out = '';
  let braces = 0;
  for (let at = 0; at < glob.length; at++) {
    const char = glob[at]!;
    if (char === '*') {
      const stars = /^\*+/.exec(glob.slice(at))![0].length;
      const wholeName = (at === 0 || glob[at - 1] === '/') && stars > 1;
      if (wholeName && glob[at + stars] === '/') {
        out += '(?:.*/)?';
        at += stars;
      } else {
        out += stars > 1 ? '.*' : '[^/]*';
        at += stars - 1;
      }
    } else if (char === '?') out += '[^/]';
    else if (char === '[') {
      const end = glob.indexOf(']', at + 2);
      if (end === -1) out += '\\[';
      else {
        out += characterClass(glob.slice(at + 1, end));
        at = end;
      }
    } else if (char === '{' && glob.indexOf('}', at) !== -1) {
      out += '(?:';
      braces += 1;
    } else if (char === '}' && braces > 0) {
      out += ')';
      braces -= 1;
    } else if (char === ',' && braces > 0) out += '|';
    else if (char === '\\' && at + 1 < glob.length) out += escapeChar(glob[++at]!);
    else out += escapeChar(char);
  }
  return out + ')'.repeat(braces);
}

function characterClass(inner: string): string {
  const negated = inner[0] === '!' || inner[0] === '^';
  const members = (negated ? inner.slice(1) : inner).replace(/[\\\]^[]/g, '\\$&');
  return `[${negated ? '^/' : ''}${members}]`;
}

const escapeChar = (char: string): string => (/[\\^$.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char);
