import type { GuardPayloads } from '../../../analyzers/contracts/guard-payloads.ts';
import type { ContractConfig } from '../../../src/config/config.ts';
import { wordsOf } from './rust-test.ts';

/** Python reads what Rust writes, and writes what Rust was shown to read. */
export function pythonTest(all: readonly GuardPayloads[], contracts: readonly ContractConfig[]): string {
  const modules = [...new Set(all.map(({ python }) => python.module))].sort();
  const tests = all.map((one) =>
    one.from === 'rust'
      ? testOf(
          one,
          'reads_what_rust_writes',
          one.payloads,
          `    TypeAdapter(${one.python.name}).validate_json(payload)\n`,
        )
      : testOf(
          one,
          'is_written_as_rust_reads_it',
          one.payloads.filter(({ kept }) => kept),
          `    adapter = TypeAdapter(${one.python.name})\n    written = adapter.dump_json(adapter.validate_json(payload)${argumentsOf(one, contracts)})\n    assert json.loads(written) == json.loads(payload)\n`,
        ),
  );
  const body = tests.join('');
  const json = body.includes('json.loads') ? 'import json\n\n' : '';
  return `"""Written by \`omni-refactor contracts test\` from \`[[contract]]\`: the payloads stand in the Rust test too. Write it again after a change."""\n\n${json}import pytest\nfrom pydantic import TypeAdapter\n\n${modules.map((name) => `import ${name}\n`).join('')}${body}`;
}

function argumentsOf({ id }: GuardPayloads, contracts: readonly ContractConfig[]): string {
  const writes = contracts.find((one) => one.id === id)?.pythonWrites ?? [];
  return writes.map((one) => (one === 'by-name' ? ', by_alias=False' : `, ${one.replace('-', '_')}=True`)).join('');
}

function testOf({ id }: GuardPayloads, what: string, payloads: GuardPayloads['payloads'], body: string): string {
  if (payloads.length === 0) return '';
  const lines = payloads.map(({ text }) => `        ${quoted(text)},\n`).join('');
  return `\n\n@pytest.mark.parametrize(\n    "payload",\n    [\n${lines}    ],\n)\ndef test_${wordsOf(id)}_${what}(payload: str) -> None:\n${body}`;
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
