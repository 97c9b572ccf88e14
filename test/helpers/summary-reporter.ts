import type { Reporter, TestCase, TestModule, TestRunEndReason, TestSuite } from 'vitest/node';

/** Ends the run with one plain line that any log reader understands. */
export default class SummaryReporter implements Reporter {
  private readonly counts = { passed: 0, failed: 0, skipped: 0 };

  onTestCaseResult(test: TestCase): void {
    const { state } = test.result();
    if (state !== 'pending') this.counts[state] += 1;
  }

  /** A hook that fails leaves its tests skipped: that is a failure too. */
  onTestSuiteResult(suite: TestSuite): void {
    this.counts.failed += suite.errors().length;
  }

  onTestModuleEnd(module: TestModule): void {
    this.counts.failed += module.errors().length;
  }

  onTestRunEnd(_modules: unknown, errors: readonly unknown[], reason: TestRunEndReason): void {
    if (reason === 'interrupted') return;
    const failed = this.counts.failed + errors.length;
    setImmediate(() =>
      process.stdout.write(`${this.counts.passed} passed, ${failed} failed, ${this.counts.skipped} skipped\n`),
    );
  }
}
