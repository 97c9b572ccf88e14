import { describe, expect, it } from 'vitest';
import { nameJudge } from '../../../analyzers/modules/name/name-judge.ts';
import { nameModules } from '../../../analyzers/modules/name/name-modules.ts';
import { rustPlanning } from '../../../analyzers/modules/rust/planning.ts';
import { outlineText } from './outline-text.ts';

const names = (text: string, taken: readonly string[] = [], own: readonly string[] = []) => {
  const outline = outlineText(text, 'rust');
  const groups = text.split('// --\n').map((part) => {
    const start = text.indexOf(part);
    return outline.units.filter((unit) => unit.body.start >= start && unit.body.start < start + part.length);
  });
  return nameModules(groups, nameJudge(rustPlanning, outline, taken), { own });
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
    ['what is got, without the verb', 'fn get_report_count() {}\n', ['report_count']],
    ['no number and no verb with one', 'fn get2() {}\nfn get_two() {}\nfn two_rows() {}\n', ['rows']],
    [
      'the name of a function that others call',
      'fn gcd_of(a: u8) { gcd(a) }\nfn gcd(a: u8) {}\nfn gcd_all() { gcd(1) }\n',
      ['gcd'],
    ],
    [
      'no name of a function that is called, where modules below may import it',
      'fn gcd_of(a: u8) { gcd(a) }\nfn gcd(a: u8) {}\nfn gcd_all() { gcd(1) }\nmod below;\n',
      ['gcd_of'],
    ],
    [
      'no name that paths begin with',
      'fn iter_of() { iter::once(1); }\nfn iter_all() {}\nfn iter_size() {}\n',
      ['iter_size'],
    ],
    ['what is made of errors', 'enum ParseError { A }\nenum SpawnError { B }\nfn of() {}\n', ['error']],
    [
      'no errors for a large type beside two of them',
      'struct Resolvent {\n a: u8,\n b: u8,\n c: u8 }\nenum ParseError { A }\nenum SpawnError { B }\n',
      ['resolvent'],
    ],
    ['what is made of constants', 'const ROW_SIZE: u8 = 1;\nconst ROW_NAME: u8 = 2;\n', ['constants']],
    [
      'what impls of a foreign type are for',
      'impl checkbox::Renderer for Renderer {}\n// --\nimpl slider::Renderer for Renderer {}\n',
      ['renderer', 'renderer_slider'],
    ],
    [
      'the trait that most is written for',
      'impl ToRow for Cell { a }\nimpl ToRow for Line {}\nimpl fmt::Display for Line {}\nimpl ToRow for Sheet {}\n',
      ['to_row'],
    ],
    ['no type of numbers', 'fn cmp_f64_i128() {}\nfn cmp_f64_u128() {}\nfn f64_cmp() {}\n', ['cmp']],
    [
      'what is built, without the verb',
      'fn build_rows() {}\nfn build_all_rows() {}\nfn build_rows_at() {}\n',
      ['rows'],
    ],
    ['no word twice', 'fn row() {}\n// --\nfn row_of() {}\n', ['row', 'row_of']],
  ])('takes %s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('leaves names that siblings have, whatever their case', () => {
    expect(names('fn put_row() {}\nfn row_size() {}\nfn row_name() {}\n', ['Row'])).not.toContain('row');
  });

  it('calls what a type can do by itself no traits', () => {
    expect(names('impl Select {}\n', ['select'])).toEqual(['select_methods']);
  });

  it('leaves out the word that the file itself has, in front', () => {
    expect(names('struct TcpListener { a: u8 }\n', [], ['tcp'])).toEqual(['listener']);
    expect(names('struct TcpIo { a: u8 }\n', [], ['tcp'])).toEqual(['tcp_io']);
  });
});
