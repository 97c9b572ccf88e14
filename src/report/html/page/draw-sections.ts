import type { PageData } from './data.ts';
import { couplingArcs } from './draw-coupling.ts';
import { tag, trendChart } from './draw-details.ts';
import { overCharts, receiptTable } from './draw-past.ts';
import { pathText } from './draw-path.ts';
import { spliceTrees } from './draw-splices.ts';
import { table } from './draw-table.ts';
import type { MapNode } from './tree.ts';

/** Rows that a table shows; the JSON of the same commands has all. */
const MOST = 30;

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
  if (data.over !== null)
    section(
      'Over the ceiling',
      `Files of more than ${data.over.ceiling} lines at the end of each month, by the commits themselves.`,
      overCharts(data.over),
    );
  if (data.receipts.length > 0)
    section(
      'Before and after',
      'What the last applies made of their files, in lines: before above, after below. The longest eight of each.',
      receiptTable(data.receipts),
    );
  if (data.coupling.length > 0)
    section(
      'Coupling',
      'Files that change in the same commits: of the commits that touch either, how many touch both. A pair across languages is easily missed; its arc is warm.',
      couplingArcs(data.coupling),
      couplingTable(data),
    );
  if (data.modules.length > 0)
    section(
      'include! graph',
      'Modules that are spliced together of several files: each counts as the one that it is.',
      spliceTrees(data.modules),
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
  made.classList.add('hottest');
  made.querySelectorAll<HTMLTableRowElement>('tbody tr').forEach((row, at) => {
    const { path, command } = rows[at]!;
    row.dataset.path = path;
    const name = tag('button', '', 'path');
    name.append(pathText(path));
    name.title = 'show it on the map';
    name.addEventListener('click', () => find(path));
    row.cells[2]!.replaceChildren(name);
    const code = tag('code', '');
    code.append(pathText(command));
    row.cells[8]!.replaceChildren(code, copyButton(command));
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
          .map(({ rule, place, what, owner, command }) => [
            rule,
            { path: place },
            what,
            owner ?? '–',
            command === null ? '–' : { path: command },
          ]),
      ),
    );
  if (exceptions.length > 0)
    parts.push(
      tag('h3', 'Exceptions'),
      table(
        ['rule', 'place', 'allowed', 'owner', 'expires', 'reason'],
        exceptions.map(({ rule, place, value, owner, expires, reason }) => [
          rule,
          { path: place },
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
      .map(({ a, b, degree, shared, across }) => [
        `${degree} %`,
        shared,
        { path: a },
        { path: b },
        across ? 'across languages' : '',
      ]),
  );
