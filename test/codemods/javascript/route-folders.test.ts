import { describe, expect, test } from 'vitest';
import { misnamedOperation } from '../../../analyzers/readings/javascript/relay-names.ts';
import { javascriptSplitModule } from '../../../codemods/javascript/split-module/index.ts';
import { SILENT } from '../../../src/core/progress.ts';
import { javascriptProver } from '../../../src/engine/prove/javascript/javascript-prover.ts';
import type { Files } from '../../helpers/javascript-project.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import { planOf } from './read-cases.ts';

const MODULE = 'export const a = () => 1;\n\nexport const b = () => 2;\n';
const app = (...names: string[]): string =>
  JSON.stringify({ name: 'x', dependencies: Object.fromEntries(names.map((name) => [name, '1.0.0'])) });

/** What the codemod says of a split of the file, in which `b` leaves for the part. */
function refusalOf(files: Files, path: string, part: string): string | null {
  const plan = planOf(path, files[path]!, { [part]: ['const b'] });
  const result = javascriptSplitModule.run(memoryView(files), { path, plan, notes: false });
  return result.status === 'refused' ? result.refusals.map(({ hazard, why }) => `${hazard} ${why}`).join() : null;
}

/** What S says of the same split, made by hand. */
async function defectOf(files: Files, path: string, part: string): Promise<string | null> {
  const [, folder, stem, end] = /^(.*\/)?([^/]+?)(\.[cm]?[jt]sx?)$/.exec(path)!;
  const after = {
    ...files,
    [path]: `export { b } from './${stem}/${part}.js';\n\nexport const a = () => 1;\n`,
    [`${folder ?? ''}${stem}/${part}${end}`]: 'export const b = () => 2;\n',
  };
  const views = { before: memoryView(files), after: memoryView(after) };
  const request = { ...views, changeSet: null, stage: null, testCommand: null, onProgress: SILENT };
  const { signal } = new AbortController();
  const { proofs } = await javascriptProver.prove({ ...request, rungs: ['S'], signal });
  return proofs.find(({ verdict }) => verdict === 'failed')?.why ?? null;
}

describe('a part that a framework would load by itself is refused, and rejected by S', () => {
  test.each<[string, Files, string, string]>([
    ['a page of Next.js', { 'package.json': app('next') }, 'pages/index.page.tsx', 'table'],
    ['data of Eleventy', { 'package.json': app('@11ty/eleventy') }, '_data/order.js', 'rate'],
    ['a route of TanStack', { 'package.json': app('@tanstack/router-plugin') }, 'src/routes/index.tsx', 'table'],
    ['a route of SolidStart', { 'package.json': app('@solidjs/start') }, 'src/routes/index.tsx', 'table'],
    ['a function of Cloudflare Pages', { 'package.json': app('wrangler') }, 'functions/api/order.ts', 'totals'],
    ['an action of Sails', { 'package.json': app('sails') }, 'api/controllers/order.js', 'totals'],
    ['an endpoint of Next.js', { 'package.json': app('next') }, 'src/pages/api/orders.ts', 'totals'],
    ['an app without a manifest of its own', { 'apps/web/next.config.mjs': '' }, 'apps/web/pages/home.tsx', 'table'],
    ['extensions of pages that cannot be read', next('[...defaults]'), 'pages/home.tsx', 'table'],
    ['extensions of pages that have its ending', next("['tsx', 'mdx']"), 'pages/home.tsx', 'table'],
    ['a route handler of Next.js', { 'package.json': app('next') }, 'app/orders/totals.ts', 'route'],
    ['a page of Gatsby', { 'package.json': app('gatsby') }, 'src/pages/home.tsx', 'table'],
    ['a function of Gatsby', { 'package.json': app('gatsby') }, 'src/api/orders.ts', '_totals'],
    ['an endpoint of Astro', { 'astro.config.mjs': '' }, 'src/pages/feed.ts', 'entries'],
    ['an endpoint of Nuxt', { 'package.json': app('nuxt') }, 'server/api/orders.get.ts', 'totals'],
    ['a plugin of Nitro', { 'package.json': app('nitropack') }, 'plugins/log.ts', 'format'],
    ['a command of oclif', { 'package.json': app('@oclif/core') }, 'src/commands/deploy.ts', 'format'],
    ['a function of Vercel', { 'vercel.json': '{}' }, 'api/hello.ts', 'greet'],
    ['a page of Docusaurus', { 'docusaurus.config.js': '' }, 'src/pages/index.tsx', 'table'],
    ['a function of Convex', { 'package.json': app('convex') }, 'convex/messages.ts', 'list'],
    ['a service of egg', { 'package.json': app('egg') }, 'app/service/user.js', 'title'],
    ['a service of Strapi', { 'package.json': app('@strapi/strapi') }, 'src/api/order/services.ts', 'totals'],
    ['a route of React Router', { 'package.json': app('@react-router/fs-routes') }, 'app/routes.ts', 'paths'],
    ['an entry of WXT', { 'package.json': app('wxt') }, 'entrypoints/popup.ts', 'index'],
    ['a screen of Expo Router', { 'package.json': app('expo-router') }, 'src/app/home.tsx', '_table'],
  ])('%s', async (_title, rest, path, part) => {
    const files = { ...rest, [path]: MODULE };
    const why = /would load .* by itself: the files of/;
    expect(refusalOf(files, path, part)).toMatch(/^J89 /);
    expect(refusalOf(files, path, part)).toMatch(why);
    expect(await defectOf(files, path, part)).toMatch(why);
  });
});

