/** One statement of a shell text: its words, and the operators around it. */
export interface Statement {
  /** Without quotes; expressions (`${{ … }}`, `$(…)`, `$X`) as they stand. */
  readonly words: readonly string[];
  /** 0-based line of the first word. */
  readonly line: number;
  /** What stands in front of it and behind it: `&&`, `||`, `;`, `|`, `&`, or a line end. */
  readonly before: string;
  readonly after: string;
}

const BLANK = /(?:[ \t\r]|\\\r?\n)+/y;
const COMMENT = /#[^\n]*/y;
const OPERATOR = /\n|&&|\|\||;;?|\|&?|&(?!>)/y;
const WORD =
  /(?:'[^']*'|"(?:\\[\s\S]|[^"\\])*"|\$\{\{[\s\S]*?\}\}|\$\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\\[^\n]|[<>]&|&>|[^\s'"\\;&|])+|['"\\]/y;

/** The statements of a shell text in order. What is not closed ends with the text. */
export function statementsOf(text: string): Statement[] {
  const found: Statement[] = [];
  let open: { words: string[]; line: number } = { words: [], line: 0 };
  let before = '\n';
  const close = (operator: string): void => {
    if (open.words.length > 0) found.push({ ...open, before, after: operator });
    if (open.words.length > 0 || operator !== '\n') before = operator;
    open = { words: [], line: 0 };
  };
  for (const { kind, text: piece, line } of tokensOf(text)) {
    if (kind === 'operator') close(piece);
    else open = open.words.length === 0 ? { words: [piece], line } : { ...open, words: [...open.words, piece] };
  }
  close('\n');
  return found;
}

interface Token {
  readonly kind: 'word' | 'operator';
  readonly text: string;
  readonly line: number;
}

function* tokensOf(text: string): Generator<Token> {
  let position = 0;
  let line = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = position;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) position += found.length;
    return found;
  };
  while (position < text.length) {
    const start = line;
    const blank = take(BLANK) ?? take(COMMENT);
    const operator = blank === null ? take(OPERATOR) : null;
    const word = blank === null && operator === null ? (take(WORD) ?? text[position++]!) : null;
    line += (blank ?? operator ?? word)!.split('\n').length - 1;
    if (operator !== null) yield { kind: 'operator', text: operator, line: start };
    if (word !== null) yield { kind: 'word', text: unquoted(word), line: start };
  }
}

const PIECES = /'([^']*)'|"((?:\\[\s\S]|[^"\\])*)"|(\$\{\{[\s\S]*?\}\}|\$\([\s\S]*\))|\\([^\n])/g;

const unquoted = (word: string): string =>
  word.replace(
    PIECES,
    (whole, single?: string, double?: string, kept?: string, escaped?: string) =>
      single ?? double?.replace(/\\(["\\$`])/g, '$1').replace(/\\\r?\n/g, '') ?? kept ?? escaped ?? whole,
  );
