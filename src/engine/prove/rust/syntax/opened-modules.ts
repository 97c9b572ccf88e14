import { hashOf } from '../../../../core/hash.ts';
import { readItems } from '../../../../languages/rust/read-items.ts';
import { childByField, type Node, type Syntax } from '../../../../languages/syntax.ts';
import type { View } from '../../../../workspace/view.ts';
import type { Facade } from './facade.ts';
import { type ModLine, modLine, modLines } from './parts-of.ts';

/**
 * `mod tests { … }` of a facade that is `mod tests;` now: the facade without its text, and the module as a facade of its own that was this
 * file all along. Offsets stay what they were, so that each still leads to its place.
 */
export function openedFacades(facade: Facade, after: View, changed: ReadonlySet<string>): Facade[] {
  const { before, path } = facade;
  if (after.file(path)?.state !== 'text') return [facade];
  const syntax = before.syntax(path);
  const lines = modLines(after.syntax(path), path);
  const all = inlineModules(syntax, path);
  const found = all.flatMap((one) => {
    const twins = all.filter(({ line }) => line.name === one.line.name).length > 1;
    const line = lines.find(
      ({ name, ...rest }) => name === one.line.name && (!twins || standsOn(rest) === standsOn(one.line)),
    );
    const file = line?.candidates.find(
      (candidate) => changed.has(candidate) && after.file(candidate)?.state === 'text',
    );
    return file === undefined || before.file(file) ? [] : [{ name: one.line.name, body: one.body, file }];
  });
  if (found.length === 0) return [facade];
  const view = withoutBodies(before, path, syntax, found);
  const opened = { ...facade, before: view, opened: new Set(found.map(({ name }) => name)) };
  const inner = found.map(
    ({ name, file }): Facade => ({
      path: file,
      textPath: facade.textPath,
      before: view,
      parts: [],
      opened: new Set(),
      placeOf: facade.placeOf,
      modulePath: () => {
        const own = facade.modulePath();
        return own && [...own, name];
      },
    }),
  );
  return [opened, ...inner.flatMap((one) => openedFacades(one, after, changed))];
}

interface Inline {
  readonly line: ModLine;
  readonly body: Node;
}

const inlineModules = (syntax: Syntax, path: string): Inline[] =>
  readItems(syntax, 0).items.flatMap((item) => {
    const body = item.kind === 'mod' ? childByField(syntax, item.node, 'body') : -1;
    return body === -1 ? [] : [{ line: modLine(syntax, item, path), body }];
  });

/** Alternatives of one name are told apart by their conditions. */
const standsOn = ({ cfg, others, macroUse }: Pick<ModLine, 'cfg' | 'others' | 'macroUse'>): string =>
  JSON.stringify([cfg.map((one) => one.replace(/\s+/g, '')), others, macroUse]);

interface Opened {
  readonly name: string;
  readonly body: Node;
  readonly file: string;
}

function withoutBodies(view: View, path: string, syntax: Syntax, modules: readonly Opened[]): View {
  const { text, start, end } = syntax;
  const mode = view.file(path)!.mode;
  return view.overlay({
    base: [{ path, hash: hashOf(view.text(path)), mode }],
    edit: [
      {
        path,
        edits: modules.map(({ body }) => ({
          start: start[body]!,
          end: end[body]!,
          text: `;${blank(text.slice(start[body]! + 1, end[body]!))}`,
          reason: 'free' as const,
        })),
      },
    ],
    create: modules.map(({ file, body }) => ({
      path: file,
      mode,
      parts: [
        {
          text: blank(text.slice(0, start[body]! + 1)) + text.slice(start[body]! + 1, end[body]! - 1),
          reason: 'free' as const,
        },
      ],
    })),
    move: [],
    delete: [],
  });
}

// In one line, so that a comment behind a module stays one.
const blank = (text: string): string => ' '.repeat(text.length);
