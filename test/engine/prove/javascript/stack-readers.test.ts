import { expect, test } from 'vitest';
import { stackReader } from '../../../../analyzers/readings/javascript/stack-readers.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const WHO = "export const who = () => new Error('x').stack;\n";

test.each<[string, Record<string, string>, string | null]>([
  ['its own stack', { 'src/part.ts': `const a = 1;\n${WHO}` }, 'src/part.ts:2'],
  [
    'a stack that is taken apart',
    { 'src/part.ts': "export const at = (e: Error) => e.stack?.split('\\n')[1];\n" },
    'src/part.ts:1',
  ],
  ['the frames of V8', { 'src/part.ts': 'Error.prepareStackTrace = (_, frames) => frames;\n' }, 'src/part.ts:1'],
  ['a package that tells callers', { 'src/part.ts': "import callsites from 'callsites';\n" }, 'src/part.ts:1'],
  ['a file that it imports', { 'src/part.ts': "import { who } from './who.js';\n", 'src/who.ts': WHO }, 'src/who.ts:1'],
  ['a stack that is only shown', { 'src/part.ts': 'export const say = (e: Error) => console.error(e.stack);\n' }, null],
  ['a stack of values', { 'src/part.ts': 'export const top = (s: { stack: number[] }) => s.stack.at(-1);\n' }, null],
])('%s', (_, files, found) => {
  expect(stackReader(memoryView(files), 'src/part.ts')).toBe(found);
});