describe('no route, and proven', () => {
  test.each<[string, Files, string, string]>([
    ['a module below a service of Strapi', { 'package.json': app('@strapi/strapi') }, 'src/api/a/services/a.ts', 'b'],
    ['a module in a folder of a route', { 'package.json': app('@remix-run/react') }, 'app/routes/home.tsx', 'table'],
    ['a module beside an entry of WXT', { 'package.json': app('wxt') }, 'entrypoints/popup.ts', 'menu'],
    ['a helper of Vercel', { 'vercel.json': '{}' }, 'api/hello.ts', '_greet'],
    ['a folder of that name without a framework', { 'package.json': app('react') }, 'src/pages/home.tsx', 'table'],
    ['a framework of another package', { 'web/package.json': app('next') }, 'lib/pages/home.tsx', 'table'],
    ['a folder deeper than the app looks', { 'package.json': app('next') }, 'src/lib/pages/home.tsx', 'table'],
    ['another ending than those of pages', next("['page.tsx']"), 'pages/home.page.tsx', 'table'],
    ['another name than the App Router knows', { 'package.json': app('next') }, 'app/orders/totals.ts', 'sums'],
    ['a private folder of the App Router', { 'package.json': app('next') }, 'app/_lib/totals.ts', 'route'],
    ['a name that Gatsby leaves out', { 'package.json': app('gatsby') }, 'src/pages/home.tsx', '_table'],
    ['a name that Astro leaves out', { 'package.json': app('astro') }, 'src/pages/feed.ts', '_entries'],
  ])('%s', async (_title, rest, path, part) => {
    const files = { ...rest, [path]: MODULE };
    expect(refusalOf(files, path, part)).toBeNull();
    expect(await defectOf(files, path, part)).toBeNull();
  });
});

test.each([
  ['next', 'app/orders/totals.ts', 'route', 'Give the module another name in the plan.'],
  ['astro', 'src/pages/feed.ts', 'entries', 'Give the module a name that begins with `_` in the plan.'],
  ['next', 'pages/home.tsx', 'table', 'Move the code to a file outside of pages first, and split it there.'],
])('the way out for %s: %s', (framework, path, part, wayOut) => {
  const files = { 'package.json': app(framework), [path]: MODULE };
  const plan = planOf(path, MODULE, { [part]: ['const b'] });
  const result = javascriptSplitModule.run(memoryView(files), { path, plan, notes: false });
  expect(result.status === 'refused' && result.refusals.map(({ whatToDo }) => whatToDo)).toEqual([wayOut]);
});

function next(extensions: string): Files {
  return { 'package.json': app('next'), 'next.config.js': `module.exports = { pageExtensions: ${extensions} };\n` };
}

describe('what a framework reads from the text of a page stays written out there', () => {
  const text = 'export const NAME = 1;\n\nexport const a = () => 1;\n';
  test.each<[string, string, string, string, boolean]>([
    ['a segment of Next.js', 'next', 'app/shop/page.tsx', 'revalidate', true],
    ['a middleware of Next.js', 'next', 'middleware.ts', 'config', true],
    ['a page of Astro', 'astro', 'src/pages/feed.xml.ts', 'prerender', true],
    ['a function of Vercel', '@vercel/functions', 'api/_order.ts', 'config', true],
    ['another export', 'next', 'app/shop/page.tsx', 'limit', false],
    ['another framework', 'astro', 'app/shop/page.tsx', 'revalidate', false],
  ])('%s', async (_, framework, path, name, isRead) => {
    const before = { 'package.json': app(framework), [path]: text.replace('NAME', name) };
    const after = {
      ...before,
      [path]: `export { ${name} } from '${'../'.repeat(path.split('/').length - 1) || './'}lib/part.js';\n\nexport const a = () => 1;\n`,
      'lib/part.ts': `export const ${name} = 1;\n`,
    };
    const views = { before: memoryView(before), after: memoryView(after) };
    const request = { ...views, changeSet: null, stage: null, testCommand: null, onProgress: SILENT };
    const { proofs } = await javascriptProver.prove({ ...request, rungs: ['S'], signal: new AbortController().signal });
    const why = proofs.find(({ verdict }) => verdict === 'failed')?.why ?? '';
    expect(why).toMatch(isRead ? /reads `\w+` from the text/ : /^$/);
  });
});

test.each([
  ['src/order-list.tsx', 'orderListQuery', false],
  ['src/OrderList.tsx', 'OrderList_order', false],
  ['src/query.ts', 'OrderListQuery', true],
])('Relay and %s: %s', (path, name, isMisnamed) => {
  const files = { 'package.json': app('react-relay'), [path]: `graphql\`query ${name} { id }\`;\n` };
  expect(misnamedOperation(memoryView(files), path)).toBe(isMisnamed ? name : null);
});
