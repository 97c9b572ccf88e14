import { moduleOf } from '../../../../analyzers/readings/javascript/module-paths.ts';
import { commentPaths } from '../../../languages/javascript/comment-paths.ts';
import type { View } from '../../../workspace/view.ts';

/** A comment on one line, with the relative module names of its types as they resolve from the file that it stands in. */
export function pointedComment(view: View, path: string, comment: string): string {
  let text = '';
  let from = 0;
  for (const { name, start, end } of commentPaths(comment)) {
    text += `${comment.slice(from, start)}module ${moduleOf(view, path, name)}`;
    from = end;
  }
  return (text + comment.slice(from)).replace(/\s+/g, ' ');
}
