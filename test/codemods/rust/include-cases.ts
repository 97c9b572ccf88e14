import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import { PROJECT } from '../../helpers/read-imports.ts';
import { readFolder } from './split-cases.ts';

export const INCLUDE_CASES = join(PROJECT, 'codemods/rust/include-to-mod/cases');
export const includeCaseNames = (): string[] => readdirSync(INCLUDE_CASES).sort();

export interface IncludeCase {
  readonly text: string;
  readonly path: string;
  readonly view: View;
  readonly refusal: readonly { readonly hazard: string; readonly line: number }[] | null;
}

export function readIncludeCase(name: string): IncludeCase {
  const folder = join(INCLUDE_CASES, name);
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const { path, edition } = JSON.parse(read('options.json')) as { path: string; edition?: string };
  const manifest = `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "${edition ?? '2021'}"\n`;
  const view = memoryView({ 'Cargo.toml': manifest, ...readFolder(join(folder, 'before')) }, { readManifests });
  const refusal = existsSync(join(folder, 'refusal.json')) ? JSON.parse(read('refusal.json')) : null;
  return { text: read('case.txt').trim(), path, view, refusal };
}
