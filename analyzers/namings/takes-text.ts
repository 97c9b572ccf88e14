/** What is said of a place whose tool puts the text of a file, or a piece of it, into something else. */
export const TAKES_TEXT = 'takes in the text of the file or a piece of it, which may be in a new file';

/**
 * Directives by which documents, style sheets and modules take in the text of another file: of reStructuredText and MyST, mdBook, VitePress,
 * snippets and include plugins of MkDocs, AsciiDoc, embedmd, docsify, loaders of bundlers, Tailwind, checksums in pages.
 */
const DIRECTIVES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\.(?:rst|rest|txt|md|mdx|markdown|ad|adoc|asciidoc)$/i,
    /\.\.\s+(?:literal)?include::|\{(?:literal)?include\}|\{\{\s*#(?:rustdoc_)?(?:include|playground)\b|<<<\s*\S|@include:|--8<--|\{%-?\s*include|\{!|^include::|\[embedmd\]:|':include|\(CODE:src=|[?!]raw\b|raw-loader!/,
  ],
  [/\.(?:css|pcss|scss|less)$/i, /@source\s/],
  // A browser takes the file by its checksum.
  [/\.(?:html?|ejs|hbs|njk|php|twig|liquid|erb)$/i, /\bintegrity\s*=/],
  [/\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/, /\bwith\s*\{\s*type\s*:\s*['"]text['"]/],
];

/** Whether a line takes in the text of a file that it names. */
export const takesText = (path: string, row: string): boolean =>
  DIRECTIVES.some(([files, directive]) => files.test(path) && directive.test(row.trim()));
