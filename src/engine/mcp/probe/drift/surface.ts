import { by } from '../../../../core/compare.ts';
import { RefactorError } from '../../../../core/errors.ts';
import { isObject, type Json, type JsonObject } from '../../transport/read-message.ts';
import { sortedKeys } from '../canonical.ts';
import { isWhole } from '../converse.ts';
import { LISTS, type ListKind } from '../list-all.ts';
import type { Transcript } from '../transcript.ts';
import { type McpSurface, mcpSurfaceSchema } from './surface-schema.ts';

/** What a server offers, in one order. Throws RefactorError `surface-not-read` where part of it could not be read. */
export function surfaceOf({ established, lists }: Transcript): McpSurface {
  const { handshake } = established;
  if (handshake === null) throw notRead('no revision of the protocol was agreed on');
  const broken = lists.find(({ first }) => !isWhole(first) && first.kind !== 'resourceTemplates');
  if (broken) throw notRead(`${broken.first.method} was not read to its end`);
  const itemsOf = (kind: ListKind): JsonObject[] => {
    const key = LISTS.find((list) => list.kind === kind)!.name;
    const items = lists.find(({ first }) => first.kind === kind)?.first.items ?? [];
    return items.map(withoutMeta).sort(by((item) => String(item[key])));
  };
  return mcpSurfaceSchema.parse({
    schemaVersion: 1,
    kind: 'mcp-surface',
    protocolVersion: handshake.version,
    capabilities: sortedKeys(handshake.capabilities ?? {}),
    instructions: handshake.instructions,
    tools: itemsOf('tools'),
    prompts: itemsOf('prompts'),
    resources: itemsOf('resources'),
    resourceTemplates: itemsOf('resourceTemplates'),
  });
}

/** Reads a snapshot. Throws RefactorError `snapshot-not-read`. */
export function readSurface(file: string, text: string): McpSurface {
  const found = mcpSurfaceSchema.safeParse(parsed(text));
  if (found.success) return found.data;
  const [first] = found.error.issues;
  throw new RefactorError({
    code: 'snapshot-not-read',
    what: `${file} is no snapshot of a server's surface`,
    why: `at \`${first!.path.join('.') || 'its top'}\`: ${first!.message}`,
    whatToDo: 'Name a file that `mcp probe --write` wrote.',
  });
}

const withoutMeta = ({ _meta, ...item }: JsonObject): JsonObject => {
  const sorted = sortedKeys(item as Json);
  return isObject(sorted) ? sorted : {};
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const notRead = (why: string): RefactorError =>
  new RefactorError({
    code: 'surface-not-read',
    what: 'The surface of the server could not be read whole',
    why,
    whatToDo: 'Mend what the probe reports, then run it again.',
  });
