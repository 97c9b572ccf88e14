import type { View } from '../../../../workspace/view.ts';

/** Rust files of a view that the other one does not have, or has otherwise. */
export const ofDifferingFiles = (view: View, other: View): string[] =>
  view.files
    .filter(({ path, grammar, key }) => grammar === 'rust' && other.file(path)?.key !== key)
    .map(({ path }) => path);
