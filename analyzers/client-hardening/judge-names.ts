import type { Finding } from '../../src/core/finding.ts';
import { lineAt, lineStartsOf } from '../../src/core/lines.ts';
import type { View } from '../../src/workspace/view.ts';
import type { ClientFile } from './client-file.ts';
import type { Client } from './clients.ts';
import { found } from './found.ts';
import { UNKNOWN_NAME } from './rules.ts';

/** A call in code quotes: `` `client.call_tool()` ``. */
const QUOTED = /`(?:[A-Za-z_][\w]*(?:::|\.))*([a-z_]\w*)\([^`\n]*\)`/g;

const DOCSTRING = /"""[\s\S]*?"""/g;

/** Functions that a README or a doc comment names, and that no source of the client holds as a word. */
export function judgeNames(view: View, { sources, readme }: Client): Finding[] {
  const words = new Set(sources.flatMap(({ code }) => code.replace(DOCSTRING, '').match(/\b[a-z_]\w*\b/g) ?? []));
  const documents =
    readme === null ? [] : [{ path: readme, text: view.text(readme), lineOf: lineFinder(view.text(readme)) }];
  return [
    ...documents.flatMap((one) => namesIn(one, one.text, 0, words)),
    ...sources.flatMap((file) => docsOf(file).flatMap(({ start, text }) => namesIn(file, text, start, words))),
  ];
}

function lineFinder(text: string): (offset: number) => number {
  const starts = lineStartsOf(text);
  return (offset) => lineAt(starts, offset);
}

const namesIn = (
  file: Pick<ClientFile, 'path' | 'lineOf'>,
  text: string,
  from: number,
  words: ReadonlySet<string>,
): Finding[] =>
  [...text.matchAll(QUOTED)]
    .filter(([, name]) => !words.has(name!))
    .map((match) =>
      found(
        UNKNOWN_NAME,
        file,
        from + match.index,
        match[1]!,
        `${match[0]} is named here, and the client has no \`${match[1]}\``,
      ),
    );

/** Doc comments of Rust, docstrings of Python. */
const docsOf = ({ text, language }: ClientFile): { start: number; text: string }[] =>
  [...text.matchAll(language.docs)].map((match) => ({
    start: match.index,
    text: match[0],
  }));
