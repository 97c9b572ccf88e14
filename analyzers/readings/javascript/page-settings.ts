import { foldersAbove } from '../../../src/workspace/javascript/ignore-rules.ts';
import type { View } from '../../../src/workspace/view.ts';
import { dependsOn } from './depends-on.ts';

/** What a framework reads from the text of a page, an endpoint or a middleware, without running it: it has to be written out there. */
interface Settings {
  readonly name: string;
  readonly packages: readonly string[];
  readonly files: RegExp;
  readonly exports: RegExp;
}

const SETTINGS: readonly Settings[] = [
  // https://nextjs.org/docs/app/api-reference/file-conventions/route-segment-config
  {
    name: 'Next.js',
    packages: ['next'],
    files: /(^|\/)app\/(?:.*\/)?(?:page|layout|template|default|route|error|loading|not-found)\.[jt]sx?$/,
    exports:
      /^(?:dynamic|dynamicParams|revalidate|fetchCache|runtime|preferredRegion|maxDuration|experimental_ppr|unstable_\w+)$/,
  },
  // https://nextjs.org/docs/messages/invalid-page-config
  {
    name: 'Next.js',
    packages: ['next'],
    files: /(^|\/)(?:pages\/.*|middleware|proxy)\.[jt]sx?$/,
    exports: /^(?:config|runtime|maxDuration)$/,
  },
  // https://docs.astro.build/en/reference/routing-reference/#prerender
  { name: 'Astro', packages: ['astro'], files: /(^|\/)src\/pages\/.*\.[jt]s$/, exports: /^(?:prerender|partial)$/ },
  // https://vercel.com/docs/functions/configuring-functions
  {
    name: 'Vercel',
    packages: ['vercel', '@vercel/node', '@vercel/functions'],
    files: /(^|\/)api\/.*\.[cm]?[jt]sx?$/,
    exports: /^(?:config|runtime|maxDuration)$/,
  },
];

/**
 * Of exports of a file, those that a framework reads from its text.
 * @returns the framework's name and the exports; null where there is none
 */
export function pageSettings(
  view: View,
  path: string,
  exports: readonly string[],
): { readonly name: string; readonly exports: readonly string[] } | null {
  for (const one of SETTINGS) {
    const read = one.files.test(path) ? exports.filter((name) => one.exports.test(name)) : [];
    const isUsed = (): boolean => ['', ...foldersAbove(path)].some((app) => dependsOn(view, app, one.packages));
    if (read.length > 0 && isUsed()) return { name: one.name, exports: read };
  }
  return null;
}
