import { findBridges } from '../../../analyzers/bridge/find-bridges.ts';
import type { Bridge } from '../../../analyzers/bridge/native.ts';
import { pythonIndex } from '../../../analyzers/bridge/python/python-index.ts';
import { stubPathFor } from '../../../analyzers/bridge/stub/absent-stubs.ts';
import { type NativeStub, stubsOf } from '../../../analyzers/bridge/stub/judge-stubs.ts';
import { printStub } from '../../../analyzers/bridge/stub/print-stub.ts';
import { type ChangeSet, EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { hashOf } from '../../../src/core/hash.ts';
import { defineCodemod } from '../../define-codemod.ts';
import { MEND_OPTIONS, type MendOptions } from '../../mend-options.ts';
import { editStub } from './edit-stub.ts';

/** Writes the stub of a native module where there is none, and brings one that stands up to date; what it does not have to touch stays. */
export const writeBridgeStub = defineCodemod<MendOptions>({
  id: 'workspace/write-bridge-stub',
  languages: ['python'],
  title: 'Write or update the stub of a native module from what Rust exports',
  examples: [],
  options: MEND_OPTIONS,
  run(view, { places }) {
    const { bridges } = findBridges(view);
    const python = pythonIndex(view);
    const names = { python, bridges, set: new Set<string>() };
    const stubs = stubsOf(view, names);
    const asked = new Map<string, Set<string>>();
    for (const { path, symbol } of places)
      if (symbol !== null) asked.set(path, new Set([...(asked.get(path) ?? []), symbol]));
    const edit = stubs.flatMap((stub: NativeStub) => {
      const edits = editStub(view.syntax(stub.stubPath), stub, asked.get(stub.stubPath) ?? new Set());
      return edits.length === 0 ? [] : [{ path: stub.stubPath, edits }];
    });
    const create = bridges.flatMap((bridge: Bridge): ChangeSet['create'] => {
      const wanted = places.some(({ rule, symbol }) => rule === 'bridge-stub-absent' && symbol === bridge.module);
      const path = wanted ? stubPathFor(view, python, bridge) : null;
      if (path === null || view.file(path) !== undefined) return [];
      return [{ path, mode: 0o644, parts: [{ text: printStub(bridge.native), reason: 'free' }] }];
    });
    const base = edit.map(({ path }) => ({ path, hash: hashOf(view.text(path)), mode: view.file(path)!.mode }));
    return { status: 'changed', changeSet: { ...EMPTY_CHANGE_SET, base, edit, create }, notes: [] };
  },
});
