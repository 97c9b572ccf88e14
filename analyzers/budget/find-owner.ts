import type { View } from '../../src/workspace/view.ts';

const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'];

/** Who owns a path by the workspace's CODEOWNERS, else by `[owners]`: the last line that names it; null where nobody does. */
export function ownerFinder(view: View): (path: string) => string | null {
  const finders = [codeowners(view), view.config.owners.paths].map(lastMatch);
  return (path) => finders.map((find) => find(path)).find((owner) => owner !== null) ?? null;
}

interface OwnerRule {
  readonly pattern: string;
  /** '' for nobody. */
  readonly owner: string;
}

function lastMatch(rules: readonly OwnerRule[]): (path: string) => string | null {
  const tests = rules.map(({ pattern, owner }) => ({ test: patternOf(pattern), owner })).reverse();
  return (path) => tests.find(({ test }) => test.test(path))?.owner || null;
}

/** Lines of CODEOWNERS, in order; an empty owner says that nobody owns what the pattern matches. */
function codeowners(view: View): OwnerRule[] {
  const place = PLACES.find((path) => view.file(path)?.state === 'text');
  if (place === undefined) return [];
  return view
    .text(place)
    .split('\n')
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('['))
    .map((line) => {
      const [pattern = '', ...owners] = line.split(/\s+/);
      return { pattern, owner: owners.join(' ') };
    });
}

/** As gitignore reads it, but that a file's name at the end names no folder with `*`: `docs/*` are the files directly in docs. */
function patternOf(pattern: string): RegExp {
  const body = pattern.replace(/^\//, '').replace(/\/$/, '');
  const rooted = pattern.slice(0, -1).includes('/');
  const inside = body
    .split('/')
    .map((name) =>
      name === '**'
        ? '**'
        : name
            .replace(/[.+^${}()|[\]\\]/g, '\\$&')
            .replace(/\*+/g, '[^/]*')
            .replace(/\?/g, '[^/]'),
    )
    .join('/')
    .replace(/^\*\*\//, '(?:.*/)?')
    .replace(/\/\*\*\//g, '/(?:.*/)?')
    .replace(/\/?\*\*$/, '(?:/.*)?');
  const below = /\/\*$/.test(pattern) ? '' : '(?:/.*)?';
  return new RegExp(`^${rooted ? '' : '(?:.*/)?'}${inside}${below}$`, 's');
}
