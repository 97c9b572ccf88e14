import type { GuardPayloads } from '../../../analyzers/contracts/guard-payloads.ts';

const HEAD = `//! Written by \`omni-refactor contracts test\` from \`[[contract]]\`: the payloads stand in the Python test too. Write it again after a change.

fn reads<T: serde::de::DeserializeOwned>(payload: &str) -> T {
    serde_json::from_str(payload).unwrap_or_else(|error| panic!("{payload}: {error}"))
}
`;

const KEEPS = `
fn keeps<T: serde::de::DeserializeOwned + serde::Serialize>(payload: &str) {
    let written = serde_json::to_value(reads::<T>(payload)).expect("it is written");
    assert_eq!(written, reads::<serde_json::Value>(payload));
}
`;

/** Rust reads what Python writes, and writes what Python was shown to read. */
export function rustTest(all: readonly GuardPayloads[]): string {
  const tests = all.flatMap((one) => [
    ...testOf(
      one,
      'keeps',
      'is_written_as_python_reads_it',
      one.from === 'rust' ? one.payloads.filter(({ kept }) => kept) : [],
    ),
    ...testOf(one, 'reads', 'reads_what_python_writes', one.from === 'python' ? one.payloads : []),
  ]);
  const keeps = tests.some((text) => text.includes('keeps::<')) ? KEEPS : '';
  return `${HEAD}${keeps}${tests.join('')}`;
}

function testOf(
  { id, rust }: GuardPayloads,
  call: string,
  what: string,
  payloads: GuardPayloads['payloads'],
): string[] {
  if (payloads.length === 0) return [];
  const statement = call === 'keeps' ? `keeps::<${rust.name}>(payload);` : `let _: ${rust.name} = reads(payload);`;
  const lines = payloads.map(({ text }) => `        ${raw(text)},\n`).join('');
  return [
    `\n#[test]\nfn ${wordsOf(id)}_${what}() {\n    for payload in [\n${lines}    ] {\n        ${statement}\n    }\n}\n`,
  ];
}

/** A raw string with as many marks as it takes. */
function raw(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/"(#*)/g)].map(([, marks]) => marks!.length));
  const marks = '#'.repeat(longest + 1);
  return `r${marks}"${text}"${marks}`;
}

/** An id as a part of a function's name. */
export const wordsOf = (id: string): string =>
  id
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase() || 'contract';
