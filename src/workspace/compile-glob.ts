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
  for (let i = 0; i < glob.length; i++) {
    const char = glob[i]!;
    if (char === '*') {
      const stars = /^\*+/.exec(glob.slice(i))![0].length;
      const wholeName = (i === 0 || glob[i - 1] === '/') && stars > 1;
      if (wholeName && glob[i + stars] === '/') {
        out += '(?:.*/)?';
        i += stars;
      } else {
        out += stars > 1 ? '.*' : '[^/]*';
        i += stars - 1;
      }
    } else if (char === '?') out += '[^/]';
    else if (char === '[') {
      const end = glob.indexOf(']', i + 2);
      if (end === -1) out += '\\[';
      else {
        out += characterClass(glob.slice(i + 1, end));
        i = end;
      }
    } else if (char === '{' && glob.indexOf('}', i) !== -1) {
      out += '(?:';
      braces += 1;
    } else if (char === '}' && braces > 0) {
      out += ')';
      braces -= 1;
    } else if (char === ',' && braces > 0) out += '|';
    else if (char === '\\' && i + 1 < glob.length) out += escapeChar(glob[++i]!);
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
