import type { ContractConfig } from '../../src/config/config.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { View } from '../../src/workspace/view.ts';
import type { Detail, Unknown } from '../gate/check.ts';
import { lostKeys } from './lost-keys.ts';
import { BREAKING, CONFIG, LOST } from './rules.ts';
import { type Comparison, compare } from './shape/compare.ts';
import { type Side, type SideName, sideOf } from './sides.ts';

export interface ContractVerdict {
  readonly findings: readonly Finding[];
  readonly unknown: readonly Unknown[];
  readonly details: readonly Detail[];
}

/** Compares the sides of one contract in its directions. */
export function judgeContract(view: View, contract: ContractConfig, config: string): ContractVerdict {
  const found = contract.sides.map((named) => sideOf(view, contract, named));
  const lost = found.flatMap((one) => ('lost' in one ? [one] : []));
  const sides = found.flatMap((one) => ('lost' in one ? [] : [one]));
  const pairs = pairsOf(waysOf(contract, sides), sides);
  const judged = pairs.map((pair) => judgePair(contract, pair));
  return {
    findings: [
      ...lost
        .filter(({ kind }) => kind === 'absent')
        .map(({ named, lost: why }) => ({
          rule: CONFIG.id,
          severity: CONFIG.severity,
          place: { path: config, ...named.place },
          symbol: `${contract.id}: ${named.text}`,
          what: `\`${contract.id}\` names \`${named.text}\`: ${why}`,
          why: CONFIG.why,
          whatToDo: CONFIG.whatToDo!,
        })),
      ...judged.flatMap(({ findings }) => findings),
    ],
    unknown: [
      ...lost
        .filter(({ kind }) => kind === 'unknown')
        .map(({ named, lost: why }) => ({
          path: config,
          reason: `${contract.id}: ${why} (${config}:${named.place.line}:${named.place.column})`,
        })),
      ...judged.flatMap(({ unknown }) => unknown),
    ],
    details: judged.map(({ detail }) => detail),
  };
}

interface Pair {
  readonly writer: Side;
  readonly reader: Side;
}

type Way = readonly [SideName, SideName];

const LANGUAGES: readonly SideName[] = ['rust', 'python', 'typescript'];

/** From which language to which; of a contract with one language and a schema, from it and to it. */
function waysOf({ direction }: ContractConfig, sides: readonly Side[]): Way[] {
  if (direction !== 'both') return [direction.split('->') as unknown as Way];
  const own = LANGUAGES.filter((name) => sides.some(({ side }) => side === name));
  const [only] = own;
  if (own.length === 1 && only !== undefined) return [[only, only]];
  return own.flatMap((from) => own.filter((to) => to !== from).map((to): Way => [from, to]));
}

/** A schema stands between the two: what is written is of it, and what is of it is read. */
function pairsOf(ways: readonly Way[], sides: readonly Side[]): Pair[] {
  const at = (name: SideName): Side | undefined => sides.find(({ side }) => side === name);
  const made = new Map<string, Pair>();
  for (const [from, to] of ways)
    for (const [first, second] of [
      [from, to],
      [from, 'schema'],
      ['schema', to],
    ] satisfies Way[]) {
      const [writer, reader] = [at(first), at(second)];
      if (writer && reader && first !== second) made.set(`${first} ${second}`, { writer, reader });
    }
  return [...made.values()];
}

interface Judged {
  readonly findings: readonly Finding[];
  readonly unknown: readonly Unknown[];
  readonly detail: Detail;
}

function judgePair({ id }: ContractConfig, { writer, reader }: Pair): Judged {
  const [written, read] = [writer.shape('writes'), reader.shape('reads')];
  const found = compare(written, read);
  const name = `${id} ${writer.side}->${reader.side}`;
  const spans = `${placeOf(writer)} writes ${writer.text}, ${placeOf(reader)} reads ${reader.text}`;
  const lost = lostKeys(written, read).map(({ way, written: key, read: others }): Finding => {
    const wanted = others.map(({ keys }) => `\`${keys[0]}\``).join(', ');
    return {
      rule: LOST.id,
      severity: LOST.severity,
      place: key.at.path === '' ? writer.at : key.at,
      symbol: `${name} ${[...way, key.keys[0]].join('.')}`,
      what: `${name}: \`${[...way, key.keys[0]].join('.')}\` is written and not read; ${wanted} is read and never written (${spans})`,
      why: LOST.why,
      whatToDo: LOST.whatToDo!,
    };
  });
  return {
    findings: [...(found.verdict === 'breaking' ? [breaking(name, reader, found, spans)] : []), ...lost],
    unknown:
      found.verdict === 'unknown'
        ? [
            {
              path: (found.field?.at ?? reader.at).path || reader.at.path,
              reason: `${name}${at(found.where)}: ${found.why} (${spans})`,
            },
          ]
        : [],
    detail: detailOf(name, { writer, reader }, found),
  };
}

const placeOf = ({ at: { path, line } }: Side): string => `${path}:${line}`;
const at = (where: string): string => (where === '' ? '' : ` at \`${where}\``);

function breaking(
  name: string,
  reader: Side,
  { where, why, example, field }: Extract<Comparison, { verdict: 'breaking' }>,
  spans: string,
): Finding {
  return {
    rule: BREAKING.id,
    severity: BREAKING.severity,
    place: field === null || field.at.path === '' ? reader.at : field.at,
    symbol: `${name} ${where}`.trim(),
    what: `${name}${at(where)}: ${why}; ${spans}; this payload breaks: ${example}`,
    why: BREAKING.why,
    whatToDo: BREAKING.whatToDo!,
  };
}

const VERDICTS = { compatible: 'enforced', breaking: 'missing', unknown: 'unknown' } as const;

function detailOf(name: string, { writer, reader }: Pair, found: Comparison): Detail {
  const firstProblem = found.verdict === 'compatible' ? { where: '', why: '' } : found;
  return {
    name,
    verdict: VERDICTS[found.verdict],
    found: `${found.verdict}${at(firstProblem.where)}${firstProblem.why === '' ? '' : `: ${firstProblem.why}`}`,
    place: reader.at,
    values: {
      verdict: found.verdict,
      writes: `${writer.text} ${placeOf(writer)}`,
      reads: `${reader.text} ${placeOf(reader)}`,
      where: firstProblem.where,
      why: firstProblem.why,
      example: found.verdict === 'breaking' ? found.example : null,
    },
  };
}
