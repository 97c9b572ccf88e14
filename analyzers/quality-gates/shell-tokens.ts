/** One statement of a shell text: its words, and the operators around it. */
export interface Statement {
  /** Without quotes; expressions (`${{ … }}`, `$(…)`, `$X`) as they stand. */
  readonly words: readonly string[];
  /** 0-based line of the first word. */
  readonly line: number;
  /** What stands in front of it and behind it: `&&`, `||`, `;`, `|`, `&`, or a line end. */
  readonly before: string;
  readonly after: string;
  /** Subshells, `( … )`, that begin in front of it and end behind it. */
  readonly opens: number;
  readonly closes: number;
}

const BLANK = /(?:[ \t\r]|\\\r?\n)+/y;
const COMMENT = /#[^\n]*/y;
const OPERATOR = /\n|&&|\|\||;;?|\|&?|&(?!>)/y;
const OPENING = /\((?!\()/y;
const CLOSING = /\)/y;
const PARTS = String.raw`'[^']*'|"(?:\\[\s\S]|[^"\\])*"|\$\{\{[\s\S]*?\}\}|\$\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\\[^\n]|[<>]&|&>`;
const WORD = new RegExp(String.raw`(?:${PARTS}|[^\s'"\\;&|])+|['"\\]`, 'y');
/** In a subshell a closing bracket ends the word. */
const INNER_WORD = new RegExp(String.raw`(?:${PARTS}|[^\s'"\\;&|)])+|['"\\]`, 'y');

/** The statements of a shell text in order. What is not closed ends with the text. */
export function statementsOf(text: string): Statement[] {
  const found: Statement[] = [];
  const empty = { words: [] as string[], line: 0, opens: 0, closes: 0 };
  let open = empty;
  let before = '\n';
  const close = (operator: string): void => {
    if (open.words.length + open.opens + open.closes > 0) found.push({ ...open, before, after: operator });
    if (open.words.length > 0 || operator !== '\n') before = operator;
    open = empty;
  };
  for (const { kind, text: word, line } of tokensOf(text)) {
    if (kind === 'operator') close(word);
    else if (kind === 'opens' || kind === 'closes') open = { ...open, [kind]: open[kind] + 1 };
    else open = open.words.length === 0 ? { ...open, words: [word], line } : { ...open, words: [...open.words, word] };
  }
  close('\n');
  return found;
}

interface Token {
  readonly kind: 'word' | 'operator' | 'opens' | 'closes';
  readonly text: string;
  readonly line: number;
}

function* tokensOf(text: string): Generator<Token> {
  let line = 0;
  let depth = 0;
  for (let position = 0; position < text.length; ) {
    const { kind, text: taken } = tokenAt(text, position, depth);
    if (kind !== 'blank') yield { kind, text: kind === 'word' ? unquoted(taken) : taken, line };
    depth += DEPTH[kind] ?? 0;
    position += taken.length;
    line += taken.split('\n').length - 1;
  }
}

const DEPTH: Readonly<Record<string, number>> = { opens: 1, closes: -1 };

/** The token that begins at an offset, so many subshells deep. */
function tokenAt(text: string, position: number, depth: number): { kind: Token['kind'] | 'blank'; text: string } {
  for (const [kind, pattern] of depth > 0 ? INSIDE : OUTSIDE) {
    pattern.lastIndex = position;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { kind, text: found };
  }
  return { kind: 'word', text: text[position]! };
}

type Patterns = readonly (readonly [Token['kind'] | 'blank', RegExp])[];

const BEFORE: Patterns = [
  ['blank', BLANK],
  ['blank', COMMENT],
  ['opens', OPENING],
];
const OUTSIDE: Patterns = [...BEFORE, ['operator', OPERATOR], ['word', WORD]];
const INSIDE: Patterns = [...BEFORE, ['closes', CLOSING], ['operator', OPERATOR], ['word', INNER_WORD]];

const PIECES = /'([^']*)'|"((?:\\[\s\S]|[^"\\])*)"|(\$\{\{[\s\S]*?\}\}|\$\([\s\S]*\))|\\([^\n])/g;

const unquoted = (word: string): string =>
  word.replace(
    PIECES,
    (whole, single?: string, double?: string, kept?: string, escaped?: string) =>
      single ?? double?.replace(/\\(["\\$`])/g, '$1').replace(/\\\r?\n/g, '') ?? kept ?? escaped ?? whole,
  );
