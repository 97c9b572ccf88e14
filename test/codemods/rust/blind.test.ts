import { afterEach, expect, test, vi } from 'vitest';
import { rustSplitModule } from '../../../codemods/rust/split-module/index.ts';
import { changedPaths } from '../../../src/core/change-set.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { proveRustSyntax } from '../../helpers/prove-rust-syntax.ts';
import { caseNames, readCase } from './split-cases.ts';

/** The hazard that no detector of the codemod reports. */
const blind = vi.hoisted(() => ({ to: '' }));
const without = vi.hoisted(
  () =>
    <Args extends unknown[]>(detect: (...args: Args) => Refusal[]) =>
    (...args: Args): Refusal[] =>
      detect(...args).filter(({ hazard }) => hazard !== blind.to),
);
vi.mock('../../../codemods/rust/split-module/refusals.ts', async (original) => {
  const real = await original<typeof import('../../../codemods/rust/split-module/refusals.ts')>();
  return { ...real, refuseUnits: without(real.refuseUnits), refuseNames: without(real.refuseNames) };
});
vi.mock('../../../codemods/rust/split-module/refuse-lints.ts', async (original) => {
  const real = await original<typeof import('../../../codemods/rust/split-module/refuse-lints.ts')>();
  return { ...real, refuseLints: without(real.refuseLints) };
});
vi.mock('../../../codemods/rust/split-module/move-facade.ts', async (original) => {
  const real = await original<typeof import('../../../codemods/rust/split-module/move-facade.ts')>();
  return {
    ...real,
    moveFacade: (...args: Parameters<typeof real.moveFacade>) => {
      const { edits, refusals } = real.moveFacade(...args);
      return { edits, refusals: refusals.filter(({ hazard }) => hazard !== blind.to) };
    },
  };
});
vi.mock('../../../codemods/rust/split-module/file-edits.ts', async (original) => {
  const real = await original<typeof import('../../../codemods/rust/split-module/file-edits.ts')>();
  return {
    ...real,
    fileEdits: (...args: Parameters<typeof real.fileEdits>) => {
      const { edits, refusals } = real.fileEdits(...args);
      return { edits, refusals: refusals.filter(({ hazard }) => hazard !== blind.to) };
    },
  };
});
vi.mock('../../../codemods/rust/split-module/macro-scope.ts', async (original) => {
  const real = await original<typeof import('../../../codemods/rust/split-module/macro-scope.ts')>();
  return {
    ...real,
    placeMod: (...args: Parameters<typeof real.placeMod>) => {
      const placed = real.placeMod(...args);
      return 'refusal' in placed && placed.refusal.hazard === blind.to ? { at: args[2] } : placed;
    },
  };
});
afterEach(() => {
  blind.to = '';
});

const REFUSED = caseNames()
  .map((name) => ({ ...readCase(name), name }))
  .flatMap(({ refusal, ...one }) => (refusal ? [{ ...one, hazard: refusal[0]!.hazard }] : []));

/** What is written there is right: the codemod has no need of the form, and refuses it. */
const HARMLESS = ['refuses-macro-definition', 'refuses-twins-apart'];
/** A lint is no question of syntax: the build says the new warning. */
const HELD_BY_BUILD = ['refuses-lint'];
/** No list of refusals stands before these: a path, a layout or a plan that cannot be at all. */
const NEVER_WRITTEN = [
  ...['refuses-binary-root', 'refuses-import', 'refuses-included', 'refuses-item-with-module', 'refuses-mounted-twice'],
  ...['refuses-package-exclude', 'refuses-unknown-unit'],
];

/** What a codemod writes that does not see the hazard of a case; null where it cannot. */
function written({ name, hazard, view, path, plan, notes }: (typeof REFUSED)[number]) {
  if (NEVER_WRITTEN.includes(name)) return null;
  blind.to = hazard;
  const made = rustSplitModule.run(view, { path, plan, notes });
  return made.status === 'changed' ? made.changeSet : null;
}

test.each(REFUSED)('$hazard $name: S sees it by itself', (one) => {
  const { name, view } = one;
  const changeSet = written(one);
  expect(changeSet === null).toBe(NEVER_WRITTEN.includes(name));
  if (changeSet === null) return;
  const after = view.overlay(changeSet);
  const paths = changedPaths(changeSet).filter((path) => path.endsWith('.rs'));
  for (const given of [changeSet, null]) {
    const failed = proveRustSyntax(view, after, given, paths).filter(({ verdict }) => verdict !== 'proven');
    expect(failed.length === 0).toBe([...HARMLESS, ...HELD_BY_BUILD].includes(name));
  }
});
