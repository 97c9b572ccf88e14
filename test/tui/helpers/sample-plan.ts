import { planModules } from '../../../analyzers/modules/plan-modules.ts';
import type { Outline } from '../../../src/core/unit.ts';
import { extractFacts } from '../../../src/languages/extract-facts.ts';
import { OUTLINES } from '../../../src/languages/outline.ts';
import type { Planned } from '../../../src/tui/engine/messages.ts';
import { plannedFile } from '../../helpers/planned-file.ts';

const functions = (subject: string, count: number): string =>
  Array.from(
    { length: count },
    (_, i) =>
      `pub fn ${subject}_step_${i}(value: u32) -> u32 {\n    let ${subject} = value + ${i};\n    ${i === 0 ? subject : `${subject}_step_${i - 1}(${subject})`}\n}\n`,
  ).join('\n');

/** Two subjects and a type with its impl. */
const SAMPLE_TEXT = `//! Juice.\nuse std::fmt;\n\npub struct Press {\n    pub juice: u32,\n}\n\nimpl Press {\n    pub fn new() -> Press {\n        Press { juice: 0 }\n    }\n}\n\n${functions('apple', 8)}\n${functions('barrel', 8)}`;

/** What the engine would answer for that file, made by the same planner. */
export function samplePlanned(path = 'src/press.rs', limit = 50, text = SAMPLE_TEXT): Planned {
  const fact = OUTLINES.rust;
  const result = extractFacts(text, 'rust', [fact]).get(fact.id)!;
  if (result.status === 'failed') throw new Error(result.reason);
  const outline = result.value as Outline;
  return { path, plan: planModules(plannedFile(outline, text), { path, limit }), outline, text, source: null };
}
