import { expect, it } from 'vitest';
import { rustSplitModule } from '../../../codemods/rust/split-module/index.ts';
import type { Diagnostic } from '../../../src/core/evidence.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import { handPlan } from './split-cases.ts';

const MANIFEST = '[package]\nname = "sample"\nversion = "0.1.0"\nedition = "2021"\n';
const BASE = `pub enum Shape {
    Named { suffix: u8 },
    Plain,
}

pub trait Ending {
    fn suffix(&self) -> u8;
}

impl Ending for Shape {
    fn suffix(&self) -> u8 {
        1
    }
}

pub struct Held {
    suffix: u8,
}

impl Held {
    fn suffix(&self) -> u8 {
        fn suffix() -> u8 {
            2
        }
        suffix()
    }
}

pub fn other() {}
`;

it('a compiler that misses a name gets it where a visibility may stand, and nowhere else', () => {
  const view = memoryView({ 'Cargo.toml': MANIFEST, 'src/lib.rs': BASE }, { readManifests });
  const units = ['enum Shape', 'trait Ending', 'impl Ending for Shape', 'struct Held', 'impl Held'];
  const plan = handPlan(view, 'src/lib.rs', { part: units });
  const made = rustSplitModule.run(view, { path: 'src/lib.rs', plan, notes: false });
  if (made.status !== 'changed') throw new Error('refused');
  const missing: Diagnostic = {
    ...{ path: 'src/lib.rs', start: 0, end: 0, level: 'error', code: 'E0624', suggestions: [] },
    message: 'method `suffix` is private',
  };
  const refined = rustSplitModule.refine!(view, made.changeSet, [missing]);
  if (refined.status !== 'changed') throw new Error('refused');
  const text = view.overlay(refined.changeSet).text('src/part.rs');
  expect(text.match(/.*pub\(super\).*/g)).toEqual([
    '    pub(super) suffix: u8,',
    '    pub(super) fn suffix(&self) -> u8 {',
  ]);
  expect(text).toContain('    Named { suffix: u8 },');
});
