import type { Finding } from '../../core/finding.ts';
import { plural } from '../../report/fit-text.ts';
import type { Line } from '../paint/line.ts';
import { wrap } from '../paint/wrap.ts';
import type { State } from '../state/state.ts';
import { functionOf, selectedFinding, visibleFindings } from '../state/visible-findings.ts';
import type { Content } from './pane.ts';
import { sourceLines } from './source-lines.ts';

const MARK = { error: '✗', warning: '!', info: 'i' } as const;
const TONE = { error: 'hot', warning: 'warm', info: 'plain' } as const;

export function checksPane(state: State, height: number): Content {
  const findings = visibleFindings(state);
  const { cursor, filter } = state.checks;
  const shown = findings.slice(cursor.top, cursor.top + Math.max(1, height - 1));
  const lines = shown.map(
    ({ severity, place, rule, symbol, value, limit }, i): Line => [
      ['mark', cursor.top + i === cursor.at ? '>' : ' '],
      [TONE[severity], ` ${MARK[severity]} `],
      ['path', place.path],
      ['plain', place.line === undefined ? '' : `:${place.line}`],
      ['plain', symbol === undefined ? '' : ` ${symbol}`],
      ['faint', `  ${rule}${value === undefined ? '' : ` ${value} > ${limit}`}`],
    ],
  );
  return {
    title: [
      ['title', 'Checks'],
      ['plain', ` · ${plural(findings.length, 'finding')}`],
      ['warm', filter === '' && !state.typing ? '' : ` · /${filter}${state.typing ? '▏' : ''}`],
    ],
    lines: lines.length > 0 ? lines : [[['faint', emptyText(state)]]],
    selected: lines.length > 0 ? cursor.at - cursor.top : null,
    top: cursor.top,
    of: findings.length,
  };
}

function emptyText({ scan, checks }: State): string {
  if (!scan.opened) return '  reading …';
  if (!scan.opened.checked)
    return '  nothing was checked: no rule has a ceiling in omni-refactor.toml, and no check has anything to look at';
  return checks.filter === '' ? '  ✓ no findings' : '  nothing fits the filter: esc drops it';
}

export function findingPane(state: State, width: number): Content {
  const finding = selectedFinding(state);
  const title: Line = [['title', 'Finding ']];
  if (!finding) return { title, lines: [], selected: null, top: 0 };
  const lines: Line[] = [
    [
      [TONE[finding.severity], `${MARK[finding.severity]} ${finding.severity}`],
      ['faint', `  ${finding.rule}`],
    ],
    ...wrap(finding.what, width),
    [],
    [['title', 'Why']],
    ...wrap(finding.why, width),
    [],
    [['title', 'What to do']],
    ...wrap(finding.whatToDo, width),
    ...(state.scan.opened?.mendable[finding.rule] === undefined
      ? []
      : [[] as Line, [['fine', 'f fixes it, F fixes all that can be fixed']] as Line]),
    ...(finding.rule === 'file-lines' ? [[] as Line, [['fine', 'p proposes modules for this file']] as Line] : []),
    ...(state.scan.opened && state.scan.opened.unknown > 0
      ? [[] as Line, [['warm', `${plural(state.scan.opened.unknown, 'file')} could not be judged`]] as Line]
      : []),
    ...sourceOf(state, finding),
  ];
  return { title: [...title, ['path', finding.place.path]], lines, selected: null, top: state.mainTop };
}

/** The function that is too hard, as soon as it was read. */
function sourceOf(state: State, finding: Finding): Line[] {
  const at = functionOf(finding);
  if (at === null) return [];
  const source = state.details.get(at.path)?.sources.find(({ line }) => line === at.line);
  return source ? [[], [['title', source.symbol]], ...sourceLines(source)] : [];
}
