// check-bounds.ts FOLDER… : whether any source file below these folders has more cognitive complexity than its characters say at most, and how much
// higher that bound is. Increments are added up here, without the cap that `measure` puts on files with syntax errors.
import { cognitiveBound } from '../../analyzers/complexity/bound/cognitive-bound.ts';
import { measure } from '../../analyzers/complexity/measure.ts';
import { type Language, languageOf } from '../../src/languages/language.ts';
import { parse } from '../../src/languages/parse.ts';
import { readSources } from './sources.ts';

interface Row {
  files: number;
  broken: number;
  complexity: number;
  bound: number;
  exceeded: number;
  exceededBroken: number;
}

const rows = new Map<Language, Row>();
for (const { path, grammar, text } of readSources(process.argv.slice(2), Number.POSITIVE_INFINITY)) {
  const language = languageOf(grammar);
  const row = rows.get(language) ?? { files: 0, broken: 0, complexity: 0, bound: 0, exceeded: 0, exceededBroken: 0 };
  rows.set(language, row);
  const syntax = parse(text, grammar);
  let cognitive = 0;
  measure(syntax, (_tally, metric, _node, { amount }) => {
    if (metric === 'cognitive') cognitive += amount;
  });
  const bound = cognitiveBound(text, language);
  const isBroken = syntax.errors.length > 0;
  row.files += 1;
  row.broken += isBroken ? 1 : 0;
  row.complexity += cognitive;
  row.bound += bound;
  if (cognitive > bound) {
    row[isBroken ? 'exceededBroken' : 'exceeded'] += 1;
    process.stderr.write(`${path}: ${cognitive}, bound ${bound}${isBroken ? ', with syntax errors' : ''}\n`);
  }
  // Native trees are only freed when the event loop turns.
  await new Promise((resolve) => setImmediate(resolve));
}
process.stdout.write(
  '| language | files | with errors | bound / complexity | exceeded | with errors |\n|---|---:|---:|---:|---:|---:|\n',
);
for (const [language, { files, broken, complexity, bound, exceeded, exceededBroken }] of rows)
  process.stdout.write(
    `| ${language} | ${files} | ${broken} | ${(bound / complexity).toFixed(2)} | ${exceeded} | ${exceededBroken} |\n`,
  );
