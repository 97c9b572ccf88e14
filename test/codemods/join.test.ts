import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NOTHING_ACCEPTED } from '../../src/core/evidence.ts';
import { SILENT } from '../../src/core/progress.ts';
import { validateChangeSet } from '../../src/core/validate-change-set.ts';
import type { Decision } from '../../src/core/verdict.ts';
import { LANGUAGES } from '../../src/engine/languages.ts';
import { proveChange } from '../../src/engine/prove/prove-change.ts';
import { changesBetween } from '../../src/engine/verdict/changes-between.ts';
import { claimPaths, provenPaths } from '../../src/engine/verdict/claim-paths.ts';
import { decide } from '../../src/engine/verdict/decide.ts';
import { readManifests } from '../../src/workspace/read-manifests.ts';
import type { View } from '../../src/workspace/view.ts';
import { memoryView } from '../helpers/memory-view.ts';
import { readFolder } from '../helpers/read-folder.ts';
import { PROJECT } from '../helpers/read-imports.ts';

const CARGO = '[package]\nname = "case"\nversion = "0.1.0"\nedition = "2021"\n';

const viewOf = (language: string, files: Readonly<Record<string, string>>): View =>
  memoryView({ ...(language === 'rust' ? { 'Cargo.toml': CARGO } : {}), ...files }, { readManifests });

/** What S alone says of a change, whoever made it. */
async function judge(before: View, after: View): Promise<Decision> {
  const claims = claimPaths(before, after, changesBetween(before, after));
  const asked = ['S'] as const;
  const evidence = await proveChange({
    before,
    after,
    changeSet: null,
    paths: provenPaths(claims),
    asked,
    accepts: NOTHING_ACCEPTED,
    testCommand: null,
    stage: null,
    onProgress: SILENT,
    signal: new AbortController().signal,
  });
  return decide(claims, evidence, asked, NOTHING_ACCEPTED);
}

type Joining = NonNullable<(typeof LANGUAGES)[number]['join']>;

for (const { id, join: joining } of LANGUAGES) {
  const root = `codemods/${id}/join-module/cases`;
  describe(joining!.codemod.id, () => {
    for (const name of readdirSync(join(PROJECT, root)).sort()) {
      const text = readFileSync(join(PROJECT, root, name, 'case.txt'), 'utf8').trim();
      it(`${name}: ${text}`, () => check(id, joining!, `${root}/${name}`));
    }
  });
}

async function check(language: string, { codemod }: Joining, folder: string): Promise<void> {
  const at = (file: string): string => join(PROJECT, folder, file);
  const view = viewOf(language, readFolder(`${folder}/before`));
  const { path, parts = [] } = JSON.parse(readFileSync(at('join.json'), 'utf8')) as { path: string; parts?: string[] };
  const result = codemod.run(view, { path, parts });
  if (existsSync(at('refusal.json'))) {
    const said = result.status === 'refused' ? [...new Set(result.refusals.map(({ hazard }) => hazard))] : result;
    expect(said).toEqual(JSON.parse(readFileSync(at('refusal.json'), 'utf8')));
    // What somebody without care would make of it is seen by S alone.
    if (existsSync(at('naive')))
      expect(await judge(view, viewOf(language, readFolder(`${folder}/naive`)))).toMatchObject({
        outcome: 'not-proven',
      });
    return;
  }
  if (result.status === 'refused')
    throw new Error(result.refusals.map(({ hazard, why }) => `${hazard} ${why}`).join('; '));
  expect(validateChangeSet(result.changeSet, view)).toEqual([]);
  const after = view.overlay(result.changeSet);
  const files = after.files.filter((one) => one.path !== 'Cargo.toml');
  const texts = Object.fromEntries(files.map((one) => [one.path, after.text(one.path)]));
  if (process.env.UPDATE) update(at('after'), texts);
  expect(texts).toEqual(readFolder(`${folder}/after`));
  const { outcome, gaps } = await judge(view, after);
  expect(gaps.map((gap) => (gap.kind === 'failed' ? gap.proof.why : gap.kind))).toEqual([]);
  expect(outcome).toBe('proven');
}

function update(folder: string, texts: Readonly<Record<string, string>>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
