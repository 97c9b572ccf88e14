import { branch, type LanguageRules, only } from './rules.ts';

/** The arguments of macros are token trees: nothing in them is counted, since only the macro decides what they mean. */
export const RUST_RULES: LanguageRules = {
  kinds: {
    if_expression: branch('if', 'consequence'),
    else_clause: only('else'),
    while_expression: branch('while', 'body'),
    for_expression: branch('for', 'body'),
    loop_expression: branch('loop', 'body'),
    match_expression: { ...branch('match', 'body'), cyclomatic: 0 },
    match_arm: only('arm', 'match arm'),
    try_expression: { role: 'decision', reason: '?', cyclomatic: 1 },
    let_declaration: only('let-else', 'let … else'),
    binary_expression: only('logical'),
    // `if a && let Some(x) = b && c`: one node holds all operands and operators of the chain.
    let_chain: only('logical'),
    break_expression: only('jump', 'break to a label'),
    continue_expression: only('jump', 'continue to a label'),
    closure_expression: { role: 'lambda', reason: 'closure', nests: ['body'] },
    function_item: only('function'),
    impl_item: only('type'),
    trait_item: only('type'),
    mod_item: only('namespace'),
    call_expression: only('call'),
    line_comment: only('comment'),
    block_comment: only('comment'),
    string_literal: only('string'),
    raw_string_literal: only('string'),
  },
  operators: new Set(['&&', '||']),
  quietOperators: new Set(),
  ifs: new Set(['if_expression']),
  separator: '::',
  selves: new Set(['self', 'Self']),
  memberCallees: { scoped_identifier: ['path', 'name'], field_expression: ['value', 'field'] },
  parameters: new Set(['parameter', 'variadic_parameter']),
  isDocumentation: (text) => /^(?:\/\/\/(?!\/)|\/\/!|\/\*\*(?![*/])|\/\*!)/.test(text),
};
