import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ChangeSet, EMPTY_CHANGE_SET } from '../../src/core/change-set.ts';
import { hashOf } from '../../src/core/hash.ts';
import { SILENT } from '../../src/core/progress.ts';
import type { ReceiptDraft } from '../../src/core/receipt.ts';
import type { ApplyOptions } from '../../src/engine/apply/apply-change-sets.ts';
import { makeStateFolder, stateFolderOf } from '../../src/engine/state/state-folder.ts';
import type { Lock } from '../../src/engine/state/with-lock.ts';
import { type Tree, temporaryFolder, writeTree } from './disk-tree.ts';

export const DRAFT: ReceiptDraft = {
  tool: 'omni-refactor 0.0.0',
  appliedAt: '2026-01-01T00:00:00Z',
  command: ['omni-refactor', 'split', 'src/lib.rs'],
  codemods: ['rust/split-module'],
  outcome: 'proven',
  asked: ['S'],
  evidence: {
    proofs: [{ rung: 'S', path: 'src/lib.rs', configuration: '-', verdict: 'proven', why: 'every range is used once' }],
    commands: [{ command: ['cargo', 'check'], cwd: '.', exitCode: 0, seconds: 1.5, output: 'Finished\n' }],
    diagnostics: [],
    tools: ['rustc 1.95.0'],
  },
  plans: [],
  stage: { files: 3, copiedIgnored: ['src/version.py'], linked: [{ path: '.venv', to: '../venv' }], left: ['target/'] },
  inPlace: false,
};

/** A workspace on disk with a state folder beside it; the lock is taken for granted, no other process is about. */
export async function lockedWorkspace(tree: Tree): Promise<{ root: string; lock: Lock; home: string }> {
  const home = temporaryFolder();
  const root = join(home, 'ws');
  mkdirSync(root);
  writeTree(root, tree);
  const state = await stateFolderOf(root, { OMNI_REFACTOR_STATE: join(home, 'state') });
  await makeStateFolder(state);
  return { root, lock: { state }, home };
}

export const applyOptions = (lock: Lock, ...changeSets: ChangeSet[]): ApplyOptions => ({
  lock,
  changeSets,
  receipt: DRAFT,
  signal: new AbortController().signal,
  onProgress: SILENT,
});

/** A small split: `src/lib.rs` loses its second line to `src/lib/b.rs`; CRLF, BOM, tabs, an executable, no final newline. */
export const SPLIT_TREE = {
  'src/lib.rs': { bytes: '\ufefffn a() {}\r\nfn b() {\t}', mode: 0o755 },
  'src/old.rs': 'gone\n',
  'src/from.rs': 'moves\n',
  'logo.png': { bytes: new Uint8Array([0, 255, 1]), mode: 0o600 },
  'src/link.rs': '-> lib.rs',
} as const;

const LIB = SPLIT_TREE['src/lib.rs'].bytes;
const CUT = { start: LIB.indexOf('fn b'), end: LIB.length };

export const SPLIT: ChangeSet = {
  ...EMPTY_CHANGE_SET,
  base: [
    { path: 'src/lib.rs', hash: hashOf(LIB), mode: 0o755 },
    { path: 'src/old.rs', hash: hashOf('gone\n'), mode: 0o644 },
    { path: 'src/from.rs', hash: hashOf('moves\n'), mode: 0o644 },
    { path: 'logo.png', hash: hashOf(new Uint8Array([0, 255, 1])), mode: 0o600 },
  ],
  edit: [
    {
      path: 'src/lib.rs',
      edits: [
        { start: 1, end: 1, text: 'mod b;\r\n', reason: 'mod-line' },
        { ...CUT, text: '', reason: 'moved' },
      ],
    },
  ],
  create: [{ path: 'src/lib/deep/b.rs', mode: 0o600, parts: [{ from: { path: 'src/lib.rs', ...CUT } }] }],
  move: [
    { from: 'src/from.rs', to: 'src/lib/moved.rs' },
    { from: 'logo.png', to: 'assets/logo.png' },
  ],
  delete: [{ path: 'src/old.rs' }],
};
