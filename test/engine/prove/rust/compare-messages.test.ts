import { expect, it } from 'vitest';
import { messageFold, newMessages } from '../../../../src/engine/prove/rust/compare-messages.ts';
import type { CompilerMessage } from '../../../../src/engine/prove/rust/read-messages.ts';
import { memoryView } from '../../../helpers/memory-view.ts';
import { proveOnDisk } from './disk-stage.ts';

const said = (messages: readonly string[], modules: readonly string[] = []) => ({
  messages: messages.map(
    (message): CompilerMessage => ({
      manifest: '/m/Cargo.toml',
      target: 'lib',
      message: { code: { code: 'deprecated' }, level: 'warning', message, rendered: null, spans: [], children: [] },
    }),
  ),
  fold: messageFold(modules, 'demo'),
});
const fresh = (before: readonly string[], after: readonly string[], modules = ['shape::circle', 'shape']): number =>
  newMessages(said(before), said(after, modules.slice(0, 1))).length;

it('an old message is none of the new ones where only the module of what it names is new', () => {
  expect(fresh(['use of deprecated function `shape::old`'], ['use of deprecated function `shape::circle::old`'])).toBe(
    0,
  );
  expect(fresh(['useless: `Vec<shape::C, u8>`'], ['useless: `Vec<shape::circle::C, u8>`'])).toBe(0);
  expect(fresh(['use of `demo::shape::old`'], ['use of `demo::shape::circle::old`'])).toBe(0);
  expect(fresh(['use of `crate::shape::old`'], ['use of `crate::shape::circle::old`'])).toBe(0);
  expect(fresh(['`<shape::C as T>::f`'], ['`<shape::circle::C as T>::f`'])).toBe(0);
});

it('a message about something else is new, and so is an equal one more', () => {
  expect(fresh(['use of `shape::old`'], ['use of `shape::square::old`'])).toBe(1);
  expect(fresh(['use of `shape::old`'], ['use of `shape::circle::other`'])).toBe(1);
  expect(fresh(['use of `shape::old`'], ['use of `shape::circle::old`', 'use of `shape::circle::old`'])).toBe(1);
  expect(fresh(['use of `other::shape::old`'], ['use of `other::shape::circle::old`'])).toBe(1);
});

it('names what is new as the tool names it', () => {
  const [found] = newMessages(said([]), said(['use of `shape::circle::old`'], ['shape::circle']));
  expect(found!.key).toBe('lib: warning[deprecated]: use of `shape::circle::old`');
});

it("rustdoc's and rustc's old warnings stay old when what they name moves", async () => {
  const manifest = '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n';
  const item = '#[deprecated]\npub fn old() {}\n\n/// See [`super::nothing`].\npub fn linked() {}\n';
  const lib = 'pub mod shape;\n\npub fn caller() {\n    shape::old();\n}\n';
  const before = memoryView({ 'Cargo.toml': manifest, 'src/lib.rs': lib, 'src/shape.rs': item });
  const after = memoryView({
    'Cargo.toml': manifest,
    'src/lib.rs': lib,
    'src/shape.rs': 'mod part;\n\n#[allow(deprecated)]\npub use part::{linked, old};\n',
    'src/shape/part.rs': item.replace('super::nothing', 'super::super::nothing'),
  });
  const { proofs } = await proveOnDisk(before, after, ['B', 'A']);
  expect(proofs.filter(({ verdict }) => verdict === 'failed').map(({ rung, why }) => `${rung} ${why}`)).toEqual([]);
}, 120_000);
