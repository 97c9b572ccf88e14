import { listHistory } from '../../engine/apply/list-history.ts';
import { stateFolderOf } from '../../engine/state/state-folder.ts';
import type { Desk } from './answer-request.ts';
import { describeFile } from './describe-file.ts';
import type { Request } from './messages.ts';

/** What the screen asks for as soon as it has rows, and at each of them. Planners, codemods and provers, which it needs none of, stay unloaded. */
export async function tell(
  request: Extract<Request, { type: 'detail' | 'history' }>,
  { options, emit, opened }: Desk,
): Promise<void> {
  if (request.type === 'detail') return emit({ type: 'detail', detail: describeFile(opened(), request.path) });
  const state = await stateFolderOf(options.root, options.env);
  emit({ type: 'history', entries: await listHistory(state) });
}
