import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import type { Document, Node } from 'yaml';

const require = createRequire(import.meta.url);

/** Loaded at first use: 72 files and 40 ms, which a run without a new workflow never needs. */
const yaml = (): typeof Yaml => require('yaml') as typeof Yaml;

export const isMap = ((node: unknown) => yaml().isMap(node)) as typeof Yaml.isMap;
export const isScalar = ((node: unknown) => yaml().isScalar(node)) as typeof Yaml.isScalar;
export const isSeq = ((node: unknown) => yaml().isSeq(node)) as typeof Yaml.isSeq;

/** A YAML file with the places of its nodes, merge keys followed. What is wrong with it stands in `document.errors`. */
export interface YamlDocument {
  readonly document: Document.Parsed;
  /** 1-based line of a node; 1 for what is none. */
  readonly lineOf: (node: unknown) => number;
}

/** Several checks look into the same workflows: each text is parsed once. */
export function yamlDocument(text: string): YamlDocument {
  const known = documents.get(text);
  if (known !== undefined) return known;
  // A bound for programs that live long; a run over one workspace stays below it.
  if (documents.size >= MOST) documents.clear();
  const { LineCounter, parseDocument } = yaml();
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, merge: true, logLevel: 'silent', prettyErrors: true });
  const lineOf = (node: unknown): number => {
    const range = (node as Partial<Node> | null)?.range;
    return range ? lineCounter.linePos(range[0]).line : 1;
  };
  const made = { document, lineOf };
  documents.set(text, made);
  return made;
}

const documents = new Map<string, YamlDocument>();
const MOST = 512;
