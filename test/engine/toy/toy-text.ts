/** A statement of the toy language: `let NAME = WORD …`, with indented lines that belong to it. */
export interface Let {
  readonly name: string;
  readonly words: readonly string[];
  /** Offsets of its lines, without the last line break. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `use NAME from FILE` binds a name of another file; `give NAME from FILE` offers it too. */
export interface Link {
  readonly kind: 'use' | 'give';
  readonly name: string;
  readonly from: string;
}

export function letsIn(text: string): Let[] {
  return [...text.matchAll(/^let (\w+) =.*(?:\n[ ].*)*/gm)].map((match) => ({
    name: match[1]!,
    words: (match[0].match(/\w+/g) ?? []).slice(2),
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}

export const linksIn = (text: string): Link[] =>
  [...text.matchAll(/^(use|give) (\w+) from (\S+)$/gm)].map(([, kind, name, from]) => ({
    kind: kind as Link['kind'],
    name: name!,
    from: from!,
  }));
