import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../transport/read-message.ts';
import { type Era, METHOD_NOT_FOUND } from '../versions.ts';
import { canonical } from './canonical.ts';
import { LISTS, type Listing } from './list-all.ts';
import { type ProbeFinding, tell, toolItem } from './probe-finding.ts';
import type { Transcript } from './transcript.ts';

const TOOL_NAME = /^[A-Za-z0-9_.-]{1,128}$/;

/** Lists: whether they come, end, stay the same, and name each thing once; and the schemas of tools. */
export function judgeLists(transcript: Transcript, era: Era): ProbeFinding[] {
  const { lists, schemas, observations } = transcript;
  const isAnnounced = observations.some(({ kind }) => kind === 'list-changed');
  const tools = lists.find(({ first }) => first.kind === 'tools')?.first.items ?? [];
  const oddNames = tools.filter(({ name }) => typeof name === 'string' && !TOOL_NAME.test(name));
  return [
    ...lists.flatMap(({ first }) => judgeOne(first, era)),
    ...lists.flatMap(({ first, second }) =>
      second === null || isAnnounced || second.endless !== null ? [] : judgeTwo(first, second, era),
    ),
    ...oddNames.map(({ name }) => tell('toolName', era, { symbol: String(name), item: toolItem(String(name)) })),
    ...schemas.flatMap(({ tool, side, verdict }) => {
      const symbol = `${tool} ${side}`;
      const item = toolItem(tool);
      if (verdict.kind === 'problem') return [tell('schema', era, { symbol, item, detail: verdict.why })];
      return verdict.kind === 'unjudged' ? [tell('schemaUnjudged', era, { symbol, item, detail: verdict.why })] : [];
    }),
  ];
}

function judgeOne({ kind, method, items, answers, endless }: Listing, era: Era): ProbeFinding[] {
  const last = answers.at(-1);
  const found: ProbeFinding[] = [];
  // Templates are no capability of their own: a server that has none need not have the method.
  const isOptional = kind === 'resourceTemplates';
  if (last?.kind === 'error' && !(isOptional && last.error.code === METHOD_NOT_FOUND))
    found.push(
      tell(last.error.code === METHOD_NOT_FOUND ? 'logLevel' : 'listRefused', era, {
        symbol: method,
        detail: `error ${last.error.code}`,
        sample: last.error.message,
      }),
    );
  if (endless !== null) found.push(tell('endless', era, { symbol: method, detail: endless }));
  // Pages that come round hold the same items again.
  const twice = endless === null ? namesTwice(kind, items) : [];
  return [...found, ...twice.map((name) => tell('nameTwice', era, { symbol: name }))];
}

function namesTwice(kind: Listing['kind'], items: readonly JsonObject[]): string[] {
  const key = LISTS.find((list) => list.kind === kind)!.name;
  const names = items.flatMap((item) => (typeof item[key] === 'string' ? [item[key]] : []));
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
}

function judgeTwo(first: Listing, second: Listing, era: Era): ProbeFinding[] {
  if (second.answers.some(({ kind }) => kind !== 'result')) return [];
  // Large texts are compared at once here, and not printed.
  if (isDeepStrictEqual(first.items, second.items)) return [];
  const [one, two] = [first.items.map(canonical), second.items.map(canonical)];
  const isSameSet = [...one].sort().join('\n') === [...two].sort().join('\n');
  return [tell(isSameSet ? 'order' : 'differs', era, { symbol: first.method })];
}
