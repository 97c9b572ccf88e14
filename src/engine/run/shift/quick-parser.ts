/** A parser of jscodeshift, or one of a transform's own. */
export interface Parser {
  readonly parse: (text: string, options?: object) => unknown;
}

/** `@babel/parser` as jscodeshift's own parsers call it: by its property, at each parse. */
export interface Babel {
  parse: (text: string, options: object) => unknown;
}

interface Token {
  value?: unknown;
  readonly start: number;
  readonly end: number;
  readonly loc: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
}

/**
 * A parser whose tokens have their texts. recast gives each token that has none the text of its place, and normalises all its options for each of
 * them; most tokens of a file are such.
 */
export const withTokenTexts = (parser: Parser): Parser => ({
  parse: (text, options) => {
    const tree = parser.parse(text, options);
    for (const token of tokensOf(tree))
      if (typeof token.value !== 'string' && token.loc.start.line === token.loc.end.line)
        token.value = text.slice(token.start, token.end);
    return tree;
  },
});

const tokensOf = (tree: unknown): readonly Token[] => {
  const { tokens } = tree as { readonly tokens?: unknown };
  return Array.isArray(tokens) && tokens.every(isPlaced) ? tokens : [];
};

const isPlaced = (token: Partial<Token>): boolean => typeof token.start === 'number' && token.loc !== undefined;

/** A parser for trees that are only compared: by Babel, without tokens. A parser of another kind is left as it is. */
export const withoutTokens = (parser: Parser, babel: Babel): Parser => ({
  parse: (text, options) => {
    const { parse } = babel;
    babel.parse = (given, asked) => parse(given, { ...asked, tokens: false });
    try {
      return parser.parse(text, options);
    } finally {
      babel.parse = parse;
    }
  },
});
