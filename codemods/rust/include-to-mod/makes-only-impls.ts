import {
  armsOf,
  type MacroDefinition,
  type MacroDefinitions,
} from '../../../analyzers/readings/rust/macro-definitions.ts';
import { levelTokens, macroOf } from '../../../analyzers/readings/rust/macro-tokens.ts';
import { innerItem } from '../../../src/languages/rust/definitions.ts';
import { childByField, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';

const NAMELESS = /^(?:(?:static_assertions::)?(?:const_)?assert\w*|compile_error|(?:std|core)::compile_error)$/;

/** True for a call of a macro of this package whose every arm makes `impl` blocks alone: it brings no name. */
export function makesOnlyImpls(definitions: MacroDefinitions, syntax: Syntax, call: Node): boolean {
  const written = textOf(syntax, childByField(syntax, innerItem(syntax, call), 'macro'));
  if (NAMELESS.test(written)) return true;
  const known = definitions(macroOf(syntax, call));
  return known.length > 0 && known.every((one) => everyArm(one));
}

function everyArm(definition: MacroDefinition): boolean {
  const arms = armsOf(definition);
  return arms.length > 0 && arms.every((arm) => onlyImpls(definition.syntax, arm));
}

/** `impl` blocks and their attributes alone: a word or a `$name` outside of them may be an item, or a macro that makes one. */
function onlyImpls(syntax: Syntax, arm: Node): boolean {
  let impls = 0;
  let inHeader = false;
  for (const node of levelTokens(syntax, arm)) {
    const text = textOf(syntax, node);
    if (inHeader) inHeader = !text.startsWith('{');
    else if (text === 'impl') {
      impls += 1;
      inHeader = true;
    } else if (text !== 'unsafe' && !/^(?:[$#*+?,;()]|\[[\s\S]*\])$/.test(text)) return false;
  }
  return impls > 0;
}
