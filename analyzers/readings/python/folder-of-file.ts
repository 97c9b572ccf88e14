/**
 * Whether a read of `__file__` in a text asks for the folder that the file lies in, and for nothing else of its path: `dirname(__file__)`,
 * `Path(__file__).resolve().parent`, `Path(__file__).with_name("a.json")`. Files of one folder agree on it.
 * @param start offset of the name
 */
export function asksForFolder(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - LOOK), start);
  const after = text.slice(start + '__file__'.length, start + '__file__'.length + LOOK);
  return (
    (/dirname\(\s*$/.test(before) && /^\s*\)/.test(after)) ||
    (/dirname\(\s*(?:os\.)?path\.(?:abspath|realpath)\(\s*$/.test(before) && /^\s*\)\s*\)/.test(after)) ||
    (/Path\(\s*$/.test(before) &&
      /^\s*\)(?:\s*\.(?:resolve|absolute|expanduser)\(\))?\s*\.(?:parents?\b|with_name\()/.test(after))
  );
}

const LOOK = 60;
