import type { Reference } from '../../../src/languages/javascript/lexical-names.ts';
import { useOf } from '../../../src/languages/javascript/name-reads.ts';
import { childByField, fieldOf, kindOf, type Syntax } from '../../../src/languages/syntax.ts';

/**
 * Does code leave a value as it is where it names it? `key in table` asks whether something is there, and a member of an enum is a number or
 * a text, so that nothing that is done with it reaches the enum. All else may act upon the value, or hand it to what does.
 * @param isEnum the name is declared by `enum`
 */
export function onlyAsks(syntax: Syntax, reference: Reference, isEnum: boolean): boolean {
  const { node } = reference;
  const up = syntax.parent[node]!;
  if (kindOf(syntax, up) === 'binary_expression')
    return fieldOf(syntax, node) === 'right' && kindOf(syntax, childByField(syntax, up, 'operator')) === 'in';
  const isMember = /^(member|subscript)_expression$/.test(kindOf(syntax, up)) && fieldOf(syntax, node) === 'object';
  return isEnum && isMember && useOf(syntax, reference) === 'member';
}
