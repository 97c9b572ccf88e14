import { z } from 'zod';
import { map } from '../../../analyzers/map/index.ts';
import { EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { defineCodemod } from '../../define-codemod.ts';
import { appendTo } from '../scaffold.ts';
import { boundaryText } from './boundary-text.ts';

const CONFIG = 'omni-refactor.toml';

/** Begins `[boundary]` with what is true today: layers by who uses whom, and who imports each native module. To be tightened by hand. */
export const initBoundary = defineCodemod<Record<string, never>>({
  id: 'workspace/init-boundary',
  languages: ['rust', 'python'],
  title: 'Write [boundary] into omni-refactor.toml, derived from the imports of today',
  examples: [],
  options: z.strictObject({}),
  run(view) {
    if (view.config.boundary !== null)
      return { status: 'changed', changeSet: EMPTY_CHANGE_SET, notes: ['kept [boundary] as it is'] };
    const path = view.config.path ?? CONFIG;
    const text = boundaryText(map.run(view));
    if (view.file(path)?.state === 'text')
      return { status: 'changed', changeSet: { ...EMPTY_CHANGE_SET, ...appendTo(view, path, text) }, notes: [] };
    const create = [{ path, mode: 0o644, parts: [{ text, reason: 'free' as const }] }];
    return { status: 'changed', changeSet: { ...EMPTY_CHANGE_SET, create }, notes: [] };
  },
});
