import { expect, test } from 'vitest';
import { gapsOf } from '../../../src/core/evidence.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import { proveOnDisk } from '../../engine/prove/rust/disk-stage.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import { PLACE_ROWS, type PlaceRow } from './place-rows.ts';

const MANIFEST = '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n';
const PATHS = ['src/m.rs', 'src/m/part.rs'];

async function proofsOf({ base, facade, part, beside }: PlaceRow) {
  const shared = { 'Cargo.toml': MANIFEST, 'src/lib.rs': 'pub mod m;\n', ...beside };
  const before = memoryView({ ...shared, 'src/m.rs': base }, { readManifests });
  const after = memoryView({ ...shared, 'src/m.rs': facade, 'src/m/part.rs': part }, { readManifests });
  return (await proveOnDisk(before, after, ['M'])).proofs;
}

test.each(PLACE_ROWS)(
  '$name: M says $tells',
  async (row) => {
    const proofs = await proofsOf(row);
    const failed = proofs.filter(({ verdict }) => verdict === 'failed');
    expect([...new Set(failed.map(({ hazard }) => hazard))]).toEqual(row.tells === null ? [] : [row.tells]);
    const gaps = gapsOf({ proofs }, ['M'], PATHS);
    expect(gaps.length === 0).toBe(row.tells === null);
    const hazards = row.tells === null ? [] : [row.tells];
    expect(gapsOf({ proofs }, ['M'], PATHS, { hazards, uncompiled: [] })).toEqual([]);
  },
  120_000,
);
