import { z } from 'zod';
import { guardPayloads } from '../../../analyzers/contracts/guard-payloads.ts';
import { type ChangeSet, EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { hashOf } from '../../../src/core/hash.ts';
import type { View } from '../../../src/workspace/view.ts';
import { defineCodemod } from '../../define-codemod.ts';
import { pythonTest } from './python-test.ts';
import { rustTest } from './rust-test.ts';

/** Tests of both sides of every `[[contract]]`, from the same payloads. Only what it wrote itself is ever replaced. */
export const writeContractTests = defineCodemod<{
  readonly rust?: string | undefined;
  readonly python?: string | undefined;
}>({
  id: 'workspace/write-contract-tests',
  languages: ['rust', 'python'],
  title: 'Write tests for both sides of each contract, from the same payloads',
  examples: [],
  options: z.strictObject({ rust: z.string().optional(), python: z.string().optional() }),
  run(view, { rust, python }) {
    const { contracts } = view.config;
    const all = contracts.flatMap((contract) => guardPayloads(view, contract));
    const empty = contracts.filter(({ id }) => !all.some((one) => one.id === id && one.payloads.length > 0));
    const notes = empty.map(({ id }) => `${id} has no payload that both sides surely agree on`);
    if (all.every(({ payloads }) => payloads.length === 0))
      return { status: 'changed', changeSet: EMPTY_CHANGE_SET, notes };
    const files = [
      ...(rust === undefined ? [] : [{ path: rust, text: rustTest(all) }]),
      ...(python === undefined ? [] : [{ path: python, text: pythonTest(all, contracts) }]),
    ].map((file) => written(view, file));
    return {
      status: 'changed',
      changeSet: {
        ...EMPTY_CHANGE_SET,
        base: files.flatMap(({ base }) => base),
        edit: files.flatMap(({ edit }) => edit),
        create: files.flatMap(({ create }) => create),
      },
      notes: [...notes, ...files.flatMap((one) => one.notes)],
    };
  },
});

type Written = Pick<ChangeSet, 'base' | 'edit' | 'create'> & { readonly notes: readonly string[] };

const NOTHING: Written = { base: [], edit: [], create: [], notes: [] };

function written(view: View, { path, text }: { readonly path: string; readonly text: string }): Written {
  const entry = view.file(path);
  if (!entry && view.stands(path) === null)
    return { ...NOTHING, create: [{ path, mode: 0o644, parts: [{ text, reason: 'free' }] }] };
  const before = entry?.state === 'text' ? view.text(path) : '';
  if (!entry || !/^(?:\/\/!|""")\s*Written by `omni-refactor contracts test`/.test(before))
    return { ...NOTHING, notes: [`kept ${path} as it is: it is not of this command`] };
  if (before === text) return NOTHING;
  return {
    ...NOTHING,
    base: [{ path, hash: hashOf(before), mode: entry.mode }],
    edit: [{ path, edits: [{ start: 0, end: before.length, text, reason: 'free' }] }],
  };
}
