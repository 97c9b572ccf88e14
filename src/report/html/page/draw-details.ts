import type { PageData } from './data.ts';
import { element } from './draw-map.ts';
import type { MapNode } from './tree.ts';

/** Text only: nothing that comes from a workspace is ever read as markup. */
export function tag(name: string, text: string, kind = ''): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind !== '') made.className = kind;
  return made;
}

/** What the numbers say of one node. */
export function drawDetails(into: HTMLElement, node: MapNode, data: PageData): void {
  const rows: [string, string][] = [['lines', String(node.lines)]];
  if (node.kind === 'file') rows.push(...fileRows(node));
  const list = tag('dl', '');
  for (const [name, value] of [...rows, ['', node.why] as const])
    if (name === '') list.append(tag('dt', 'heat'), tag('dd', value));
    else list.append(tag('dt', name), tag('dd', value));
  const where = node.file && node.line !== null ? `${node.file.path}:${node.line}` : (node.file?.path ?? '');
  into.replaceChildren(tag('p', node.kind, 'faint'), tag('h3', node.name));
  if (where !== '') into.append(placeLink(data, where, node.file!.path, node.line ?? 1));
  into.append(list);
  if (node.trend.length > 0)
    into.append(
      tag('p', 'changes a month, the past year', 'faint'),
      trendChart(node.trend, 60, data.head?.day ?? null),
    );
  if (node.kind === 'file') into.append(...worstFunctions(node), ...coupledWith(node, data));
  else if (node.kind !== 'function') into.append(...hottest(node));
}

/** The place, as a link where it is known where the file can be read. Only http and https are followed. */
function placeLink({ url }: PageData, where: string, path: string, line: number): HTMLElement {
  const made = tag('p', '', 'path');
  if (url === null || !/^https?:\/\//.test(url)) {
    made.textContent = where;
    return made;
  }
  const link = tag('a', where) as HTMLAnchorElement;
  link.href = url
    .replaceAll('{path}', () => path.split('/').map(encodeURIComponent).join('/'))
    .replaceAll('{line}', String(line));
  link.rel = 'noreferrer';
  made.append(link);
  return made;
}

function fileRows({ file }: MapNode): [string, string][] {
  if (!file) return [];
  const { cognitive, revisions, age, owner, over } = file;
  return [
    ['cognitive', String(cognitive)],
    ['revisions', revisions === null ? 'no history' : String(revisions)],
    ...(age === null ? [] : [['last change', age === 0 ? 'this month' : `${age} months ago`] as [string, string]]),
    ...(owner === null ? [] : [['most lines by', owner] as [string, string]]),
    ['budget', over ? 'over its ceiling' : 'within'],
  ];
}

function worstFunctions({ file }: MapNode): HTMLElement[] {
  const worst = [...(file?.functions ?? [])].sort((a, b) => b[3] - a[3]).slice(0, 6);
  return worst.length === 0
    ? []
    : list(
        'hardest functions',
        worst.map(([symbol, line, , cog]) => `${cog}  ${symbol} : ${line}`),
      );
}

function coupledWith({ file }: MapNode, { coupling }: PageData): HTMLElement[] {
  const pairs = coupling.filter(({ a, b }) => a === file?.path || b === file?.path).slice(0, 6);
  return pairs.length === 0
    ? []
    : list(
        'changes together with',
        pairs.map(({ a, b, degree }) => `${degree} %  ${a === file?.path ? b : a}`),
      );
}

function hottest(node: MapNode): HTMLElement[] {
  const files: MapNode[] = [];
  const open = [...node.children];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    if (current.kind === 'file') files.push(current);
    else open.push(...current.children);
  }
  files.sort((a, b) => (b.file?.score ?? 0) - (a.file?.score ?? 0));
  return list(
    'hottest files',
    files.slice(0, 6).map(({ file }) => `${file?.score.toFixed(1)}  ${file?.path}`),
  );
}

function list(title: string, lines: readonly string[]): HTMLElement[] {
  const made = tag('ul', '', 'plain');
  for (const line of lines) made.append(tag('li', line));
  return [tag('p', title, 'faint'), made];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Below the bars. */
const NAMES = 9;

/** Bars, one a month, each with its name. @param last the day that the last month ends with, `2026-01-31`; null: without names */
export function trendChart(trend: readonly number[], tall: number, last: string | null): SVGElement {
  const height = tall - NAMES;
  const width = 240;
  const most = Math.max(1, ...trend);
  const bar = width / trend.length;
  const svg = element('svg', { class: 'trend', viewBox: `0 0 ${width} ${tall}`, role: 'img' });
  svg.setAttribute('aria-label', `changes a month, the oldest first: ${trend.join(', ')}`);
  trend.forEach((count, i) => {
    const top = (count / most) * (height - 12);
    const shape = element('rect', {
      x: String(i * bar + 1),
      y: String(height - top),
      width: String(bar - 2),
      height: String(top),
      class: 'bar',
    });
    svg.append(shape);
    const text = element('text', { x: String(i * bar + bar / 2), y: String(height - top - 2), class: 'count' });
    text.textContent = count === 0 ? '' : String(count);
    svg.append(text);
    if (last !== null) svg.append(monthName(last, trend.length - 1 - i, i * bar + bar / 2, tall - 1));
  });
  return svg;
}

function monthName(last: string, before: number, x: number, y: number): SVGElement {
  const made = element('text', { x: String(x), y: String(y), class: 'count' });
  made.textContent = MONTHS[(((Number(last.slice(5, 7)) - 1 - before) % 12) + 12) % 12]!;
  return made;
}
