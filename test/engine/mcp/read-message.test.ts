import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMessage } from '../../../src/engine/mcp/transport/read-message.ts';

const read = (text: string) => readMessage(Buffer.from(text));

test.each([
  ['{"jsonrpc":"2.0","id":1,"result":{}}', 'result'],
  ['{"jsonrpc":"2.0","id":"a","result":null}', 'result'],
  ['{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"no"}}', 'error'],
  ['{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"no"}}', 'error'],
  ['{"jsonrpc":"2.0","error":{"code":-32700,"message":"no"}}', 'error'],
  ['{"jsonrpc":"2.0","id":1,"method":"ping"}', 'request'],
  ['{"jsonrpc":"2.0","method":"notifications/x"}', 'notification'],
  [' {"jsonrpc":"2.0","method":"notifications/x"}\r', 'notification'],
])('%s is a %s', (text, kind) => {
  expect(read(text).kind).toBe(kind);
});

test.each([
  ['', 'stray'],
  ['Server running on stdio', 'stray'],
  ['{"jsonrpc":"2.0"', 'stray'],
  ['"text"', 'not-a-message'],
  ['null', 'not-a-message'],
  ['7', 'not-a-message'],
  ['[]', 'batch'],
  ['[{"jsonrpc":"2.0","id":1,"result":{}}]', 'batch'],
  ['{}', 'not-a-message'],
  ['{"id":1,"result":{}}', 'not-a-message'],
  ['{"jsonrpc":"1.0","id":1,"result":{}}', 'not-a-message'],
  ['{"jsonrpc":"2.0","id":1}', 'not-a-message'],
  ['{"jsonrpc":"2.0","id":1,"result":{},"error":{"code":1,"message":""}}', 'not-a-message'],
  ['{"jsonrpc":"2.0","result":{}}', 'not-a-message'],
  ['{"jsonrpc":"2.0","id":1.5,"result":{}}', 'not-a-message'],
  ['{"jsonrpc":"2.0","id":null,"method":"ping"}', 'not-a-message'],
  ['{"jsonrpc":"2.0","id":1,"error":"boom"}', 'bad-error'],
  ['{"jsonrpc":"2.0","id":1,"error":{"code":"x","message":"boom"}}', 'bad-error'],
  ['{"jsonrpc":"2.0","id":1,"error":{"code":1.5,"message":"boom"}}', 'bad-error'],
  ['{"jsonrpc":"2.0","id":1,"error":{"code":1}}', 'bad-error'],
  [`{"jsonrpc":"2.0","id":1,"result":${'['.repeat(300)}${']'.repeat(300)}}`, 'too-deep'],
  ['['.repeat(1_000_000), 'too-deep'],
])('%.60s is told as %s', (text, fault) => {
  expect(read(text)).toMatchObject({ kind: 'malformed', fault });
});

test('brackets in strings are not depth', () => {
  expect(read(`{"jsonrpc":"2.0","id":1,"result":{"a":"${'['.repeat(900)}\\"${'{'.repeat(900)}"}}`).kind).toBe('result');
});

test('a quote behind any number of backslashes ends a string, or does not, as JSON has it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('\\', '"', '[', '{', ']', 'a'), { maxLength: 30 }), (parts) => {
      const deep = `${'['.repeat(150)}${']'.repeat(150)}`;
      const text = JSON.stringify({ jsonrpc: '2.0', id: 1, result: [parts.join(''), `${'['.repeat(300)}`, 1] });
      expect(read(text).kind).toBe('result');
      expect(read(text.replace(',1]', `,${deep}]`)).kind).toBe('result');
      expect(read(text.replace(',1]', `,[${deep.repeat(1)},${'['.repeat(250)}${']'.repeat(250)}]]`))).toMatchObject({
        fault: 'too-deep',
      });
    }),
  );
});

test('bytes that are not UTF-8 are told as such', () => {
  expect(readMessage(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))).toMatchObject({ fault: 'not-utf8' });
});

test('whatever comes has one kind, and nothing is thrown', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
        fc.json().map((text) => Buffer.from(text)),
        fc
          .record(
            {
              jsonrpc: fc.constantFrom('2.0', '1.0', 2),
              id: fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.double()),
              method: fc.oneof(fc.string(), fc.integer()),
              result: fc.jsonValue(),
              error: fc.jsonValue(),
            },
            { requiredKeys: [] },
          )
          .map((value) => Buffer.from(JSON.stringify(value))),
      ),
      (bytes) => {
        const message = readMessage(bytes);
        expect(['result', 'error', 'request', 'notification', 'malformed']).toContain(message.kind);
      },
    ),
    { numRuns: 3_000 },
  );
});
