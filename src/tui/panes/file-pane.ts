import type { Hotspot } from '../../../analyzers/hotspots/index.ts';
import { grouped, plural } from '../../report/fit-text.ts';
import { sparkline } from '../../report/sparkline.ts';
import type { FileDetail } from '../engine/messages.ts';
import { bar } from '../paint/bars.ts';
import type { Line } from '../paint/line.ts';
import { wrap } from '../paint/wrap.ts';
import { selectedHotspot } from '../state/hotspot-rows.ts';
import type { State } from '../state/state.ts';
import type { Content } from './pane.ts';
import { sourceLines } from './source-lines.ts';

/** What makes the file under the cursor hot, and what is in it. */
export function filePane(state: State, width: number): Content {
  const row = selectedHotspot(state);
  if (!row) return { title: [['title', 'File']], lines: [[['faint', 'No file is selected.']]], selected: null, top: 0 };
  const detail = state.details.get(row.path);
  const { fileLines } = state.scan.opened?.budget ?? { fileLines: null };
  const lines: Line[] = [
    ...numbers(row, fileLines, width),
    ...(detail
      ? detailLines(row, detail, width)
      : [[], [['faint', state.scan.phase === null ? 'reading …' : 'more once all files are read']] as Line]),
  ];
  return {
    title: [
      ['title', 'File '],
      ['path', row.path],
    ],
    lines,
    selected: null,
    top: state.mainTop,
  };
}

function numbers(row: Hotspot, ceiling: number | null, width: number): Line[] {
  const over = ceiling !== null && row.lines > ceiling;
  return [
    [
      ['plain', `${grouped(row.lines)} lines`],
      [
        over ? 'hot' : 'faint',
        ceiling === null
          ? ''
          : over
            ? ` over the budget of ${grouped(ceiling)}`
            : ` within the budget of ${grouped(ceiling)}`,
      ],
      [
        'plain',
        ` · ${grouped(row.code)} code · ${plural(row.functions, 'function')} · cognitive ${grouped(row.cognitive)}`,
      ],
    ],
    row.churn === null
      ? [['faint', 'no history takes part in the score']]
      : [
          [
            'plain',
            `${plural(row.churn.revisions, 'commit')}, ${row.churn.revisionsDecayed.toFixed(1)} of them recent · ${plural(row.churn.authors, 'author')}`,
          ],
          ['faint', ` · last ${row.churn.lastChange ?? '–'}`],
        ],
    [
      [
        'faint',
        `rank ${row.rank || '…'} by score · ${row.baselines.byLines || '…'} by lines · ${row.baselines.byRevisions ?? '–'} by commits`,
      ],
    ],
    ...(row.fragments.length > 0 ? wrap(`with ${row.fragments.join(', ')}`, width, 'faint') : []),
    ...(row.partial ? [[['warm', '! syntax errors: measured as far as it goes']] as Line] : []),
  ];
}

const head = (text: string): Line[] => [[], [['title', text]]];

function detailLines(row: Hotspot, detail: FileDetail, width: number): Line[] {
  const worst = Math.max(1, ...detail.functions.map(({ cognitive }) => cognitive));
  return [
    ...(detail.functions.length > 0 ? head('Worst functions') : []),
    ...detail.functions.slice(0, 6).map(
      ({ symbol, line, lines, cognitive }): Line => [
        ['warm', `${String(cognitive).padStart(4)} ${bar(cognitive, worst, 6)} `],
        ['function', symbol],
        ['faint', `  line ${line}, ${lines} long`],
      ],
    ),
    ...historyLines(row, detail),
    ...worstSource(detail),
    ...(detail.splices.length + detail.splicedBy.length > 0 ? head('Composition') : []),
    ...detail.splices.map((text): Line => [['plain', `  ${text}`]]),
    ...detail.splicedBy.map((text): Line => [['plain', `  spliced by ${text}`]]),
    ...(detail.hazards.length > 0 ? head(`Hazards of a split (${detail.hazards.length})`) : []),
    ...detail.hazards
      .slice(0, 8)
      .flatMap(({ id, line, why }) => wrap(`${id} line ${line}: ${why}`, width, 'warm', '  ')),
    ...(detail.hazards.length > 8 ? [[['faint', `  and ${detail.hazards.length - 8} more`]] as Line] : []),
    ...head(`Outline (${plural(detail.units.length, 'unit')})`),
    ...detail.units.map(
      ({ id, line, lines, hazards }): Line => [
        ['faint', `${String(line).padStart(6)} ${String(lines).padStart(5)}  `],
        ['plain', id],
        ['warm', hazards.length > 0 ? `  ${hazards.join(' ')}` : ''],
      ],
    ),
  ];
}

function worstSource({ sources: [worst] }: FileDetail): Line[] {
  return worst === undefined ? [] : [...head(worst.symbol), ...sourceLines(worst)];
}

function historyLines({ churn }: Hotspot, { authors, companions }: FileDetail): Line[] {
  if (churn === null || churn.revisions === 0) return [];
  return [
    ...head('History'),
    [
      ['fine', `  ${sparkline(churn.trend)}`],
      ['faint', `  the last ${churn.trend.length} months`],
    ],
    [
      [
        'plain',
        `  ${authors
          .slice(0, 4)
          .map(([author, commits]) => `${author.replace(/ <[^<>]*>$/, '')} ${commits}`)
          .join(', ')}`,
      ],
    ],
    ...(companions.length > 0 ? head('Changes together with') : []),
    ...companions.slice(0, 6).map(
      ({ path, degree, shared }): Line => [
        ['plain', `${String(degree).padStart(4)}% `],
        ['path', path],
        ['faint', `  ${plural(shared, 'commit')}`],
      ],
    ),
  ];
}
