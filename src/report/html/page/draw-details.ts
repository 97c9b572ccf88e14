import type { PageData } from './data.ts';
import { element } from './draw-map.ts';
import { hottestBelow } from './draw-names.ts';
import { pathText } from './draw-path.ts';
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
    made.append(pathText(where));
    return made;
  }
  const link = tag('a', '') as HTMLAnchorElement;
  link.append(pathText(where));
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

const hottest = (node: MapNode): HTMLElement[] =>
  list(
    'hottest files',
    hottestBelow(node)
      .slice(0, 6)
      .map(({ file }) => `${file?.score.toFixed(1)}  ${file?.path}`),
  );

function list(title: string, lines: readonly string[]): HTMLElement[] {
  const made = tag('ul', '', 'plain');
  for (const line of lines) made.appendChild(tag('li', '')).append(pathText(line));
  return [tag('p', title, 'faint'), made];
}

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Below the bars. */
const NAMES = 9;

/** Bars, one a month, each with its name. @param last the day that the last month ends with, `2026-01-31`; null: without names */
export const trendChart = (trend: readonly number[], tall: number, last: string | null): SVGElement =>
  barChart(
    trend,
    trend.map((_, i) => (last === null ? '' : monthName(last, trend.length - 1 - i))),
    tall,
    'changes a month, the oldest first',
  );

/** Bars side by side, each with its number above and its name below. */
export function barChart(values: readonly number[], names: readonly string[], tall: number, title: string): SVGElement {
  const height = tall - NAMES;
  const width = 240;
  const most = Math.max(1, ...values);
  const wide = width / values.length;
  const svg = element('svg', { class: 'trend', viewBox: `0 0 ${width} ${tall}`, role: 'img' });
  svg.setAttribute('aria-label', `${title}: ${values.map((value, i) => `${names[i]} ${value}`.trim()).join(', ')}`);
  values.forEach((value, i) => {
    const top = (value / most) * (height - 12);
    const middle = i * wide + wide / 2;
    svg.append(
      element('rect', {
        x: String(i * wide + 1),
        y: String(height - top),
        width: String(wide - 2),
        height: String(top),
        class: 'bar',
      }),
      caption(middle, height - top - 2, value === 0 ? '' : short(value)),
      caption(middle, tall - 1, names[i] ?? ''),
    );
  });
  return svg;
}

/** A number that fits over a bar: thousands by one letter. */
const short = (value: number): string =>
  value < 1000 ? String(value) : value < 10_000 ? `${(value / 1000).toFixed(1)}k` : `${Math.round(value / 1000)}k`;

function caption(x: number, y: number, content: string): SVGElement {
  const made = element('text', { x: String(x), y: String(y), class: 'count' });
  made.textContent = content;
  return made;
}

const monthName = (last: string, before: number): string =>
  MONTHS[(((Number(last.slice(5, 7)) - 1 - before) % 12) + 12) % 12]!;
