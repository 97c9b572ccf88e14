import type { View } from '../../../src/workspace/view.ts';
import type { FileRegistrations } from '../registrations.ts';

/** Where an imported name of a JavaScript file stands, by relative imports alone. */
export function javascriptModule(
  view: View,
  path: string,
  { imports }: FileRegistrations,
  name: string,
): { readonly path: string; readonly name: string } | null {
  const [first = '', ...rest] = name.split('.');
  const found = imports.find(({ local }) => local === first);
  if (!found?.from.startsWith('.')) return null;
  const folder = path.split('/').slice(0, -1);
  for (const part of found.from.split('/'))
    if (part === '..') folder.pop();
    else if (part !== '.') folder.push(part);
  const base = folder.join('/');
  const bare = base.replace(/\.[cm]?jsx?$/, '');
  const target = [base, ...ENDINGS.map((end) => `${bare}${end}`)].find((one) => view.file(one)?.state === 'text');
  return target === undefined ? null : { path: target, name: [found.name, ...rest].join('.') };
}

const ENDINGS = ['.ts', '.tsx', '.mts', '.js', '.mjs', '.jsx', '/index.ts', '/index.js'];
