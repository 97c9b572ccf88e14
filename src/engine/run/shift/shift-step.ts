import { extname } from 'node:path';
import { reducePrint } from '../../../../codemods/javascript/reduce/reduce-print.ts';
import { applyEdits } from '../../../core/apply-edits.ts';
import { isScript } from '../../../languages/javascript/is-script.ts';
import type { BabelNode } from '../../../languages/javascript/second-reader.ts';
import { grammarOf } from '../../../languages/language.ts';
import type { Step } from '../messages.ts';
import type { StepRun } from '../step-run.ts';
import { loadShift, type Shifting, type Transform } from './load-transform.ts';
import { type Parser, withoutTokens, withTokenTexts } from './quick-parser.ts';

const BY_EXTENSION: Readonly<Record<string, string>> = { '.ts': 'ts', '.mts': 'ts', '.cts': 'ts', '.tsx': 'tsx' };

/** A transform of jscodeshift: its print is reduced to the places that say something else than before. */
export function shiftStep(step: Step, { run, parser }: Transform): StepRun {
  const shifting = loadShift();
  const named = step.parser ?? parser;
  return {
    name: step.name,
    reads: (path) => isScript(grammarOf(path)),
    run: async ({ path, text, params, records: { stats, report } }) => {
      const { j, forTrees } = toolsFor(named ?? BY_EXTENSION[extname(path)] ?? 'babel', shifting);
      const made = await run(
        { path, source: text },
        { j, jscodeshift: j, stats, report },
        { ...step.params, ...params },
      );
      if (made === undefined || made === null || made === '') return { status: 'skipped', why: null };
      if (typeof made !== 'string') throw new Error(`it returned ${typeof made} and no text`);
      if (made === text) return { status: 'unchanged' };
      const parse = (source: string): BabelNode => readable(forTrees.parse(source));
      const reduced = reducePrint({ before: text, after: made }, parse);
      const result = applyEdits(text, reduced.edits);
      if (result === text) return { status: 'unchanged' };
      // What was reduced has been parsed.
      if (!reduced.isParsed) forTrees.parse(result);
      return { status: 'changed', text: result, whole: reduced.status === 'whole' ? reduced.why : null };
    },
  };
}

interface Tools {
  readonly j: unknown;
  /** For what is only compared. */
  readonly forTrees: Parser;
}

const known = new Map<string | Parser, Tools>();

/** Making one costs as much as a small file. */
function toolsFor(named: string | Parser, { shift, getParser, babel }: Shifting): Tools {
  const found = known.get(named);
  if (found !== undefined) return found;
  const parser = typeof named === 'string' ? getParser(named) : named;
  const made = { j: shift.withParser(withTokenTexts(parser)), forTrees: withoutTokens(parser, babel) };
  known.set(named, made);
  return made;
}

/** A tree with offsets; flow-parser and parsers of a transform's own may have none. */
function readable(tree: unknown): BabelNode {
  if (typeof (tree as BabelNode | null)?.start !== 'number') throw new Error('its parser gives no offsets');
  return tree as BabelNode;
}
