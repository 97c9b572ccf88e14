import { extname } from 'node:path';
import { reducePrint, type Texts } from '../../../../codemods/javascript/reduce/reduce-print.ts';
import { applyEdits } from '../../../core/apply-edits.ts';
import { isScript } from '../../../languages/javascript/is-script.ts';
import type { BabelNode } from '../../../languages/javascript/second-reader.ts';
import { grammarOf } from '../../../languages/language.ts';
import type { Step } from '../messages.ts';
import type { Stepped, StepRun } from '../step-run.ts';
import { loadShift, type Transform } from './load-transform.ts';
import { openTools, type ToolBox } from './tools.ts';

const BY_EXTENSION: Readonly<Record<string, string>> = { '.ts': 'ts', '.mts': 'ts', '.cts': 'ts', '.tsx': 'tsx' };

/** Of this thread: what its trees ask of recast is one for all transforms. */
let tools: ToolBox | null = null;

/** A transform of jscodeshift: its print is reduced to the places that say something else than before. */
export function shiftStep(step: Step, { run, parser }: Transform): StepRun {
  tools ??= openTools(loadShift());
  const { of, close } = tools;
  const named = step.parser ?? parser;
  return {
    name: step.name,
    reads: (path) => isScript(grammarOf(path)),
    run: async ({ path, text, params, records: { stats, report } }) => {
      const { j, parse } = of(named ?? BY_EXTENSION[extname(path)] ?? 'babel');
      try {
        const made = await run(
          { path, source: text },
          { j, jscodeshift: j, stats, report },
          { ...step.params, ...params },
        );
        if (made === undefined || made === null || made === '') return { status: 'skipped', why: null };
        if (typeof made !== 'string') throw new Error(`it returned ${typeof made} and no text`);
        return made === text ? { status: 'unchanged' } : reduced({ before: text, after: made }, parse);
      } finally {
        close();
      }
    },
  };
}

function reduced(texts: Texts, parse: (text: string) => BabelNode): Stepped {
  const made = reducePrint(texts, parse);
  const text = applyEdits(texts.before, made.edits);
  if (text === texts.before) return { status: 'unchanged' };
  // What was reduced has been parsed.
  if (!made.isParsed) parse(text);
  return { status: 'changed', text, whole: made.status === 'whole' ? made.why : null };
}
