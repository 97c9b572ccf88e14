import type { View } from '../../src/workspace/view.ts';

const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'];

/** Who owns a path by the workspace's CODEOWNERS: the last line that names it; null where nobody does. */
export function ownerFinder(view: View): (path: string) => string | null {
  const place = PLACES.find((path) => view.file(path)?.state === 'text');
  if (place === undefined) return () => null;
  const lines = view
    .text(place)
    .split('\n')
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('['))
    .map((line) => line.split(/\s+/));
  const rules = lines
    .map(([pattern, ...owners]) => ({ test: patternOf(pattern!), owners: owners.join(' ') }))
    .reverse();
  return (path) => rules.find(({ test }) => test.test(path))?.owners || null;
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
