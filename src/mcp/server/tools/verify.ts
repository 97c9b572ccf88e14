import { defineTool, EVIDENCE, READS, REVISION } from '../tool.ts';

export const verifyTool = defineTool({
  name: 'verify',
  title: 'Prove a split made by hand',
  description:
    'Proves that a split made by hand or by another tool changed nothing else: two revisions, or two folders of the workspaces. `outcome` says what was shown.',
  report: 'verify',
  annotations: READS,
  input: {
    base: REVISION.describe('The state before: a revision, or a folder.'),
    head: REVISION.describe('The state after: a revision, or a folder; `.` is the workspace as it is.'),
    evidence: EVIDENCE,
  },
  work: ({ base, head, evidence }, place) =>
    place.run(['verify', `--evidence=${place.evidence(evidence)}`, '--', place.side(base), place.side(head)]),
});
