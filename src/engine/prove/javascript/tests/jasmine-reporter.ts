/**
 * A reporter of jasmine: one JSON line for each test, each suite that failed by itself, and the run as a whole. It has no reporter that a program
 * could read.
 * @param output where the lines go, an absolute path
 */
export const jasmineReporter = (output: string): string => `import { appendFileSync, writeFileSync } from 'node:fs';
const output = ${JSON.stringify(output)};
const say = (type, { fullName, filename, status, failedExpectations }) =>
  appendFileSync(output, JSON.stringify({ type, fullName, filename, status, message: failedExpectations[0]?.message }) + '\\n');
export default class {
  jasmineStarted() {
    writeFileSync(output, '');
  }
  specDone(result) {
    say('spec', result);
  }
  suiteDone(result) {
    if (result.failedExpectations.length > 0) say('suite', result);
  }
  jasmineDone(result) {
    const status = result.failedExpectations.length > 0 ? 'failed' : 'passed';
    say('run', { ...result, fullName: '', filename: '', status });
  }
}
`;
