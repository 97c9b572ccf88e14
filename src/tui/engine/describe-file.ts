import { authorsOf } from '../../../analyzers/churn/count-changes.ts';
import { metricsFact } from '../../../analyzers/complexity/metrics-fact.ts';
import { lineAt, lineStartsOf } from '../../core/lines.ts';
import { languageOf, SPLICED_GRAMMAR } from '../../languages/language.ts';
import { OUTLINES } from '../../languages/outline.ts';
import { describeSplice, isNotable } from '../../report/composition/describe-splice.ts';
import { functionSources } from './function-sources.ts';
import type { FileDetail } from './messages.ts';
import type { Scanned } from './rank-workspace.ts';

const SHOWN = 12;

/** All that the file pane tells about one source file. */
export function describeFile({ view, composition, coupling }: Scanned, path: string): FileDetail {
  const grammar = view.file(path)?.grammar ?? SPLICED_GRAMMAR;
  const metrics = view.facts(path, metricsFact, grammar);
  const functions = metrics.status === 'failed' ? [] : metrics.value.functions;
  const worst = [...functions].sort((a, b) => b.cognitive - a.cognitive || a.line - b.line).slice(0, SHOWN);
  const outline = view.facts(path, OUTLINES[languageOf(grammar)], grammar);
  const starts = lineStartsOf(view.text(path));
  const ceiling = view.config.budget.functionCognitive ?? Number.POSITIVE_INFINITY;
  const told = worst.filter(({ cognitive }, at) => cognitive > 0 && (at === 0 || cognitive > ceiling));
  const fits = outline.status === 'failed' ? null : outline.value;
  return {
    path,
    functions: worst.map(({ symbol, line, lines, cognitive }) => ({ symbol, line, lines, cognitive })),
    sources: told.length === 0 ? [] : functionSources(view.syntax(path, grammar), told),
    authors: authorsOf(view.history, [path]).slice(0, SHOWN),
    companions: coupling
      .filter(({ a, b }) => a === path || b === path)
      .slice(0, SHOWN)
      .map(({ a, b, degree, shared }) => ({ path: a === path ? b : a, degree, shared })),
    splices: composition.splices.filter((splice) => splice.path === path && isNotable(splice)).map(describeSplice),
    splicedBy: composition.splices
      .filter(({ kind, targets }) => kind !== 'mod' && targets.includes(path))
      .map((splice) => `${splice.path}:${splice.line} ${splice.kind}`),
    units: (fits?.units ?? []).map((unit) => ({
      id: unit.id,
      line: lineAt(starts, unit.body.start),
      lines: unit.lines,
      hazards: [...new Set(unit.hazards.map(({ id }) => id))],
    })),
    hazards: [...(fits?.hazards ?? []), ...(fits?.units ?? []).flatMap(({ hazards }) => hazards)]
      .map(({ id, start, why }) => ({ id, line: lineAt(starts, start), why }))
      .sort((a, b) => a.line - b.line),
    partial: metrics.status === 'partial',
  };
}
