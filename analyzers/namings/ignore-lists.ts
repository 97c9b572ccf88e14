import { posix } from 'node:path';
import { foldersAbove, ignoreRules, isLeftIn } from '../../src/workspace/javascript/ignore-rules.ts';
import type { View } from '../../src/workspace/view.ts';

/** What is sent to a machine, a registry or a shop leaves these out; git's and npm's own lists are read where packages are compared. */
const LIST =
  /(?:^|\/)\.(?:docker|container|gcloud|vscode|vercel|now|eb|slug|chef|helm|func|cf|serverless|expo|eas)ignore$/;

export interface LeftOut {
  /** The list. */
  readonly path: string;
  /** The first file that it leaves out. */
  readonly file: string;
}

/** A list that leaves out a file which a divided one becomes, and not that one: `src/*\/` of `.dockerignore`. */
export function leftOutByList(view: View, path: string, added: readonly string[]): LeftOut | null {
  for (const { path: from, state } of view.files) {
    if (state !== 'text' || !LIST.test(from)) continue;
    const text = view.text(from);
    const folder = posix.dirname(from) === '.' ? '' : `${posix.dirname(from)}/`;
    const lets = (file: string): boolean =>
      !file.startsWith(folder) || isLet(text.split(/\r?\n/), file.slice(folder.length));
    if (!lets(path)) continue;
    const lost = added.find((one) => !lets(one));
    if (lost !== undefined) return { path: from, file: lost };
  }
  return null;
}

function isLet(lines: readonly string[], file: string): boolean {
  const rules = ignoreRules(lines);
  return foldersAbove(file).every((folder) => isLeftIn(rules, folder, true)) && isLeftIn(rules, file, false);
}
