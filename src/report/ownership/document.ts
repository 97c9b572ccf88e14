import type { MergeStep, OwnershipMap } from '../../../analyzers/ownership/ownership-map.ts';
import { escapeCell } from '../escape-markdown.ts';

/** The first line of a document that the tool keeps. */
export const OWNERSHIP_MARK = '<!-- omni-refactor ownership --write -->';

/** Who registers what, as Markdown, and in which order to merge what two places do. */
export function ownershipDocument({ responsibilities, others, plan }: OwnershipMap): string {
  return [
    OWNERSHIP_MARK,
    '# Who registers what',
    '',
    ...responsibilities.flatMap(({ id, owners, registrations }) => [
      `## ${escapeCell(id)}`,
      '',
      `Owners: ${owners.map(code).join(', ')}`,
      '',
      ...table(registrations),
    ]),
    ...(others.length === 0 ? [] : ['## Of no responsibility', '', ...table(others)]),
    '## What to merge',
    '',
    ...(plan.length === 0 ? ['Nothing is done twice.', ''] : plan.flatMap(stepLines)),
  ].join('\n');
}

const code = (text: string): string => `\`${text.replaceAll('`', "'")}\``;

function table(rows: OwnershipMap['others']): string[] {
  if (rows.length === 0) return ['Nothing is registered.', ''];
  // A column that nobody fills is left out.
  const isOwned = rows.some(({ owner }) => owner !== null);
  return [
    `| what | module | place |${isOwned ? ' owner |' : ''}`,
    `| --- | --- | --- |${isOwned ? ' --- |' : ''}`,
    ...rows.map(
      ({ symbol, module, place, owner }) =>
        `| ${code(symbol)} | ${code(module)} | ${code(place)} |${isOwned ? ` ${escapeCell(owner ?? '')} |` : ''}`,
    ),
    '',
  ];
}

function stepLines({ symbol, keep, remove, callers }: MergeStep, i: number): string[] {
  const moves = callers.length === 0 ? 'nobody imports it' : `lead ${callers.map(code).join(', ')} to it`;
  return [
    `${i + 1}. ${code(symbol)}: keep ${code(keep.place)} (${code(keep.module)}); ${moves}; remove ${code(remove.place)} (${code(remove.module)}).`,
    '',
  ];
}
