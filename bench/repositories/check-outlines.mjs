import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractFacts } from '../../src/languages/extract-facts.ts';
import { grammarOf, languageOf } from '../../src/languages/language.ts';
import { OUTLINES } from '../../src/languages/outline.ts';

/** Outlines every file; says whatever breaks a law of outlines: ids that repeat, units that overlap or leave the text. */
export function checkOutlines(root, paths) {
  const faults = [];
  let units = 0;
  let partial = 0;
  let slowest = { path: '', ms: 0 };
  for (const path of paths) {
    const grammar = grammarOf(path);
    if (grammar === null) continue;
    const text = readFileSync(join(root, path), 'utf8');
    const began = performance.now();
    const fact = OUTLINES[languageOf(grammar)];
    let result;
    try {
      result = extractFacts(text, grammar, [fact]).get(fact.id);
    } catch (error) {
      faults.push(`${path}: outline threw ${error.message}`);
      continue;
    }
    const ms = performance.now() - began;
    if (ms > slowest.ms) slowest = { path, ms };
    if (result.status === 'partial') partial += 1;
    units += result.value.units.length;
    faults.push(...faultsOf(result.value, text.length).map((fault) => `${path}: ${fault}`));
  }
  return { faults, units, partial, slowest };
}

function faultsOf({ units, members }, length) {
  const faults = [];
  const seen = new Set();
  for (const { id } of [...units, ...members]) {
    if (seen.has(id)) faults.push(`the id ${id} stands twice`);
    seen.add(id);
    if (/: |[\n\r\0]| #|^\s|\s$/.test(id)) faults.push(`the id ${JSON.stringify(id)} is no plain YAML scalar`);
  }
  const parents = new Set(units.map((unit) => unit.id));
  for (const member of members) if (!parents.has(member.parent)) faults.push(`${member.id} has no parent`);
  let end = 0;
  for (const unit of units) {
    if (unit.start < end) faults.push(`${unit.id} begins before the unit above it ends`);
    if (unit.end <= unit.start || unit.end > length) faults.push(`${unit.id} has no range in the text`);
    end = unit.end;
  }
  return faults;
}
