import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../../../core/evidence.ts';
import type { View } from '../../../workspace/view.ts';
import type { CompilerMessage, RustcSpan } from './read-messages.ts';

/** Where rustc's file names lead: it is started in `cwd`, and the view knows paths below `root`. */
export interface Places {
  readonly root: string;
  readonly cwd: string;
  readonly view: View;
}

/** rustc's message in the form of the rest of the program, with UTF-16 offsets; null if it points to no file of the workspace. */
export function toDiagnostic({ message }: CompilerMessage, places: Places, note = ''): Diagnostic | null {
  const span = message.spans.find((one) => one.is_primary) ?? message.spans[0];
  const at = span ? placeOf(span, places) : null;
  if (!at) return null;
  const suggestions = message.children.flatMap((child) =>
    child.spans.flatMap((part) => {
      const place = part.suggestion_applicability === 'MachineApplicable' ? placeOf(part, places) : null;
      return place && part.suggested_replacement !== null ? [{ ...place, text: part.suggested_replacement }] : [];
    }),
  );
  return {
    ...at,
    level: message.level === 'warning' ? 'warning' : 'error',
    code: message.code?.code ?? null,
    message: `${message.message}${note}`,
    suggestions,
  };
}

function placeOf(span: RustcSpan, { root, cwd, view }: Places): { path: string; start: number; end: number } | null {
  const inside = relative(root, resolve(cwd, span.file_name));
  if (inside.startsWith('..') || isAbsolute(inside)) return null;
  const path = inside.split(sep).join('/');
  if (view.file(path)?.state !== 'text') return null;
  const bytes = Buffer.from(view.text(path));
  return {
    path,
    start: bytes.subarray(0, span.byte_start).toString('utf8').length,
    end: bytes.subarray(0, span.byte_end).toString('utf8').length,
  };
}
