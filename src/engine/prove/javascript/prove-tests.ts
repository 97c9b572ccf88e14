import { readFileSync, rmSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { dirname } from 'node:path/posix';
import { causeIn } from '../cause-in.ts';
import { type Runner, runStaged } from '../run-staged.ts';
import type { TestOutcome, TestRun } from '../tests/compare-tests.ts';
import type { TestAttempt } from '../tests/judge-tests.ts';
import { findTool, type NodeTool } from './find-tool.ts';

/** The test runners whose reports are read: both write jest's JSON. */
export function findTestRunner(root: string, path: string): NodeTool | null {
  return findTool(root, dirname(path), 'vitest', 'vitest') ?? findTool(root, dirname(path), 'jest', 'jest');
}

const testCommandOf = ({ name, script }: NodeTool, output: string): string[] =>
  name === 'vitest'
    ? ['node', script, 'run', '--reporter=json', `--outputFile=${output}`]
    : ['node', script, '--json', `--outputFile=${output}`, '--passWithNoTests'];

/** Runs the project's tests. Tests are called `file > suite > name`; a file that cannot be loaded is a failed test of its own. */
export async function runTests(runner: Runner, tool: NodeTool): Promise<TestAttempt> {
  const output = join(runner.stage.scratch, 'javascript-tests.json');
  rmSync(output, { force: true });
  // The script is named from the folder that it is run in.
  const local = { ...tool, script: relative(tool.folder === '' ? '.' : tool.folder, tool.script) };
  const result = await runStaged(runner, testCommandOf(local, output), tool.folder, {
    env: { CI: '1', FORCE_COLOR: undefined, NO_COLOR: '1' },
    describe: ({ stderr }) => stderr,
  });
  let text: string;
  try {
    text = readFileSync(output, 'utf8');
  } catch {
    return {
      why: `${tool.name} ended with exit code ${result.exitCode} and wrote no report: ${causeIn(result.stderr)}`,
    };
  }
  return { run: readReport(text, runner.stage.root) };
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status?: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
    }[];
  }[];
}

const OUTCOMES: Readonly<Record<string, TestOutcome>> = { passed: 'passed', failed: 'failed' };

export function readReport(text: string, root: string): TestRun {
  const run = new Map<string, TestOutcome>();
  for (const { name, status, assertionResults } of (JSON.parse(text) as Report).testResults) {
    const file = isAbsolute(name) ? relative(root, name) : name;
    for (const { ancestorTitles, title, status: outcome } of assertionResults) {
      const id = [file, ...ancestorTitles.filter((one) => one !== ''), title].join(' > ');
      let unique = id;
      for (let n = 2; run.has(unique); n++) unique = `${id} #${n}`;
      run.set(unique, OUTCOMES[outcome] ?? 'skipped');
    }
    if (assertionResults.length === 0) run.set(`${file} > (file)`, OUTCOMES[status ?? 'passed'] ?? 'skipped');
  }
  return run;
}
