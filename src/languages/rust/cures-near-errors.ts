/** A place where the grammar stumbled: a range of the text. */
export interface Stumble {
  readonly start: number;
  readonly end: number;
}

/** `hint` stands in every text that has something to cure. What is written instead is of equal length. */
interface Cure {
  readonly hint: string;
  readonly wrong: RegExp;
  readonly mend: (match: string) => string;
}

const cure = (hint: string, wrong: RegExp, mend: Cure['mend']): Cure => ({ hint, wrong, mend });

const blank = (match: string): string => match.replace(/[^\n]/g, ' ');
const zeros = (match: string): string => '0'.repeat(match.length);

/**
 * What tree-sitter-rust 0.24 cannot read although rustc can, in forms that also stand in code which it reads well: these are fixed only where it
 * stumbled. What is blanked is compared all the same: see normal-tokens.ts.
 */
const CURES: readonly Cure[] = [
  // `Shift<-1>`: a number without a sign is a constant too
  cure('-', /(?<=[<,]\s*)-\s*\d\w*(?=\s*[,>])/g, zeros),
  // `Pair { 1: b, .. }` as a pattern
  cure(':', /(?<=[{,]\s*)\d+(?=\s*:(?!:))/g, (match) => 'x'.repeat(match.length)),
  // `Pair { a, .. } = p`: an assignment whose struct has no base
  cure('..', /\.\.(?=\s*\}[\s)\]},]*=(?!=))/g, () => 'xx'),
  cure('..', /(?<=[{,]\s*)\.\.(?=\s*\}\s*[),\]}])/g, () => 'xx'),
  // `struct Unit where u32: Copy;`
  cure('where', /(?<=\bstruct\s[^;{}()]*\bwhere\b[^;{}]*);\s/g, () => '{}'),
  // `where (): Copy`, `where T:, [u8; N]:`
  cure('where', /(?<=\bwhere\b[^{}]*[\s,])\(\)(?=\s*:)/g, () => 'u8'),
  cure('where', /(?<=\bwhere\b[^{}]*[\s,])(?:\[[^\]]*\]|[\w:<>'&]+)\s*:(?:\s*,|(?=\s*[{;]))/g, blank),
  // `struct Bound<T:>(T)`, `U: A +`
  cure(':', /(?<=[\w\])}]\s*):(?=\s*[,>{;=])/g, blank),
  cure('+', /\+(?=\s*[,>{;=)])/g, blank),
  // `Vec::<u8>` as a type
  cure('::', /::(?=\s*<)/g, blank),
  // `$ name`, and a dollar for itself
  cure('$', /\$\s+(?=[A-Za-z_])/g, (match) => `$${'_'.repeat(match.length - 1)}`),
  cure('$', /\$(?![\w(]|\s*\()/g, () => '@'),
  // `|end| ..=end`: a range without a beginning as what a closure gives
  cure('..', /(?<=\|\s*)\.\.=?(?=\s*[\w(&*])/g, (match) => '-'.repeat(match.length)),
  // `P { #[cfg(a)] b, .. }` as a pattern, `(#[a] x, y)`, `fn f(#[a] #[b] x: u8)`: read as a comment
  cure('#', /#\[(?:[^[\]"]|"(?:[^"\\]|\\.)*"|\[[^[\]]*\])*\](?=\s*(?:\/\/[^\n]*\n\s*)*(?:#\[|[\w&("'[|]))/g, asComment),
];

function asComment(match: string): string {
  const inner = match.slice(2, -2);
  return match.length < 4 || inner.includes('*/') || inner.includes('/*') ? match : `/*${inner}*/`;
}

/** Parsing a text again is dear: so often a file is tried at most, and a large one less often. */
const triesFor = (text: string): number => Math.max(4, Math.min(60, Math.floor(6_000_000 / text.length)));

/**
 * Mends a text near the places where the grammar stumbled, as long as that leaves fewer of them: first all that stands right there, then what
 * stands on the lines around, one by one.
 * @param stumbles where the grammar stumbles in a text; null where it does not come to an end
 * @returns the text itself where nothing helps
 */
export function cureNearErrors(text: string, stumbles: (text: string) => readonly Stumble[] | null): string {
  const state = { text, left: stumbles(text) ?? [], tries: triesFor(text) };
  const keep = (tried: string): void => {
    if (tried === state.text || state.tries === 0 || state.left.length === 0) return;
    state.tries -= 1;
    const left = stumbles(tried);
    if (left !== null && left.length < state.left.length) Object.assign(state, { text: tried, left });
  };
  for (const { hint, wrong, mend } of CURES) {
    if (state.left.length === 0) break;
    if (!state.text.includes(hint)) continue;
    keep(replaceWithin(state.text, wrong, mend, widened(state.left)));
    const nearby = candidates(state.text, wrong, linesAround(state.text, state.left));
    for (const range of nearby) keep(replaceWithin(state.text, wrong, mend, [range]));
  }
  return state.text;
}

function replaceWithin(text: string, wrong: RegExp, mend: Cure['mend'], near: readonly Stumble[]): string {
  return text.replace(wrong, (match, ...rest) => {
    const offset = rest.find((one) => typeof one === 'number') as number;
    return near.some(({ start, end }) => start <= offset && offset < end) ? mend(match) : match;
  });
}

function candidates(text: string, wrong: RegExp, near: readonly Stumble[]): Stumble[] {
  const found = [...text.matchAll(wrong)].map(({ index }) => ({ start: index, end: index + 1 }));
  return found.filter((one) => near.some(({ start, end }) => start <= one.start && one.start < end));
}

// What is missing has no width of its own.
const widened = (stumbles: readonly Stumble[]): Stumble[] =>
  stumbles.map(({ start, end }) => ({ start: start - 2, end: end + 2 }));

/** Lines around a place in which the cause of a stumble is looked for. */
const REACH = 2;

function linesAround(text: string, stumbles: readonly Stumble[]): Stumble[] {
  return stumbles.map(({ start, end }) => {
    let from = start;
    let to = end;
    for (let i = 0; i <= REACH && from > 0; i++) from = text.lastIndexOf('\n', from - 2) + 1;
    for (let i = 0; i <= REACH && to < text.length; i++) {
      const next = text.indexOf('\n', to);
      to = next === -1 ? text.length : next + 1;
    }
    return { start: from, end: to };
  });
}
