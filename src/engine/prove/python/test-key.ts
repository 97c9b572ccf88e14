import { runLimited } from '../run-limited.ts';
import type { TestPlan } from './prove-tests.ts';
import type { PythonRunner } from './run-python.ts';

// An installed or removed package changes the folder that it lies in.
const SCRIPT =
  'import os, sys\nprint(sys.executable, sys.version)\nfor p in sys.path:\n    if p and os.path.isdir(p): print(p, os.stat(p).st_mtime_ns)';

/** What the outcomes of Python tests depend on beside the workspace: the plan, the interpreter and its packages. */
export async function testKey({ python, stage, signal }: PythonRunner, plan: TestPlan): Promise<readonly unknown[]> {
  // Several machines that prove together keep nothing.
  if (stage.answers !== undefined) return ['python', plan];
  const result = await runLimited(stage, { command: [...python, '-c', SCRIPT], cwd: stage.scratch, signal });
  return ['python', plan, result.exitCode, result.stdout];
}
