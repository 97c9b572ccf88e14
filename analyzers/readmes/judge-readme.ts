import { posix } from 'node:path';
import type { Finding, Rule } from '../../src/core/finding.ts';
import type { View } from '../../src/workspace/view.ts';
import { apiBlock, printApi } from './api-block.ts';
import { brokenCommands, exists } from './commands.ts';
import type { Package } from './packages.ts';
import { anchorOf, type Markdown, readMarkdown } from './read-markdown.ts';
import { DEAD_LINK, SECTION, STALE_API, UNKNOWN_COMMAND, UNKNOWN_NAME } from './rules.ts';
import { hasSection, SECTIONS, titleOf } from './sections.ts';

/** What is wrong in the README of one package. */
export function judgeReadme(view: View, pkg: Package, path: string): Finding[] {
  if (view.file(path)?.state !== 'text' || !/\.(?:md|markdown)$/i.test(path)) return [];
  const text = view.text(path);
  const markdown = readMarkdown(text);
  const dir = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const find = (rule: Rule, line: number, symbol: string, what: string, whatToDo: string): Finding => ({
    rule: rule.id,
    severity: rule.severity,
    place: { path, line },
    symbol,
    what,
    why: rule.why,
    whatToDo,
  });
  const { readmes } = view.config;
  const wanted = readmes.sections ?? SECTIONS;
  return [
    ...wanted
      .filter((section) => !hasSection(section, markdown.headings, readmes))
      .map((section) => ({
        ...find(
          SECTION,
          1,
          section,
          `The README of ${pkg.name} has no section \`${titleOf(section, readmes)}\``,
          'Write it, map the heading that stands for it in [readmes.headings], or scaffold it: omni-refactor check readmes --fix',
        ),
        // A template that the team declared is a rule; the built-in one is advice.
        severity: readmes.sections === null ? ('warning' as const) : ('error' as const),
      })),
    ...staleApi(text, pkg).map((line) =>
      find(
        STALE_API,
        line,
        'api',
        `The API list of ${pkg.name} is not what the package exports`,
        'Bring it up to date: omni-refactor check readmes --fix',
      ),
    ),
    ...brokenCommands(view, dir, markdown).map(({ command, line, why }) =>
      find(UNKNOWN_COMMAND, line, command, `\`${command}\` cannot work: ${why}`, 'Fix the command, or remove it.'),
    ),
    ...deadLinks(view, dir, path, markdown).map(({ to, line }) =>
      find(DEAD_LINK, line, to, `The link to ${to} leads nowhere`, 'Correct the link, or remove it.'),
    ),
    ...unknownNames(pkg, markdown).map(({ name, line }) =>
      find(UNKNOWN_NAME, line, name, `${pkg.name} has no \`${name}\``, 'Use the name of today, or remove it.'),
    ),
  ];
}

function staleApi(text: string, pkg: Package): number[] {
  const block = apiBlock(text);
  const items = block === null ? null : pkg.items();
  if (block === null || items === null) return [];
  const written = text.slice(block.start, block.end).replaceAll('\r\n', '\n');
  return written === printApi(items) ? [] : [text.slice(0, block.start).split('\n').length];
}

function deadLinks(view: View, dir: string, path: string, { links, headings }: Markdown) {
  const anchors = new Set(headings.map(({ text }) => anchorOf(text)));
  return links.filter(({ to }) => {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(to) || to === '' || to === '#') return false;
    const [file = '', anchor] = decode(to).split('#');
    if (file === '') return anchor !== undefined && !isAnchor(view.text(path), anchors, anchor);
    const target = file.startsWith('/') ? file.slice(1) : posix.join(dir, file);
    // What is above the workspace cannot be looked at.
    return !target.startsWith('..') && !exists(view, target.split('?')[0]!.replace(/\/$/, ''));
  });
}

/** A heading of that name, the second of equal ones, or an anchor written as HTML. */
const isAnchor = (text: string, anchors: ReadonlySet<string>, anchor: string): boolean =>
  anchors.has(anchor.toLowerCase()) ||
  anchors.has(anchor.toLowerCase().replace(/-\d+$/, '')) ||
  new RegExp(`\\b(?:id|name)\\s*=\\s*["']?${anchor.replace(/[^\w-]/g, '\\$&')}\\b`).test(text);

const decode = (to: string): string => {
  try {
    return decodeURIComponent(to);
  } catch {
    return to;
  }
};

/** `own_crate::Name` in inline code, where the crate's root neither has the name nor re-exports with a glob. */
function unknownNames(pkg: Package, { code }: Markdown) {
  if (pkg.kind !== 'crate') return [];
  const prefix = `${pkg.name.replaceAll('-', '_')}::`;
  const named = code.filter(({ text, block }) => !block && text.startsWith(prefix));
  const items = named.length === 0 ? [] : pkg.items();
  if (items === null || items.some(({ name }) => name.endsWith('*'))) return [];
  const known = new Set(items.map(({ name }) => name));
  return named
    .map(({ text, line }) => ({ name: /^\w+::(\w+)/.exec(text)?.[1] ?? '', line }))
    .filter(({ name }) => name !== '' && !known.has(name));
}
