// Reads the files whose paths come on stdin, one a line, and tells of each by one line of JSON. A child of run.ts: it may crash.
import { readFileSync } from 'node:fs';
import { DIALECT_FACTS } from '../../analyzers/complexity/dialects/dialect-facts.ts';
import { FACTS } from '../../analyzers/facts.ts';
import { factsOfText } from '../../src/engine/facts/facts-of-text.ts';
import { grammarOf, languageOf } from '../../src/languages/language.ts';
import { stateOfBytes } from '../../src/workspace/read-content.ts';
import type { FileRead } from './run.ts';

const withDialects = process.argv.includes('--dialects');
const dialects = new Set(Object.values(DIALECT_FACTS).map(({ id }) => id));
const wanted = FACTS.filter(({ id }) => withDialects || !dialects.has(id));

for (const path of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  process.stdout.write(`${JSON.stringify(readOne(path))}\n`);
  // Native trees are only freed when the event loop turns.
  await new Promise((done) => setImmediate(done));
}

function readOne(path: string): FileRead {
  const grammar = grammarOf(path)!;
  const bytes = readFileSync(path);
  const state = stateOfBytes(bytes);
  const file = { path, grammar, bytes: bytes.length, state };
  const rss = process.memoryUsage.rss();
  if (state !== 'text') return { ...file, lines: 0, partial: false, failed: [], ms: 0, rss };
  const text = bytes.toString('utf8');
  const facts = wanted.filter((fact) => fact.languages.includes(languageOf(grammar)));
  const { results, parseMs, factsMs } = factsOfText(text, grammar, facts);
  const told = [...results.values()].map((each) => JSON.parse(each) as { status: string; reason?: string });
  return {
    ...file,
    lines: text.split('\n').length,
    partial: told.some(({ status }) => status === 'partial'),
    failed: told.flatMap(({ status, reason = '' }) => (status === 'failed' ? [reason] : [])),
    ms: Math.round(parseMs + factsMs),
    rss,
  };
}
