import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rustSplitModule } from '../../../codemods/rust/split-module/index.ts';
import { hashOf } from '../../../src/core/hash.ts';
import { PLAN_VERSION, type Plan } from '../../../src/core/plan.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import { PROJECT } from '../../helpers/read-imports.ts';

export const CASES = join(PROJECT, 'codemods/rust/split-module/cases');
export const caseNames = (): string[] => readdirSync(CASES).sort();

export interface Case {
  readonly name: string;
  readonly path: string;
  readonly plan: Plan;
  readonly view: View;
  readonly notes: boolean;
  readonly refusal: readonly { readonly hazard: string; readonly line: number }[] | null;
}

export function readCase(name: string): Case {
  const folder = join(CASES, name);
  const plan = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as {
    path: string;
    modules: Record<string, string[]>;
    edition?: string;
    notes?: boolean;
  };
  const files = readFolder(join(folder, 'before'));
  const manifest = `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "${plan.edition ?? '2021'}"\n`;
  const view = memoryView({ 'Cargo.toml': manifest, ...files }, { readManifests });
  const refusal = join(folder, 'refusal.json');
  return {
    name,
    path: plan.path,
    plan: handPlan(view, plan.path, plan.modules),
    view,
    notes: plan.notes ?? false,
    refusal: existsSync(refusal) ? JSON.parse(readFileSync(refusal, 'utf8')) : null,
  };
}

export function readFolder(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const paths = (readdirSync(folder, { recursive: true, withFileTypes: true }) as import('node:fs').Dirent[])
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

export const handPlan = (view: View, path: string, modules: Readonly<Record<string, readonly string[]>>): Plan => ({
  version: PLAN_VERSION,
  codemod: rustSplitModule.id,
  base: [{ path, hash: hashOf(view.text(path)) }],
  options: {},
  layout: 'facade',
  limit: 500,
  bound: { lines: 0, setBy: [] },
  modules: Object.entries(modules).map(([name, units]) => ({ name, units, why: 'by hand' })),
  keep: [],
  refused: [],
  notWorth: null,
  predicted: { files: [] },
});
