// npm run bench:commonjs [-- --count 500] [--from 1000]: divides generated CommonJS modules, runs both sides under Node, and compares all that
// they tell. A sample of it is in `npm test`. Writes results.md.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareRuns } from '../../test/sabotage/javascript/commonjs/compare-runs.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '500' }, from: { type: 'string', default: '1000' } },
});
const [count, from] = [Number(values.count), Number(values.from)];
const { generated, divided, parts, faults } = compareRuns(Array.from({ length: count }, (_, index) => from + index));
const text = [
  '# Generated CommonJS modules, divided and run',
  '',
  'Made by `npm run bench:commonjs`. Each project has a module to divide and one to three modules around it that may need it back, look at its',
  'half-filled `exports`, or replace what others export. Units go to parts at random; what the codemod refuses stays. S judges the result, then',
  'Node runs both sides, and the order of loading, keys, values and calls has to be equal.',
  '',
  `${generated} generated, ${divided} divided into ${parts} parts beside the facade, ${faults.length} different or not accepted by S.`,
  '',
  ...faults.map((fault) => `- ${fault}`),
].join('\n');
writeFileSync(join(process.cwd(), 'bench/commonjs/results.md'), `${text.trimEnd()}\n`);
process.stdout.write(`${text}\n`);
if (faults.length > 0) process.exitCode = 1;
