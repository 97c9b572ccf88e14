import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { defineFact } from '../../../src/languages/fact.ts';
import { readAttributes } from '../../../src/languages/rust/attributes.ts';
import { fileName } from '../../../src/languages/rust/composition/surroundings.ts';
import { type Item, readItems } from '../../../src/languages/rust/read-items.ts';
import { childByField, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import { type Draft, emptyDraft, type FileRegistrations } from '../registrations.ts';
import { readRoutes } from './read-routes.ts';

/** The tools and prompts that a Rust file registers by rmcp's macros: each type is the server of its own. Then routes of axum and actix. */
export const rustRegistrations = defineFact<FileRegistrations, null>({
  id: 'rust-registrations',
  version: 4,
  languages: ['rust'],
  start: () => null,
  finish: (_state: null, syntax: Syntax) => read(syntax),
});

function read(syntax: Syntax): FileRegistrations {
  const found = emptyDraft();
  if (/#\[\s*(?:rmcp\s*::\s*)?(?:tool|prompt)\b/.test(syntax.text)) readContainer(syntax, found, 0, '');
  readRoutes(syntax, found);
  return found;
}

function readContainer(syntax: Syntax, found: Draft, container: Node, scope: string): void {
  for (const item of readItems(syntax, container).items) {
    const body = childByField(syntax, item.node, 'body');
    if (body === -1) continue;
    if (item.kind === 'mod')
      readContainer(
        syntax,
        found,
        body,
        `${scope}${fileName(textOf(syntax, childByField(syntax, item.node, 'name')))}::`,
      );
    else if (item.kind === 'impl') {
      const type = textOf(syntax, childByField(syntax, item.node, 'type'))
        .replace(/<[\s\S]*$/, '')
        .trim();
      for (const inner of readItems(syntax, body).items)
        if (inner.kind === 'fn') readMethod(syntax, found, inner, `${scope}${type}`);
    }
  }
}

function readMethod(syntax: Syntax, found: Draft, { node, attributes }: Item, type: string): void {
  for (const { path, text } of readAttributes(syntax, attributes)) {
    const [, kind] = /^(?:rmcp::)?(tool|prompt)$/.exec(path) ?? [];
    if (kind !== 'tool' && kind !== 'prompt') continue;
    const given = /(?:^|,)\s*name\s*=\s*("[^"]*"|[^,]*)/.exec(text)?.[1];
    if (given !== undefined && !given.startsWith('"')) continue;
    const name = given?.slice(1, -1) ?? fileName(textOf(syntax, childByField(syntax, node, 'name')));
    const line = lineAt(lineStartsOf(syntax.text), syntax.start[node]!);
    const on = { variable: type, scope: '' };
    found.registrations.push({ kind, name, on, line, end: syntax.end[node]!, branches: [] });
  }
}
