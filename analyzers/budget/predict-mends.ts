import { by } from '../../src/core/compare.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { PlanningLanguage } from '../../src/core/language.ts';
import type { LanguageId } from '../../src/core/unit.ts';
import { languageOf } from '../../src/languages/language.ts';
import { OUTLINES } from '../../src/languages/outline.ts';
import type { View } from '../../src/workspace/view.ts';
import { planModules } from '../modules/plan-modules.ts';
import { quoted } from './command-line.ts';
import { FILE_LINES } from './rules.ts';

/** What the planner asks of a language, by its id. */
export type Planning = (id: LanguageId) => PlanningLanguage;

/** How many long files are planned: those that a report has room for. */
const PLANNED = 6;

/** Names, for the longest files, the split that would bring them under their ceiling, with its numbers. Nothing is written. */
export function predictMends(view: View, findings: readonly Finding[], planning: Planning): Finding[] {
  const longest = new Set(
    findings
      .filter(({ rule }) => rule === FILE_LINES.id)
      .sort(by(({ value, limit }) => limit! / value!))
      .slice(0, PLANNED),
  );
  return findings.map((finding) =>
    longest.has(finding) ? { ...finding, ...predicted(view, finding, planning) } : finding,
  );
}

function predicted(view: View, { place: { path }, value }: Finding, planning: Planning): Partial<Finding> {
  const grammar = view.file(path)?.grammar;
  const ceiling = view.config.budget.fileLines;
  if (!grammar || ceiling === null) return {};
  const outline = view.facts(path, OUTLINES[languageOf(grammar)]);
  if (outline.status !== 'ok') return {};
  // The names of siblings decide names, not numbers.
  const file = { language: planning(outline.value.language), outline: outline.value, text: view.text(path) };
  const plan = planModules(file, { path, limit: ceiling, taken: [] });
  const sizes = plan.predicted.files.map(({ lines }) => lines);
  const largest = sizes.reduce((top, lines) => Math.max(top, lines), 0);
  if (plan.modules.length === 0 || largest >= value!) return {};
  const command = `omni-refactor split ${quoted(path)}`;
  const rest = largest > ceiling ? `; ${plan.bound.setBy[0] ?? 'one unit'} alone is larger than the ceiling` : '';
  return { command, whatToDo: `${command}: ${value} → largest ${largest} lines in ${sizes.length} files${rest}` };
}
