import { expect, test } from 'vitest';
import type { CallPlace } from '../../../src/mcp/server/tool.ts';
import { applyTool } from '../../../src/mcp/server/tools/apply.ts';

test('a plan whose file a package took the place of is stale, and says what to look at', async () => {
  const problem = { code: 'file-not-found', what: 'x', why: 'y', whatToDo: 'z' } as const;
  const place = {
    evidence: () => 'S',
    planOf: () => ({ text: '' }),
    run: async () => ({ problem }),
  } as unknown as CallPlace;
  const work = applyTool.work as unknown as (given: object, place: CallPlace) => Promise<object>;
  expect(await work({ planId: 'plan-000000000000', planHash: '0' }, place)).toMatchObject({
    problem: { code: 'plan-is-stale', whatToDo: expect.stringContaining('`receipt`') },
  });
});
