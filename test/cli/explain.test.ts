import { expect, test } from 'vitest';
import type { FileMetrics } from '../../analyzers/complexity/metrics.ts';
import { metricsFact } from '../../analyzers/complexity/metrics-fact.ts';
import { extractFacts } from '../../src/languages/extract-facts.ts';
import { explainSchema } from '../../src/report/explain/schema.ts';
import { explainFileSchema } from '../../src/report/explain-file/schema.ts';
import { runOmni } from '../helpers/run-omni.ts';
import { tempWorkspace } from '../helpers/temp-workspace.ts';

const RUST = `struct P;
impl P {
    fn next(&mut self, v: &[i32]) -> i32 {
        for x in v {
            if *x > 1 && *x < 9 || *x == 0 {
                match x { 1 => return 1, _ => {} }
            } else {
                return self.next(&v[1..]);
            }
        }
        0
    }
}
fn flat() {}
`;
const workspace = () => tempWorkspace({ 'omni-refactor.toml': '', 'src/p.rs': RUST, 'notes.txt': 'no source' });

test('prints every +n with its line, and they add up', async () => {
  const { exitCode, stdout } = await runOmni(workspace(), ['hotspots', '--explain', 'src/p.rs:P::next']);
  expect(exitCode).toBe(0);
  await expect(stdout).toMatchFileSnapshot('../../snapshots/reports/explain/function.txt');
});

test.each(['P::next', 'next', '3'])('the JSON sums equal the metrics, by %s', async (name) => {
  const { stdout } = await runOmni(workspace(), ['hotspots', '--explain', `src/p.rs:${name}`, '--json']);
  const [told] = explainSchema.parse(JSON.parse(stdout)).functions;
  const metrics = extractFacts(RUST, 'rust', [metricsFact]).get('metrics') as { value: FileMetrics };
  const own = metrics.value.functions[0]!;
  expect([told!.cognitive!.value, told!.cyclomatic!.value]).toEqual([own.cognitive, own.cyclomatic]);
  expect(told!.cognitive!.value).toBeGreaterThan(5);
});

test('a file without a function is explained as a whole, with its functions ranked', async () => {
  const { exitCode, stdout } = await runOmni(workspace(), ['hotspots', '--explain', 'src/p.rs', '--json']);
  expect(exitCode).toBe(0);
  const { entry, functions } = explainFileSchema.parse(JSON.parse(stdout));
  expect([entry.path, functions.map(({ symbol }) => symbol)]).toEqual(['src/p.rs', ['P::next', 'flat']]);
});

test.each([
  ['src/p.rs:nxet', 'It has: P::next, flat.'],
  ['src/p.rs:', 'Write FILE:FUNCTION'],
  ['src/none.rs:f', 'Check the path'],
  ['src/none.rs', 'Check the path'],
  ['notes.txt', 'Name a Rust, Python or TypeScript file'],
])('%s is refused with a hint', async (target, hint) => {
  const { exitCode, stderr } = await runOmni(workspace(), ['hotspots', '--explain', target]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(hint);
});
