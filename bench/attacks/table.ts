import type { LanguageId } from './contract.ts';
import { countBy } from './count-by.ts';
import type { AttackRow, MutationRow, Results } from './rows.ts';

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : `${Math.round((100 * part) / whole)} %`);

/** The page of all languages: what was tried, what was proven, and what it was worth. */
export function attackTable(results: ReadonlyMap<LanguageId, Results>): string {
  const told = [...results].filter(([, { attacks }]) => attacks.length > 0);
  const mutated = [...results].filter(([, { mutants }]) => mutants.length > 0);
  return [
    '# Attacks: generated programs and wrong edits',
    '',
    'Made by `npm run attacks` and `npm run attacks -- --mutate`. Each seed makes one program with at least 20 units that could move. The built',
    'tool splits it, both sides are run in processes of their own, and what they print is compared. *False*: proven, and the two sides say',
    'something else. *Far enough*: proven, with at least 20 % of the lines in new files. *Careless*: a split that looks only at whether the',
    'program loads changes what it prints, or breaks it.',
    '',
    '| language | programs | units | proven | far enough | refused | not proven | false | careless differs | careless breaks | engine |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
    ...told.map(([id, { attacks }]) => attackLine(id, attacks)),
    '',
    ...told.flatMap(([id, { attacks }]) => [...why(id, attacks), ...forms(id, attacks)]),
    '## Wrong edits',
    '',
    'Small wrong edits of splits that S had proven. Those that neither S nor the other rungs see are listed.',
    '',
    '| language | edits | seen by S | by another rung | by none | engine |',
    '| --- | ---: | ---: | ---: | ---: | --- |',
    ...mutated.map(([id, { mutants }]) => mutantLine(id, mutants)),
    '',
    ...mutated.flatMap(([id, { mutants }]) => unseen(id, mutants)),
  ].join('\n');
}

function attackLine(id: LanguageId, rows: readonly AttackRow[]): string {
  const count = (wanted: (row: AttackRow) => boolean): number => rows.filter(wanted).length;
  const share = (wanted: (row: AttackRow) => boolean): string =>
    `${count(wanted)} (${percent(count(wanted), rows.length)})`;
  return `| ${[
    id,
    rows.length,
    `${Math.min(...rows.map(({ units }) => units))}-${Math.max(...rows.map(({ units }) => units))}`,
    share(({ outcome }) => outcome === 'proven'),
    share(({ outcome, moved }) => outcome === 'proven' && moved >= 0.2),
    count(({ outcome }) => outcome === 'refused'),
    count(({ outcome }) => outcome !== 'refused' && outcome !== 'proven'),
    count(({ log }) => log !== null && log !== 'same'),
    share(({ naive }) => naive === 'differs'),
    share(({ naive }) => naive === 'breaks'),
    [...new Set(rows.map(({ engine }) => engine))].join(' '),
  ].join(' | ')} |`;
}

function why(id: LanguageId, rows: readonly AttackRow[]): string[] {
  const wrong = rows.filter(({ log }) => log !== null && log !== 'same');
  const missed = rows.filter(({ outcome }) => outcome !== 'proven');
  const reasons = countBy(missed, ({ outcome, why: said }) => `${outcome}: ${shortened(said)}`);
  return [
    ...(wrong.length === 0 ? [] : [`False in ${id}: seeds ${wrong.map(({ seed }) => seed).join(', ')}.`, '']),
    ...(reasons.length === 0
      ? []
      : [`What is not proven in ${id}:`, '', ...reasons.map(([reason, count]) => `- ${count} x ${reason}`), '']),
  ];
}

// Names and numbers of one program say nothing of the kind.
const shortened = (said: string): string =>
  said
    .replace(/`[^`]*`/g, '`…`')
    .replace(/\d+/g, 'n')
    .slice(0, 140);

const forms = (id: LanguageId, rows: readonly AttackRow[]): string[] => [
  `Forms in ${id}: ${countBy(
    rows.flatMap((row) => row.forms),
    (form) => form,
  )
    .map(([form, count]) => `${form} ${count}`)
    .join(', ')}.`,
  '',
];

function mutantLine(id: LanguageId, rows: readonly MutationRow[]): string {
  const count = (wanted: (row: MutationRow) => boolean): number => rows.filter(wanted).length;
  const none = count(({ seenBy }) => seenBy === null);
  return `| ${[
    id,
    rows.length,
    count(({ seenBy }) => seenBy === 'S'),
    count(({ seenBy }) => seenBy !== null && seenBy !== 'S'),
    `${none} (${percent(none, rows.length)})`,
    [...new Set(rows.map(({ engine }) => engine))].join(' '),
  ].join(' | ')} |`;
}

function unseen(id: LanguageId, rows: readonly MutationRow[]): string[] {
  const none = rows.filter(({ seenBy }) => seenBy === null);
  return none.length === 0
    ? []
    : [
        `Seen by no rung in ${id}:`,
        '',
        ...none.map(({ seed, kind, what, log }) => `- seed ${seed}, ${kind}: ${what}; the program's log: ${log}`),
        '',
      ];
}
