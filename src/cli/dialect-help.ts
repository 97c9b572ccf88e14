import { DIALECTS } from '../../analyzers/complexity/dialects/dialects.ts';
import { DIALECT_IDS } from '../../analyzers/complexity/dialects/table.ts';

const names = DIALECT_IDS.map((id) => {
  const { note } = DIALECTS[id];
  return note === undefined ? id : `${id} (${note})`;
});

export const DIALECT_HELP = `complexity as another tool counts it: ${names.join(', ')}`;

export const INNER_HELP =
  'named functions inside functions by themselves; without it they count into the outermost one';
