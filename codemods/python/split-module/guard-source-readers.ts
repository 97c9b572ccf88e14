import type { Source } from '../../../analyzers/readings/python/source.ts';
import { sourceReaders } from '../../../src/languages/python/source-readers.ts';
import { type Assignment, FACADE } from './assign.ts';
import type { Refuse } from './refuse.ts';

/** A part with the facade's name is not the file in which the source of its definitions is looked for. */
export function guardSourceReaders(source: Source, { place }: Assignment, identity: boolean, refuse: Refuse): void {
  if (!identity) return;
  for (const reader of sourceReaders(source.syntax)) {
    const unit = source.outline.units.findIndex(({ start, end }) => start <= reader.start && reader.start < end);
    if (unit === -1 || place[unit] === FACADE) continue;
    refuse(
      'H18',
      reader,
      `${source.text.slice(reader.start, reader.end).split(/[\r\n]/)[0]} reads its source from the file of ${source.name.dotted}, where it would not stand any more`,
      'Keep this unit in the facade (`keep` in the plan), or set nativeModuleNames.',
    );
  }
}
