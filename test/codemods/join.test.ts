import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateChangeSet } from '../../src/core/validate-change-set.ts';
import { LANGUAGES } from '../../src/engine/languages.ts';
import { caseView, judgeBySyntax } from '../helpers/judge-by-syntax.ts';
import { readFolder } from '../helpers/read-folder.ts';
import { PROJECT } from '../helpers/read-imports.ts';

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
  const view = caseView(language, readFolder(`${folder}/before`));
  const { path, parts = [] } = JSON.parse(readFileSync(at('join.json'), 'utf8')) as { path: string; parts?: string[] };
  const result = codemod.run(view, { path, parts });
  if (existsSync(at('refusal.json'))) {
    const said = result.status === 'refused' ? [...new Set(result.refusals.map(({ hazard }) => hazard))] : result;
    expect(said).toEqual(JSON.parse(readFileSync(at('refusal.json'), 'utf8')));
    // What somebody without care would make of it is seen by S alone.
    if (existsSync(at('naive')))
      expect(await judgeBySyntax(view, caseView(language, readFolder(`${folder}/naive`)))).toMatchObject({
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
  const { outcome, gaps } = await judgeBySyntax(view, after);
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
