import { z } from 'zod';
import { guardPayloads } from '../../../analyzers/contracts/guard-payloads.ts';
import { EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { defineCodemod } from '../../define-codemod.ts';
import { writeOwn } from '../write-own.ts';
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
    ].map((file) => writeOwn(view, { ...file, isOwn }));
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

const isOwn = (before: string): boolean => /^(?:\/\/!|""")\s*Written by `omni-refactor contracts test`/.test(before);
