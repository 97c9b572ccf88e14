import type { Language } from '../../../src/languages/language.ts';

/** What the kinds of a language's nodes and tokens are, for the counts that need no nesting. */
export interface TokenClasses {
  /** Signs and keywords that do something; they are told apart by kind. */
  readonly operators: ReadonlySet<string>;
  /** Names and literals; they are told apart by their text. */
  readonly operands: ReadonlySet<string>;
  /** Operators below these parents only. */
  readonly operatorsBelow: Readonly<Record<string, readonly string[]>>;
  readonly statements: ReadonlySet<string>;
  /** Where a function can be left before its end, or with a value. */
  readonly exits: ReadonlySet<string>;
  /** A string that is a statement is documentation. */
  readonly stringsDocument: boolean;
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Rust and Python as rust-code-analysis has them, so that its published numbers hold. */
export const TOKEN_CLASSES: Readonly<Record<Language, TokenClasses>> = {
  rust: {
    stringsDocument: false,
    operators:
      words(`( { [ => + * async await continue for if let loop match return unsafe while = , -> ? < > & .. ..= -
      mutable_specifier && | ^ == != <= >= << >> % += -= *= /= %= &= |= ^= <<= >>= move . primitive_type fn ; !`),
    operatorsBelow: { '||': ['binary_expression'], '/': ['binary_expression'] },
    operands: words(`identifier string_literal raw_string_literal integer_literal float_literal boolean_literal self
      char_literal _`),
    statements: words('let_declaration expression_statement empty_statement'),
    exits: words('return_expression try_expression'),
  },
  python: {
    stringsDocument: true,
    operators:
      words(`import . from , as * >> assert := return def del raise pass break continue if elif else async for in
      while try except finally with -> = global exec @ not and or + - / % // ** | & ^ << ~ < <= == != >= > <> is += -= *=
      /= @= //= %= **= >>= <<= &= ^= |= yield await print`),
    operatorsBelow: {},
    operands: words('identifier integer float true false none string'),
    statements: words(`import_statement future_import_statement import_from_statement print_statement assert_statement
      return_statement delete_statement raise_statement pass_statement break_statement continue_statement if_statement
      for_statement while_statement try_statement with_statement match_statement global_statement nonlocal_statement
      exec_statement expression_statement type_alias_statement`),
    exits: words('return_statement raise_statement'),
  },
  javascript: {
    stringsDocument: false,
    operators:
      words(`export import extends . from ( , as * >> >>> : return delete throw break continue if else switch case
      default async for of in while do try catch finally with = @ && || ?? + - -- ++ / % ** | & ^ << ~ < <= == != >= > +=
      ! !== === -= *= /= %= **= >>= >>>= <<= &= ^= |= &&= ||= ??= yield [ { await ? ?. new let var const function => ;
      typeof instanceof void ...`),
    operatorsBelow: {},
    operands: words(`identifier property_identifier private_property_identifier shorthand_property_identifier
      shorthand_property_identifier_pattern string template_string number regex true false null this super undefined`),
    statements: words(`expression_statement lexical_declaration variable_declaration export_statement import_statement
      if_statement switch_statement for_statement for_in_statement while_statement do_statement try_statement with_statement
      break_statement continue_statement debugger_statement return_statement throw_statement empty_statement`),
    exits: words('return_statement throw_statement'),
  },
};
