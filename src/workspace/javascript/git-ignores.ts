import type { View } from '../view.ts';
import { foldersAbove, ignoreRules, isLeftIn } from './ignore-rules.ts';

/** Would git leave a file out, by the workspace's own ignore files? */
export function isIgnoredByGit(view: View, path: string): boolean {
  const above = foldersAbove(path);
  const files = ['', ...above.map((folder) => `${folder}/`)].filter(
    (folder) => view.file(`${folder}.gitignore`)?.state === 'text',
  );
  const levels = files.map((folder) => ({
    folder,
    rules: ignoreRules(view.text(`${folder}.gitignore`).split(/\r?\n/)),
  }));
  // What is in an ignored folder cannot come back.
  return [...above.map((folder) => [folder, true] as const), [path, false] as const].some(([entry, folder]) => {
    let kept = true;
    for (const level of levels)
      if (entry.startsWith(level.folder)) kept = isLeftIn(level.rules, entry.slice(level.folder.length), folder, kept);
    return !kept;
  });
}
