import { extname } from 'node:path';
import { reducePrint } from '../../../codemods/javascript/reduce/reduce-print.ts';
import { applyEdits } from '../../core/apply-edits.ts';
import { hashOf } from '../../core/hash.ts';
import { isScript } from '../../languages/javascript/is-script.ts';
import type { BabelNode } from '../../languages/javascript/second-reader.ts';
import { grammarOf } from '../../languages/language.ts';
import { type GetParser, loadShift, type Parser, type Transform } from './load-transform.ts';
import type { Step } from './messages.ts';
import type { StepRun } from './step-run.ts';

const BY_EXTENSION: Readonly<Record<string, string>> = { '.ts': 'ts', '.mts': 'ts', '.cts': 'ts', '.tsx': 'tsx' };

/** A transform of jscodeshift: its print is reduced to the places that say something else than before. */
export function shiftStep(step: Step, { run, parser }: Transform): StepRun {
  const { shift, getParser } = loadShift();
  const named = step.parser ?? parser;
  return {
    name: step.name,
    reads: (path) => isScript(grammarOf(path)),
    run: async ({ path, text, params, records: { stats, report } }) => {
      const used = parserFor(named ?? BY_EXTENSION[extname(path)] ?? 'babel', getParser);
      const j = shiftWith(shift, used);
      const made = await run(
        { path, source: text },
        { j, jscodeshift: j, stats, report },
        { ...step.params, ...params },
      );
      if (made === undefined || made === null || made === '') return { status: 'skipped', why: null };
      if (typeof made !== 'string') throw new Error(`it returned ${typeof made} and no text`);
      if (made === text) return { status: 'unchanged' };
      const parse = (source: string): BabelNode => readable(used.parse(source));
      const reduced = reducePrint({ before: text, after: made }, { parse, hash });
      const result = applyEdits(text, reduced.edits);
      if (result === text) return { status: 'unchanged' };
      used.parse(result);
      return { status: 'changed', text: result, whole: reduced.status === 'whole' ? reduced.why : null };
    },
  };
}

const hash = (text: string): string => hashOf(text).slice(0, 20);

const known = new Map<string, Parser>();

const shifts = new Map<Parser, unknown>();

/** Making one costs as much as a small file. */
function shiftWith(shift: ReturnType<typeof loadShift>['shift'], parser: Parser): unknown {
  const found = shifts.get(parser) ?? shift.withParser(parser);
  shifts.set(parser, found);
  return found;
}

function parserFor(named: string | Parser, getParser: GetParser): Parser {
  if (typeof named !== 'string') return named;
  const found = known.get(named) ?? getParser(named);
  known.set(named, found);
  return found;
}

/** A tree with offsets; flow-parser and parsers of a transform's own may have none. */
function readable(tree: unknown): BabelNode {
  if (typeof (tree as BabelNode | null)?.start !== 'number') throw new Error('its parser gives no offsets');
  return tree as BabelNode;
}
