import { describe, expect, it } from 'vitest';
import { nameJudge } from '../../../analyzers/modules/name/name-judge.ts';
import { nameModules } from '../../../analyzers/modules/name/name-modules.ts';
import { rustPlanning } from '../../../analyzers/modules/rust/planning.ts';
import { outlineText } from './outline-text.ts';

const names = (text: string, taken: readonly string[] = []) => {
  const outline = outlineText(text, 'rust');
  const groups = text.split('// --\n').map((part) => {
    const start = text.indexOf(part);
    return outline.units.filter((unit) => unit.body.start >= start && unit.body.start < start + part.length);
  });
  return nameModules(groups, nameJudge(rustPlanning, outline, taken));
};

describe('nameModules', () => {
  it.each([
    ['the main type', 'struct HttpServer { a: u8,\n b: u8 }\nfn run() {}\n', ['http_server']],
    ['the word that units share', 'fn parse_row() {}\nfn row_size() {}\nfn put_row() {}\n', ['row']],
    [
      'the words that the others lack',
      'fn read_row() {}\nfn new_row() {}\nfn row() {}\n// --\nfn read_cell() {}\nfn new_cell() {}\nfn cell_of() {}\n',
      ['row', 'cell'],
    ],
    ['no keyword', 'fn match_row() {}\nfn row_match() {}\nfn match_rows() {}\n', ['match_row']],
    ['no crate of the standard library', 'fn core_size() {}\nfn core_name() {}\nfn core_kind() {}\n', ['core_size']],
    ['a single function after itself', 'fn detect_venv() {}\n', ['detect_venv']],
  ])('takes %s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('leaves names that siblings have, whatever their case', () => {
    expect(names('fn put_row() {}\nfn row_size() {}\nfn row_name() {}\n', ['Row'])).not.toContain('row');
  });
});
