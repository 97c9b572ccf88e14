import type { PageData, PageModule } from './data.ts';
import { tag, trendChart } from './draw-details.ts';
import { element } from './draw-map.ts';
import type { MapNode } from './tree.ts';

/** Rows that a table shows; the JSON of the same commands has all. */
const MOST = 30;

type Cell = string | number;

/** Everything below the map: the same facts as tables, so that they print and can be read without a mouse. */
export function drawSections(into: HTMLElement, data: PageData, tree: MapNode, find: (path: string) => void): void {
  const section = (title: string, note: string, ...content: readonly Element[]): void => {
    const made = tag('section', '');
    made.append(tag('h2', title), tag('p', note, 'faint'), ...content);
    into.append(made);
  };
  section('Hottest files', hottestNote(data), hottestTable(data, find));
  if (tree.trend.length > 0)
    section(
      'Trend',
      'Changes to files, a month, over the year that ends with the last commit.',
      trendChart(tree.trend, 90, data.head?.day ?? null),
    );
  drawBudget(section, data);
  if (data.coupling.length > 0)
    section(
      'Coupling',
      'Files that change in the same commits: of the commits that touch either, how many touch both. A pair across languages is easily missed.',
      couplingTable(data),
    );
  if (data.modules.length > 0)
    section(
      'include! graph',
      'Modules that are spliced together of several files: each counts as the one that it is.',
      spliceGraph(data.modules),
    );
}

type Section = (title: string, note: string, ...content: readonly Element[]) => void;

const hottestNote = ({ files, noHistory }: PageData): string =>
  `The first ${Math.min(MOST, files.length)} of ${files.length}, by changes times complexity${noHistory === null ? '' : `; history takes no part: ${noHistory}`}. A rank is where to look first, not a verdict.`;

function hottestTable({ files }: PageData, find: (path: string) => void): HTMLElement {
  const rows = [...files].sort((a, b) => a.rank - b.rank).slice(0, MOST);
  const made = table(
    ['#', 'score', 'file', 'lines', 'cognitive', 'revisions', 'months since', 'most lines by', 'next'],
    rows.map(({ rank, score, path, lines, cognitive, revisions, age, owner, over }) => [
      rank,
      score.toFixed(1),
      path,
      over ? `${lines} !` : lines,
      cognitive,
      revisions ?? '–',
      age ?? '–',
      owner?.replace(/ <.*$/, '') ?? '–',
      '',
    ]),
  );
  made.querySelectorAll<HTMLTableRowElement>('tbody tr').forEach((row, at) => {
    const { path, command } = rows[at]!;
    row.dataset.path = path;
    const name = tag('button', path);
    name.title = 'show it on the map';
    name.addEventListener('click', () => find(path));
    row.cells[2]!.replaceChildren(name);
    row.cells[8]!.replaceChildren(tag('code', command), copyButton(command));
  });
  return made;
}

/** Copies a text; where the browser gives no clipboard, as to a page that is opened as a file, the text is selected. */
function copyButton(text: string): HTMLElement {
  const made = tag('button', 'copy', 'copy');
  made.addEventListener('click', () => {
    const done = (): void => {
      made.textContent = 'copied';
    };
    const select = (): void => {
      getSelection()?.selectAllChildren(made.previousElementSibling!);
      made.textContent = 'selected';
    };
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, select);
    else select();
  });
  return made;
}

function drawBudget(section: Section, { budget }: PageData): void {
  const { rules, findings, exceptions } = budget;
  const ceilings = rules.map(({ id, limit, checked }) =>
    limit === null ? `${id} off` : `${id} ${limit} (${checked} checked)`,
  );
  const parts: Element[] = [];
  if (findings.length > 0)
    parts.push(
      table(
        ['rule', 'place', 'what', 'owner', 'cheapest mend'],
        findings
          .slice(0, MOST)
          .map(({ rule, place, what, owner, command }) => [rule, place, what, owner ?? '–', command ?? '–']),
      ),
    );
  if (exceptions.length > 0)
    parts.push(
      tag('h3', 'Exceptions'),
      table(
        ['rule', 'place', 'allowed', 'owner', 'expires', 'reason'],
        exceptions.map(({ rule, place, value, owner, expires, reason }) => [
          rule,
          place,
          value,
          owner,
          expires,
          reason,
        ]),
      ),
    );
  const left = findings.length > MOST ? ` The first ${MOST} are shown.` : '';
  section(
    'Budget',
    `${ceilings.join(' · ')}. ${findings.length} findings, ${exceptions.length} exceptions.${left}`,
    ...parts,
  );
}

const couplingTable = ({ coupling }: PageData): HTMLElement =>
  table(
    ['degree', 'shared', 'file', 'and', ''],
    coupling
      .slice(0, MOST)
      .map(({ a, b, degree, shared, across }) => [`${degree} %`, shared, a, b, across ? 'across languages' : '']),
  );

function table(head: readonly string[], rows: readonly (readonly Cell[])[]): HTMLElement {
  const made = tag('table', '');
  const top = made.appendChild(tag('thead', '')).appendChild(tag('tr', ''));
  head.forEach((name, i) => {
    top.append(tag('th', name, rows.every((row) => isNumber(row[i])) ? 'number' : ''));
  });
  const body = made.appendChild(tag('tbody', ''));
  for (const row of rows) {
    const line = body.appendChild(tag('tr', ''));
    for (const cell of row) line.append(tag('td', String(cell), isNumber(cell) ? 'number' : ''));
  }
  const scroll = tag('div', '', 'scroll');
  scroll.append(made);
  return scroll;
}

const isNumber = (cell: Cell | undefined): boolean => /^[\d.,–]+( %| !)?$/.test(String(cell));

const ROW = 22;
const WIDTH = 900;

/** Hosts on the left, what they splice on the right. */
function spliceGraph(modules: readonly PageModule[]): SVGElement {
  const rows = modules.reduce((sum, { files }) => sum + Math.max(1, files.length - 1), 0);
  const svg = element('svg', { class: 'graph', viewBox: `0 0 ${WIDTH} ${rows * ROW + 8}`, role: 'img' });
  svg.setAttribute(
    'aria-label',
    modules.map(({ id, files }) => `${id}: ${files.map(({ path }) => path).join(', ')}`).join('; '),
  );
  let y = 4;
  for (const { id, files } of modules) {
    const [host, ...fragments] = files;
    const middle = y + (fragments.length * ROW) / 2;
    const whole = files.reduce((sum, { lines }) => sum + lines, 0);
    svg.append(text(8, middle + 4, `${id} · ${whole} lines · ${host?.path ?? ''} ${host?.lines ?? 0}`));
    for (const { path, lines } of fragments) {
      const at = y + ROW / 2;
      svg.append(element('path', { d: `M 470 ${middle} C 500 ${middle} 490 ${at} 520 ${at}`, class: 'wire' }));
      svg.append(text(526, at + 4, `${path} · ${lines}`));
      y += ROW;
    }
  }
  return svg;
}

function text(x: number, y: number, content: string): SVGElement {
  const made = element('text', { x: String(x), y: String(y) });
  made.textContent = content;
  return made;
}
