import { readAttribute } from '../../../../languages/rust/attributes.ts';
import { childrenOf, kindOf, type Syntax } from '../../../../languages/syntax.ts';

/** `#![name(…)]` of a file. */
export interface InnerAttribute {
  readonly path: string;
  /** Between its delimiters. */
  readonly argument: string;
  /** As written, without spaces. */
  readonly text: string;
  readonly start: number;
}

export const innerAttributes = (syntax: Syntax): InnerAttribute[] =>
  childrenOf(syntax, 0)
    .filter((node) => kindOf(syntax, node) === 'inner_attribute_item')
    .map((node) => {
      const { path, text, start, end } = readAttribute(syntax, node);
      return { path, argument: text, text: syntax.text.slice(start, end).replace(/\s+/g, ''), start };
    });
