import type { View } from '../../../src/workspace/view.ts';
import { projectConfigs } from './files-beside.ts';

const TESTS = /(^|\/)(test_[^/]*|[^/]*_test)\.py$/;

/** Whether pytest takes tests from a file, by its usual names or those of the settings. */
export const isTestFile = (view: View, path: string): boolean =>
  TESTS.test(path) || testPatterns(view).some((pattern) => pattern.test(path.slice(path.lastIndexOf('/') + 1)));

/** Whether pytest imports a file by itself: a test file, or a conftest. */
export const isCollected = (view: View, path: string): boolean =>
  /(^|\/)conftest\.py$/.test(path) || isTestFile(view, path);

/** `python_files = check_*.py` of pytest's settings. */
function testPatterns(view: View): RegExp[] {
  return projectConfigs(view).flatMap(({ text }) => {
    const value = /^\s*python_files\s*[=:]\s*(\[[^\]]*\]|[^\n]*(?:\n[ \t]+\S[^\n]*)*)/m.exec(text)?.[1] ?? '';
    return value
      .split(/[\s,"'[\]]+/)
      .filter((word) => word !== '')
      .map(
        (word) =>
          new RegExp(
            `^${word
              .replace(/[.+^${}()|\\]/g, '\\$&')
              .replaceAll('*', '.*')
              .replaceAll('?', '.')}$`,
          ),
      );
  });
}
