import type { View } from '../../../src/workspace/view.ts';
import { bodiesReached } from './bodies-reached.ts';
import { allNames, placeIn } from './namespace-askers.ts';

/** The file of a frame: its own, or that of who calls. */
const ASKS_FILE =
  /\.\s*co_filename\b|\b(?:getframeinfo|extract_stack|format_stack|findCaller)\s*\(|\binspect\s*\.\s*stack\s*\(/;

/** What a file calls that asks frames for the files of their code, as `path:line`; null where nothing is seen to. */
export function frameFileAsker(view: View, path: string): string | null {
  const isAsked = view.files.some(
    (file) => file.state === 'text' && file.grammar === 'python' && ASKS_FILE.test(view.text(file.path)),
  );
  if (!isAsked) return null;
  const own = [{ path, node: 0 }];
  return placeIn(
    view,
    [...own, ...bodiesReached(view, path, allNames(view, path))],
    (text) => ASKS_FILE.exec(text)?.index,
  );
}
