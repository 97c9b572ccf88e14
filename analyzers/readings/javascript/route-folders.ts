import { basename, join } from 'node:path/posix';
import { foldersAbove } from '../../../src/workspace/javascript/ignore-rules.ts';
import type { View } from '../../../src/workspace/view.ts';
import { dependsOn } from './depends-on.ts';

/** A framework that turns files into addresses, pages or plugins by where they lie. */
interface Router {
  /** As messages name it. */
  readonly name: string;
  /** A dependency on one of these makes a folder an app of it. */
  readonly packages: readonly string[];
  /** So does a file of this name, without its extension: the manifest of a monorepo may lie above. */
  readonly config: string;
  /** From the folder of the app. Only the folders that hold by default: one that a configuration names is not known. */
  readonly folders: readonly string[];
  /** What of the path below such a folder it takes. */
  readonly takes: RegExp;
  /** What it leaves out again. */
  readonly leaves?: RegExp;
  /** A name under which a file of that folder is left alone, in words; none: there is no such name. */
  readonly otherName?: string;
}

const SCRIPT = /\.[jt]sx?$/;
const TYPES = /\.d\.ts$/;
// https://nextjs.org/docs/app/api-reference/file-conventions
const NEXT_FILES =
  /(^|\/)(page|route|layout|template|default|loading|error|global-error|not-found|global-not-found|forbidden|unauthorized|(apple-icon|icon|opengraph-image|twitter-image)\d?|sitemap|robots|manifest)\.[jt]sx?$/;

