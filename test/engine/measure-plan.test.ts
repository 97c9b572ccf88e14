import { expect, test } from 'vitest';
import { countLines } from '../../src/core/lines.ts';
import { makeChangeSet } from '../../src/engine/change/make-change-set.ts';
import { planFile } from '../../src/engine/plan/plan-file.ts';
import { memoryView } from '../helpers/memory-view.ts';

const WORDS = ['circle', 'square', 'parse', 'render', 'fetch', 'store'];

/** Each type with its own imports and accessors that others read, so that parts need lines which no unit has. */
const rust = WORDS.map((word, i) => {
  const Type = word[0]!.toUpperCase() + word.slice(1);
  const reads = WORDS.slice(0, i).map((other) => `    total += ${other}_size(&[]);`);
  const steps = Array.from({ length: 22 }, (_, n) => `    total += ${n};`);
  return [
    `pub struct ${Type} {\n    names: BTreeMap<String, ${Type}>,\n    left: Rc<RefCell<u32>>,\n}\n`,
    `pub fn ${word}_size(many: &[${Type}]) -> usize {\n    let mut total = many.len();`,
    ...reads,
    ...steps,
    '    total\n}\n',
    `fn ${word}_names(one: &${Type}) -> Vec<&String> {\n    one.names.keys().collect()\n}\n`,
    `pub fn ${word}_first(one: &${Type}) -> Option<&String> {\n    ${word}_names(one).first().copied()\n}\n`,
  ].join('\n');
});

const script = WORDS.map((word, i) => {
  const reads = WORDS.slice(0, i).map((other) => `  total += ${other}Size([]);`);
  const steps = Array.from({ length: 22 }, (_, n) => `  total += ${n};`);
  return [
    `export function ${word}Size(many: readonly string[]): number {\n  let total = many.length + ${word}Names(join(...many)).length;`,
    ...reads,
    ...steps,
    '  return total;\n}\n',
    `function ${word}Names(text: string): string[] {\n  return text.split(sep).filter((name) => existsSync(name));\n}\n`,
  ].join('\n');
});

const FILES = {
  'Cargo.toml': '[package]\nname = "shapes"\nversion = "1.0.0"\nedition = "2021"\n',
  'src/lib.rs': 'pub mod shapes;\n',
  'src/shapes.rs': `use std::cell::RefCell;\nuse std::collections::BTreeMap;\nuse std::rc::Rc;\n\n${rust.join('\n')}`,
  'web/shapes.ts': `import { existsSync } from 'node:fs';\nimport { join, sep } from 'node:path';\n\n${script.join('\n')}`,
};

test.each(['src/shapes.rs', 'web/shapes.ts'])(
  'the sizes of a plan for %s are those of what its split writes',
  (path) => {
    const view = memoryView(FILES);
    for (const limit of [70, 80, 90, 110, 140]) {
      const plan = planFile(view, { path, limit });
      const made = makeChangeSet(view, { path, plan, notes: false });
      if (made.status === 'refused') throw new Error(made.refusals[0]!.why);
      const after = view.overlay(made.changeSet);
      expect(plan.modules.length).toBeGreaterThan(1);
      expect(plan.predicted.files).toEqual(
        plan.predicted.files.map((file) => ({ path: file.path, lines: countLines(after.text(file.path)) })),
      );
      for (const { lines } of plan.predicted.files)
        expect(lines).toBeLessThanOrEqual(Math.max(limit, plan.bound.lines));
    }
  },
);
