import { isIgnoredByGit } from '../../../../src/workspace/javascript/git-ignores.ts';
import type { View } from '../../../../src/workspace/view.ts';
import { shippingOf } from './shipping.ts';

/**
 * The setting that holds a file back, from the repository, the wheel or the source distribution, and does not do so to the file beside it;
 * null where there is none.
 */
export function leftOutBy(view: View, path: string, beside: string): string | null {
  if (isIgnoredByGit(view, path)) return '.gitignore';
  return shippingOf(view, path)?.sieves.find(({ lets }) => lets(beside) && !lets(path))?.by ?? null;
}
