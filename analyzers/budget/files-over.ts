import { byText } from '../../src/core/compare.ts';
import type { View } from '../../src/workspace/view.ts';
import { composition } from '../composition/index.ts';
import { findEntities } from './find-entities.ts';

/** Paths of the files with more lines than a ceiling, whatever the baseline and its exceptions allow them; sorted. */
export const filesOver = (view: View, ceiling: number): string[] =>
  findEntities(view, composition.run(view))
    .all.filter(({ rule, value }) => rule === 'file-lines' && value > ceiling)
    .map(({ place }) => place.path)
    .filter((path) => view.file(path)?.grammar)
    .sort(byText);