const ROUTERS: readonly Router[] = [
  // https://nextjs.org/docs/pages/building-your-application/routing/pages-and-layouts
  {
    name: 'Next.js',
    packages: ['next'],
    config: 'next.config',
    folders: ['pages', 'src/pages'],
    takes: SCRIPT,
    leaves: TYPES,
  },
  {
    name: 'Next.js',
    packages: ['next'],
    config: 'next.config',
    folders: ['app', 'src/app'],
    takes: NEXT_FILES,
    leaves: /(^|\/)_/,
    otherName: 'another name',
  },
  // https://www.gatsbyjs.com/plugins/gatsby-plugin-page-creator
  {
    name: 'Gatsby',
    packages: ['gatsby'],
    config: 'gatsby-config',
    folders: ['src/pages'],
    takes: SCRIPT,
    leaves: /(^|\/)(_|template-)[^/]*$|\.d\.ts$/,
    otherName: 'a name that begins with `_`',
  },
  {
    name: 'Gatsby',
    packages: ['gatsby'],
    config: 'gatsby-config',
    folders: ['src/api'],
    takes: SCRIPT,
    leaves: TYPES,
  },
  // https://docs.astro.build/en/guides/routing/#excluding-pages
  {
    name: 'Astro',
    packages: ['astro'],
    config: 'astro.config',
    folders: ['src/pages'],
    takes: /\.[jt]s$/,
    leaves: /(^|\/)_/,
    otherName: 'a name that begins with `_`',
  },
  // https://nuxt.com/docs/guide/directory-structure/server
  {
    name: 'Nuxt',
    packages: ['nuxt'],
    config: 'nuxt.config',
    folders: ['server/api', 'server/routes', 'server/middleware', 'server/plugins'],
    takes: /\.[cm]?[jt]sx?$/,
    leaves: TYPES,
  },
  // https://nitro.build/guide/routing
  {
    name: 'Nitro',
    packages: ['nitropack', 'nitro'],
    config: 'nitro.config',
    folders: ['', 'server/'].flatMap((root) => ['api', 'routes', 'middleware', 'plugins'].map((one) => root + one)),
    takes: /\.[cm]?[jt]sx?$/,
    leaves: TYPES,
  },
  // https://docs.expo.dev/router/basics/core-concepts
  {
    name: 'Expo Router',
    packages: ['expo-router'],
    config: '',
    folders: ['app', 'src/app'],
    takes: SCRIPT,
    leaves: TYPES,
  },
  // https://oclif.io/docs/command_discovery_strategies
  {
    name: 'oclif',
    packages: ['@oclif/core', '@oclif/command'],
    config: '',
    folders: ['src/commands', 'commands', 'lib/commands'],
    takes: SCRIPT,
    leaves: TYPES,
  },
  // https://vercel.com/docs/functions/runtimes/node-js
  {
    name: 'Vercel',
    packages: ['vercel', '@vercel/node'],
    config: 'vercel',
    folders: ['api'],
    takes: SCRIPT,
    leaves: /(^|\/)[_.]|\.d\.ts$/,
    otherName: 'a name that begins with `_`',
  },
  // https://www.11ty.dev/docs/data-global/
  {
    name: 'Eleventy',
    packages: ['@11ty/eleventy'],
    config: 'eleventy.config',
    folders: ['_data', 'src/_data'],
    takes: /\.[cm]?js$/,
  },
  // https://tanstack.com/router/latest/docs/framework/react/routing/file-naming-conventions
  {
    name: 'TanStack Router',
    packages: ['@tanstack/router-plugin', '@tanstack/router-cli', '@tanstack/react-start', '@tanstack/solid-start'],
    config: 'tsr.config',
    folders: ['src/routes'],
    takes: SCRIPT,
    leaves: /(^|\/)-|\.d\.ts$/,
    otherName: 'a name that begins with `-`',
  },
  // https://docs.solidjs.com/solid-start/building-your-application/routing
  {
    name: 'SolidStart',
    packages: ['@solidjs/start'],
    config: '',
    folders: ['src/routes'],
    takes: SCRIPT,
    leaves: TYPES,
  },
  // https://developers.cloudflare.com/pages/functions/routing/
  {
    name: 'Cloudflare Pages',
    packages: ['wrangler'],
    config: '',
    folders: ['functions'],
    takes: SCRIPT,
    leaves: TYPES,
  },
  // https://sailsjs.com/documentation/concepts/actions-and-controllers
  {
    name: 'Sails',
    packages: ['sails'],
    config: '',
    folders: ['api/controllers', 'api/helpers', 'api/models'],
    takes: /\.[jt]s$/,
    leaves: TYPES,
  },
  // https://docusaurus.io/docs/creating-pages
  {
    name: 'Docusaurus',
    packages: ['@docusaurus/core'],
    config: 'docusaurus.config',
    folders: ['src/pages'],
    takes: SCRIPT,
    leaves: /(^|\/)_|\.(?:test|d)\.[jt]sx?$/,
    otherName: 'a name that begins with `_`',
  },
  // convex 1.48.0, entryPoints in src/bundler/index.ts: each module is public under its path
  {
    name: 'Convex',
    packages: ['convex'],
    config: 'convex',
    folders: ['convex'],
    takes: /\.[jt]sx?$/,
    leaves: /^_generated\/|(^|\/)[#.]|(^|\/)[^/]*\.[^/]*\.[^/]*$/,
    otherName: 'a name with two dots',
  },
  // https://www.eggjs.org/advanced/loader
  {
    name: 'egg',
    packages: ['egg'],
    config: '',
    folders: ['app/service', 'app/controller', 'app/middleware', 'app/schedule', 'app/extend'],
    takes: /\.[jt]s$/,
    leaves: TYPES,
  },
  // @strapi/core 5.54.0, loaders/apis: each file of these folders, none below
  {
    name: 'Strapi',
    packages: ['@strapi/strapi'],
    config: '',
    folders: ['src/api'],
    takes: /^[^/]+\/(?:config|routes|controllers|services|policies|middlewares)\/[^/]+\.[jt]s$/,
    leaves: TYPES,
  },
  // @react-router/fs-routes 7.18.4 and Remix 2: files of the folder itself, and `route` or `index` one below
  {
    name: 'React Router',
    packages: ['@react-router/fs-routes', '@remix-run/dev', '@remix-run/react'],
    config: 'remix.config',
    folders: ['app/routes'],
    takes: /^[^/]+\.[jt]sx?$|^[^/]+\/(?:route|index)\.[jt]sx?$/,
    leaves: TYPES,
    otherName: 'another name in a folder of its own',
  },
  // wxt 0.21.0, find-entrypoints: scripts that nothing lists are built under their names
  {
    name: 'WXT',
    packages: ['wxt'],
    config: 'wxt.config',
    folders: ['entrypoints', 'src/entrypoints'],
    takes: /^[^/]+\.[jt]sx?$|^[^/]+\/index\.[jt]sx?$/,
    leaves: TYPES,
    otherName: 'another name in a folder of its own',
  },
];

export interface RouteFolder {
  /** The framework, as messages name it. */
  readonly name: string;
  /** From the workspace's root. */
  readonly folder: string;
  /** A name under which it would leave the file alone, in words, or null. */
  readonly otherName: string | null;
}

/** The folder whose files a framework takes for pages, endpoints or plugins, where it would take this one; the file need not be there. */
export function routeFolderOf(view: View, path: string): RouteFolder | null {
  for (const app of ['', ...foldersAbove(path)].reverse())
    for (const router of ROUTERS) {
      const folder = router.folders.map((inner) => join(app, inner)).find((one) => path.startsWith(`${one}/`));
      if (folder === undefined || !isApp(view, app, router)) continue;
      if (!isTaken(view, app, router, path.slice(folder.length + 1))) continue;
      return { name: router.name, folder, otherName: router.otherName ?? null };
    }
  return null;
}

const CONFIG_ENDS = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts', 'json'];
const isApp = (view: View, app: string, { packages, config }: Router): boolean =>
  (config !== '' && configOf(view, app, config) !== null) || dependsOn(view, app, packages);

const configOf = (view: View, app: string, config: string): string | null =>
  CONFIG_ENDS.map((end) => join(app, `${config}.${end}`)).find((path) => view.file(path)?.state === 'text') ?? null;

function isTaken(view: View, app: string, router: Router, inside: string): boolean {
  if (!router.takes.test(inside) || router.leaves?.test(inside)) return false;
  const endings = router.takes === SCRIPT ? pageExtensions(view, app, router.config) : null;
  return endings === null || endings.some((end) => basename(inside).endsWith(`.${end}`));
}

/** `pageExtensions` of Next.js, where it is a list of plain strings; null: the usual ones, or such that cannot be read. */
function pageExtensions(view: View, app: string, config: string): string[] | null {
  const path = config === 'next.config' ? configOf(view, app, config) : null;
  const list = path === null ? null : /\bpageExtensions\s*:\s*\[([^\]]*)\]/.exec(view.text(path));
  if (!list) return null;
  const entries = list[1]!.split(',').flatMap((entry) => entry.trim() || []);
  const plain = entries.map((entry) => /^(['"`])([\w.-]+)\1$/.exec(entry)?.[2]);
  return plain.every((entry) => entry !== undefined) ? plain : null;
}
