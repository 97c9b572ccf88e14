import type { View } from '../../../workspace/view.ts';

/** A definition of a type in a comment, under its name; one that stands for a type of another module among them. */
const DEFINES = /@(?:typedef|callback)\s+(?:\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}\s*)?([\w$]+)/g;
const IMPORTS = /@import\s+\{([^}]*)\}/g;
const COMMENT = /\/\*\*[\s\S]*?\*\//g;
const TYPE =
  /@(?:param|returns?|type|this|property|prop|yields?|throws|satisfies|extends|implements|template|typedef|arg(?:ument)?)\s+\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/g;

/** A type that a comment of the file before defines, and that comments of a part in JavaScript name where none does; null where there is none. */
export function lostDocType(before: View, after: View, old: readonly string[], part: string): string | null {
  if (!/\.[cm]?jsx?$/.test(part)) return null;
  const defined = new Set(old.flatMap((path) => namesIn(before.text(path))));
  if (defined.size === 0) return null;
  const text = after.text(part);
  const own = new Set(namesIn(text));
  const used = commentsOf(text).flatMap((comment) =>
    [...comment.matchAll(TYPE)].flatMap(([, type]) => type!.match(/[\w$]+/g) ?? []),
  );
  return used.find((name) => defined.has(name) && !own.has(name)) ?? null;
}

const commentsOf = (text: string): readonly string[] => text.match(COMMENT) ?? [];

const namesIn = (text: string): string[] =>
  commentsOf(text).flatMap((comment) => [
    ...[...comment.matchAll(DEFINES)].map(([, name]) => name!),
    ...[...comment.matchAll(IMPORTS)].flatMap(([, list]) => list!.match(/[\w$]+(?=\s*(?:,|$))/g) ?? []),
  ]);
