import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../../src/core/plan.ts';
import { readManifests } from '../../src/workspace/read-manifests.ts';
import type { FileEntry } from '../../src/workspace/view.ts';
import { memoryView } from './memory-view.ts';
import { PROJECT_ROOT } from './run-tool.ts';

export interface SplitCase {
  readonly name: string;
  readonly folder: string;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>> | null;
  readonly plan: {
    readonly path: string;
    readonly modules: Readonly<Record<string, readonly string[]>>;
    readonly options?: Plan['options'];
    readonly layout?: string;
    readonly notes?: boolean;
    readonly cuts?: readonly { readonly unit: string; readonly name: string }[];
  };
  readonly refusal: { readonly hazard: string; readonly line: number } | null;
}

/** Every case folder of a Python codemod. */
export function splitCases(): SplitCase[] {
  const root = join(PROJECT_ROOT, 'codemods/python/split-module/cases');
  return readdirSync(root)
    .sort()
    .map((name) => {
      const folder = join(root, name);
      const json = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return {
        name,
        folder,
        before: readTexts(join(folder, 'before')),
        after: existsSync(join(folder, 'after')) ? readTexts(join(folder, 'after')) : null,
        plan: json('plan.json') as SplitCase['plan'],
        refusal: existsSync(join(folder, 'refusal.json')) ? (json('refusal.json') as SplitCase['refusal']) : null,
      };
    });
}

function readTexts(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = paths.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(texts.map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]));
}

export const viewOf = (files: Readonly<Record<string, string>>) =>
  memoryView(files, { readManifests: (entries: readonly FileEntry[], read) => readManifests(entries, read) });
