import { by } from '../../src/core/compare.ts';
import type { Finding } from '../../src/core/finding.ts';
import { languageOf } from '../../src/languages/language.ts';
import { OUTLINES } from '../../src/languages/outline.ts';
import type { View } from '../../src/workspace/view.ts';
import { planModules } from '../modules/plan-modules.ts';
import { quoted } from './command-line.ts';
import { FILE_LINES } from './rules.ts';

/** How many long files are planned: those that a report has room for. */
const PLANNED = 6;

/** Names, for the longest files, the split that would bring them under their ceiling, with its numbers. Nothing is written. */
export function predictMends(view: View, findings: readonly Finding[]): Finding[] {
  const longest = new Set(
    findings
      .filter(({ rule }) => rule === FILE_LINES.id)
      .sort(by(({ value, limit }) => limit! / value!))
      .slice(0, PLANNED),
  );
  return findings.map((finding) => (longest.has(finding) ? { ...finding, ...predicted(view, finding) } : finding));
}

function predicted(view: View, { place: { path }, value }: Finding): Partial<Finding> {
  const grammar = view.file(path)?.grammar;
  const ceiling = view.config.budget.fileLines;
  if (!grammar || ceiling === null) return {};
  const outline = view.facts(path, OUTLINES[languageOf(grammar)]);
  if (outline.status !== 'ok') return {};
  // The names of siblings decide names, not numbers.
  const plan = planModules(outline.value, view.text(path), { path, limit: ceiling, taken: [] });
  const sizes = plan.predicted.files.map(({ lines }) => lines);
  const largest = sizes.reduce((top, lines) => Math.max(top, lines), 0);
  if (plan.modules.length === 0 || largest >= value!) return {};
  const command = `omni-refactor split ${quoted(path)}`;
  const rest = largest > ceiling ? `; ${plan.bound.setBy[0] ?? 'one unit'} alone is larger than the ceiling` : '';
  return { command, whatToDo: `${command}: ${value} → largest ${largest} lines in ${sizes.length} files${rest}` };
}
