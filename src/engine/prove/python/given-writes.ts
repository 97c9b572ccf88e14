import { looksAtModule } from '../../../../analyzers/readings/python/looks-at-module.ts';

/** What a call may write to the module that it stands in, with the offset of the call. */
export interface GivenWrite {
  /** null: the text does not tell. */
  readonly name: string | null;
  /** Into its dictionary, and not through its attributes. */
  readonly hidden: boolean;
  readonly at: number;
}

/**
 * Code that writes without saying so where it stands: `exec` of a text, whose `global` names the module's, and a function that is given the
 * module's own object and may set what it likes.
 * @param module an expression for the module's own object, as a pattern
 */
export const givenWrites = (text: string, module: string): GivenWrite[] => [...executed(text), ...given(text, module)];

function executed(text: string): GivenWrite[] {
  return [...text.matchAll(/(?<![\w.])exec\s*\(/g)].flatMap(({ index, 0: head }): GivenWrite[] => {
    const [code = '', space] = argumentsAt(text, index + head.length);
    if (space !== undefined) return [];
    const compiled = /^\s*compile\s*\(/.exec(code)?.[0].length;
    const [source = ''] = compiled === undefined ? [code] : argumentsAt(code, compiled);
    const whole = /^[rRuUbB]{0,2}("""|'''|["'])([\s\S]*)\1$/.exec(source.trim())?.[2];
    if (whole === undefined) return [{ name: null, hidden: true, at: index }];
    const names = namesIn(whole, /(?:^|\n)(?!\s).*$/.test(text.slice(0, index)) || index === 0);
    return names.map((name) => ({ name, hidden: true, at: index }));
  });
}

/** Names that a text binds where it says that they are the module's, or anywhere, if it runs at the top of it. */
function namesIn(code: string, isTop: boolean): string[] {
  const declared = [...code.matchAll(/\bglobal\s+([\w\s,]+?)(?:;|\\n|\n|$)/g)].flatMap(([, names]) =>
    names!.split(',').map((name) => name.trim()),
  );
  const bound = isTop
    ? [...code.matchAll(/(?:^|;|\n|\\n)\s*(?:def\s+|class\s+)?(\w+)\s*[=(:]/g)].map(([, name]) => name!)
    : [];
  return [...new Set([...declared, ...bound])];
}

function given(text: string, module: string): GivenWrite[] {
  const handed = new RegExp(
    `(?<![\\w.])([\\w.]+)\\s*\\((?:[^()\\n]*,)?\\s*(?:\\w+\\s*=\\s*)?(?:${module})\\s*[,)]`,
    'gm',
  );
  return [...text.matchAll(handed)]
    .filter(
      ([, callee]) =>
        !looksAtModule(callee!) && !/^(?:if|while|and|or|not|in|is|return|del|for|with|assert|lambda)$/.test(callee!),
    )
    .map(({ index }) => ({ name: null, hidden: false, at: index }));
}

/** The arguments of a call, each as it is written. @param start behind its bracket */
function argumentsAt(text: string, start: number): string[] {
  const found: string[] = [];
  let from = start;
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const quote = /^("""|'''|["'])/.exec(text.slice(at, at + 3))?.[0];
    if (quote !== undefined) at = endOfString(text, at + quote.length, quote);
    else if ('([{'.includes(text[at]!)) depth++;
    else if (depth > 0 && ')]}'.includes(text[at]!)) depth--;
    else if (depth === 0 && (text[at] === ',' || text[at] === ')')) {
      if (text.slice(from, at).trim() !== '') found.push(text.slice(from, at));
      if (text[at] === ')') return found;
      from = at + 1;
    }
  }
  return found;
}

/** The offset of the last character of a string's end. */
function endOfString(text: string, start: number, quote: string): number {
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith(quote, at)) return at + quote.length - 1;
  }
  return text.length;
}
