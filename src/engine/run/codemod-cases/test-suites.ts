import { relative, sep } from 'node:path';
import type { CaseResult } from '../../../core/case-result.ts';
import type { Step } from '../messages.ts';
import { type Case, findSuites, type Suite } from './find-cases.ts';
import { type CasesOptions, differencesOf, type RanCase, runCases } from './run-cases.ts';

export interface TestOptions extends CasesOptions {
  /** Absolute; what results name is relative to it. */
  readonly root: string;
  /** Where cases are looked for, absolute. */
  readonly folder: string;
  /** False: the folder was not typed, and only codemods that are data are run. */
  readonly mayExecute: boolean;
}

/** A case that was run, with what was made of it. */
export interface Tested {
  readonly result: CaseResult;
  readonly case: Case;
  readonly ran: RanCase | null;
}

/** Runs all cases below a folder. Executes the codemods that stand beside them where that is allowed; writes nothing. */
export async function testSuites(options: TestOptions): Promise<Tested[]> {
  const tested: Tested[] = [];
  for (const suite of findSuites(options.folder)) tested.push(...(await testSuite(suite, options)));
  return tested;
}

async function testSuite(suite: Suite, options: TestOptions): Promise<Tested[]> {
  const from = (path: string): string => relative(options.root, path).split(sep).join('/');
  const codemod = from(suite.codemod);
  if (!suite.isData && !options.mayExecute) {
    const why = 'its code is executed only where its folder is typed';
    return suite.cases.map((each) => ({
      case: each,
      ran: null,
      result: { path: from(each.folder), codemod, status: 'not-run', why, files: [] },
    }));
  }
  const kind = suite.isData ? 'rules' : 'module';
  const step: Step = { kind, name: codemod, path: suite.codemod, params: {}, parser: null };
  return testCases(step, suite.cases, { ...options, codemod, from });
}

/**
 * Runs the cases of one codemod, which may be one that is shipped.
 * @internal
 */
export async function testCases(
  step: Step,
  cases: readonly Case[],
  { codemod, from, ...options }: CasesOptions & { readonly codemod: string; readonly from: (path: string) => string },
): Promise<Tested[]> {
  const ran = await runCases(step, cases, options);
  return cases.map((each, i) => ({
    case: each,
    ran: ran[i]!,
    result: { path: from(each.folder), codemod, ...judged(each, ran[i]!) },
  }));
}

function judged(each: Case, ran: RanCase): Pick<CaseResult, 'status' | 'why' | 'files'> {
  const files = differencesOf(each, ran);
  if (each.expected === null) return { status: 'failed', why: 'nothing is expected yet; --update writes it', files };
  if (files.length > 0) return { status: 'failed', why: null, files };
  if (ran.isWrong && each.report === null) return { status: 'failed', why: ran.lines.join('; '), files };
  return { status: 'passed', why: null, files };
}
