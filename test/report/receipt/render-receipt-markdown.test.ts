import { expect, test } from 'vitest';
import type { Receipt } from '../../../src/core/receipt.ts';
import { renderReceiptMarkdown } from '../../../src/report/receipt/render-receipt-markdown.ts';
import { DRAFT } from '../../helpers/locked-workspace.ts';

const mark = (hash: string, mode = 0o644) => ({ hash: hash.repeat(64), mode });

const RECEIPT: Receipt = {
  ...DRAFT,
  schemaVersion: 1,
  id: '0007-3fa9c1d2',
  command: ['omni-refactor', 'split', 'src/a b.rs', "it's"],
  asked: ['S', 'B'],
  evidence: {
    ...DRAFT.evidence,
    proofs: [
      ...DRAFT.evidence.proofs,
      { rung: 'B', path: 'src/lib.rs', configuration: 'lib', verdict: 'proven', why: 'built' },
      { rung: 'B', path: 'src/`a|b`.rs', configuration: 'lib', verdict: 'vacuous', why: 'in no build' },
    ],
  },
  notes: [
    'CODEOWNERS:2 names src/lib.rs; the new folder is added there',
    'packages/@evil/<b>.toml:1 names src/lib.rs: it is a list of the manifest, such as `include`\u0007\n# no heading',
  ],
  files: [
    { path: 'src/lib.rs', before: mark('a'), after: mark('b') },
    { path: 'src/`a|b`.rs', before: null, after: mark('c') },
    { path: 'run.sh', before: mark('d'), after: mark('d', 0o755) },
    { path: 'old.rs', before: mark('e'), after: null },
  ],
};

test('a receipt as Markdown', async () => {
  await expect(renderReceiptMarkdown(RECEIPT)).toMatchFileSnapshot('../../../snapshots/reports/receipt.md');
});

test('one without any proof says so', async () => {
  const bare = {
    ...RECEIPT,
    outcome: 'not-asked' as const,
    evidence: { proofs: [], commands: [], diagnostics: [], tools: [] },
    stage: null,
    notes: [],
  };
  await expect(renderReceiptMarkdown(bare)).toMatchFileSnapshot('../../../snapshots/reports/receipt-unproven.md');
});
