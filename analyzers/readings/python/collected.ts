import type { View } from '../../../src/workspace/view.ts';
import { unittestPatterns } from '../../namings/script-lines.ts';
import { projectConfigs } from './files-beside.ts';

const TESTS = /(^|\/)(test_[^/]*|[^/]*_test)\.py$/;

/** Whether pytest or unittest takes tests from a file, by its usual names or those that it is told. */
export const isTestFile = (view: View, path: string): boolean =>
  TESTS.test(path) || testPatterns(view).some((pattern) => pattern.test(path.slice(path.lastIndexOf('/') + 1)));

/** Whether pytest imports a file by itself: a test file, or a conftest. */
export const isCollected = (view: View, path: string): boolean =>
  /(^|\/)conftest\.py$/.test(path) || isTestFile(view, path);

const known = new WeakMap<View, readonly RegExp[]>();

/** Of pytest's settings, and of scripts that start unittest. */
function testPatterns(view: View): readonly RegExp[] {
  const before = known.get(view);
  if (before) return before;
  const patterns = [...pytestPatterns(view), ...unittestPatterns(view)].map(
    (word) =>
      new RegExp(
        `^${word
          .replace(/[.+^${}()|\\]/g, '\\$&')
          .replaceAll('*', '.*')
          .replaceAll('?', '.')}$`,
      ),
  );
  known.set(view, patterns);
  return patterns;
}

/** `python_files = check_*.py`. */
const pytestPatterns = (view: View): string[] =>
  projectConfigs(view).flatMap(({ text }) => {
    const value = /^\s*python_files\s*[=:]\s*(\[[^\]]*\]|[^\n]*(?:\n[ \t]+\S[^\n]*)*)/m.exec(text)?.[1] ?? '';
    return value.split(/[\s,"'[\]]+/).filter((word) => word !== '');
  });
