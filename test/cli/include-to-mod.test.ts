import { expect, test } from 'vitest';
import { journey } from '../helpers/journey.ts';

const PARTS = {
  'src/shop.rs':
    'include!("shop/goods.rs");\ninclude!("shop/sales.rs");\n\n#[cfg(test)]\nmod checks {\n    use super::*;\n\n    include!("shop/checks.rs");\n}\n',
  'src/shop/checks.rs': '#[test]\nfn one_good() {\n    assert_eq!(bill(&[good(1)]), "1;");\n}\n',
  'src/shop/goods.rs':
    'use std::fmt::Write;\n\npub struct Good(u32);\n\npub fn good(price: u32) -> Good {\n    Good(price)\n}\n',
  'src/shop/sales.rs':
    'pub fn bill(goods: &[Good]) -> String {\n    let mut out = String::new();\n    for Good(price) in goods {\n        write!(out, "{price};").unwrap();\n    }\n    out\n}\n\n#[test]\nfn adds_up() {\n    assert_eq!(bill(&[good(1), good(2)]), "1;2;");\n}\n',
};

test('parts become modules: proven with their tests, committed, verified and taken back', async () => {
  const { omni, json, tree, git, write } = journey('rust', PARTS);
  const lib = tree()['src/lib.rs']!.slice(4);
  write({ 'src/lib.rs': `${lib}\npub mod shop;\n` });
  git('commit', '-qam', 'mount the shop');
  const before = tree();
  expect((await omni('includes')).stdout).toContain('omni-refactor include-to-mod src/shop.rs');

  const dry = await omni('include-to-mod src/shop.rs --dry-run');
  expect(dry).toMatchObject({ exitCode: 0 });
  expect(dry.stdout).toContain('+mod goods;');
  expect(tree()).toEqual(before);

  const done = await json('split', 'include-to-mod src/shop.rs --evidence S,B,A,M,T --commit');
  expect(done, JSON.stringify(done.evidence.proofs)).toMatchObject({ outcome: 'proven', plans: [], leftOut: [] });
  expect(tree()['src/shop.rs']).toBe(
    '644 mod goods;\nmod sales;\n\npub use goods::{good, Good};\npub use sales::bill;\n\n#[cfg(test)]\nmod checks;\n',
  );
  expect(git('log', '-1', '--format=%s').trim()).toBe('Convert the includes of src/shop.rs');
  expect(await json('verify', 'verify HEAD~1 HEAD --evidence S')).toMatchObject({ outcome: 'proven' });
  expect(await omni('include-to-mod src/shop.rs')).toMatchObject({ exitCode: 0, stderr: '' });
  expect((await omni('undo')).exitCode).toBe(0);
  expect(tree()).toEqual(before);
}, 120_000);

test('a value is refused with its place', async () => {
  const { omni } = journey('rust', {
    'src/table.rs': 'pub const T: [u8; 2] = include!("t.in");\n',
    'src/t.in': '[1, 2]\n',
  });
  const refused = await omni('include-to-mod src/table.rs');
  expect(refused).toMatchObject({ exitCode: 3 });
  expect(refused.stdout).toContain('R50 src/table.rs:1\n  why: it stands in an expression');
});

test('files that others splice come after these, so that one run converts all', async () => {
  const { omni, json, tree, git, write } = journey('rust', {
    'src/shop.rs': 'fn tax() -> u32 {\n    1\n}\n\ninclude!("goods.rs");\n',
    'src/goods.rs': 'pub fn good() -> u32 {\n    price() + tax()\n}\n\ninclude!("a_price.rs");\n',
    'src/a_price.rs': 'fn price() -> u32 {\n    2\n}\n',
  });
  write({ 'src/lib.rs': `${tree()['src/lib.rs']!.slice(4)}\npub mod shop;\n` });
  git('commit', '-qam', 'mount the shop');
  const done = await json('split', 'include-to-mod src/goods.rs src/shop.rs --evidence S,B');
  expect(done, JSON.stringify(done.leftOut)).toMatchObject({ outcome: 'proven', leftOut: [] });
  expect(tree()['src/goods.rs']).toContain('mod a_price;');
  expect((await omni('undo')).exitCode).toBe(0);
}, 60_000);
