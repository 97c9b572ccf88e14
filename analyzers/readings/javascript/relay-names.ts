import { basename, dirname } from 'node:path/posix';
import { foldersAbove } from '../../../src/workspace/javascript/ignore-rules.ts';
import type { View } from '../../../src/workspace/view.ts';
import { dependsOn } from './depends-on.ts';

const PACKAGES = ['relay-compiler', 'react-relay', 'relay-runtime', 'babel-plugin-relay', 'vite-plugin-relay'];
const OPERATION = /\bgraphql\s*`[^`]*?\b(?:query|mutation|subscription|fragment)\s+(\w+)/g;

/**
 * The first operation or fragment of a file whose name does not begin with the module's, as relay-compiler wants it; null where there is none,
 * or no Relay. Of https://relay.dev/docs/guides/compiler/
 */
export function misnamedOperation(view: View, path: string): string | null {
  const names = [...view.text(path).matchAll(OPERATION)].map(([, name]) => name!);
  if (names.length === 0 || !['', ...foldersAbove(path)].some((app) => dependsOn(view, app, PACKAGES))) return null;
  const stem = basename(path).replace(/\.[^/]*$/, '');
  const module = camelCased(stem === 'index' ? basename(dirname(path)) : stem);
  return names.find((name) => !name.startsWith(module)) ?? null;
}

/** `order-list` is `orderList` to Relay. */
const camelCased = (name: string): string =>
  name.replace(/[^A-Za-z0-9]+(\w)/g, (_, next: string) => next.toUpperCase()).replace(/\W/g, '');
