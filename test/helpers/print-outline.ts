import type { Outline, Unit } from '../../src/core/unit.ts';

/** An outline as readable text: one block a unit, with its exact source, so that a snapshot shows what belongs to what. */
export function printOutline(outline: Outline, text: string): string {
  const lines = [`header ${JSON.stringify(text.slice(outline.header.start, outline.header.end))}`];
  if (outline.partial) lines.push('partial');
  for (const { id, why } of outline.hazards) lines.push(`file hazard ${id}: ${why}`);
  for (const unit of outline.units) lines.push('', ...printUnit(unit, text));
  for (const unit of outline.members) lines.push('', 'member', ...printUnit(unit, text));
  return `${lines.join('\n')}\n`;
}

function printUnit(unit: Unit, text: string): string[] {
  const defines = unit.defines.map((d) => `${d.name}(${d.spaces.join(' ')}${d.certain ? '' : ' ?'})`);
  const uses = unit.uses.map((use) => `${use.name}(${use.space}${use.count > 1 ? ` x${use.count}` : ''})`);
  return [
    `${unit.id}  [${[unit.kind, unit.visibility, unit.opaque ? 'opaque' : ''].filter(Boolean).join(', ')}]`,
    ...(unit.parent ? [`  parent ${unit.parent}`] : []),
    ...(unit.twins ? [`  twins ${unit.twins.join(' | ')}`] : []),
    ...(defines.length ? [`  defines ${defines.join(' ')}`] : []),
    ...(uses.length ? [`  uses ${uses.join(' ')}`] : []),
    ...unit.hazards.map(({ id, start, end, why }) => `  ${id} ${JSON.stringify(text.slice(start, end))} ${why}`),
    ...text
      .slice(unit.start, unit.end)
      .split('\n')
      .map((line) => `  | ${line}`),
  ];
}
