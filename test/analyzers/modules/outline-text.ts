import type { Outline } from '../../../src/core/unit.ts';
import { extractFacts } from '../../../src/languages/extract-facts.ts';
import type { Fact } from '../../../src/languages/fact.ts';
import { javascriptOutline } from '../../../src/languages/javascript/outline.ts';
import { pythonOutline } from '../../../src/languages/python/outline.ts';
import { rustOutline } from '../../../src/languages/rust/outline.ts';

const FACTS = { rust: rustOutline, python: pythonOutline, typescript: javascriptOutline };

export function outlineText(text: string, language: keyof typeof FACTS): Outline {
  const fact = FACTS[language] as Fact;
  const result = extractFacts(text, language, [fact]).get(fact.id);
  if (!result || result.status === 'failed') throw new Error(result?.reason ?? 'no outline');
  return result.value as Outline;
}

const SUBJECTS = ['parser', 'lexer', 'report', 'config', 'cache', 'socket'] as const;
const ROLES = ['open', 'read', 'check', 'write', 'close', 'merge', 'split', 'count'] as const;

/** A file of `subjects` subjects, each with a class or struct and functions that call one another and share its name's word. */
export function fileOfSubjects(
  language: 'rust' | 'python',
  subjects: number,
  functions: number,
  bodyLines: number,
): string {
  return SUBJECTS.slice(0, subjects)
    .map((subject) => subjectText(language, subject, functions, bodyLines))
    .join('\n');
}

function subjectText(language: 'rust' | 'python', subject: string, functions: number, bodyLines: number): string {
  const type = subject[0]!.toUpperCase() + subject.slice(1);
  const names = ROLES.slice(0, functions).map((role) => `${role}_${subject}`);
  const parts = [
    language === 'rust' ? `pub struct ${type} {\n    size: usize,\n}\n` : `class ${type}:\n    size = 0\n`,
  ];
  names.forEach((name, i) => {
    parts.push(functionText(language, name, type, i > 0 ? [names[i - 1]!] : [], bodyLines));
  });
  return parts.join('\n');
}

export function functionText(
  language: 'rust' | 'python',
  name: string,
  type: string,
  calls: readonly string[],
  bodyLines: number,
): string {
  const lines = Array.from({ length: bodyLines }, (_, i) =>
    language === 'rust' ? `    let v${i} = ${i};` : `    v${i} = ${i}`,
  );
  if (language === 'rust') {
    const called = calls.map((call) => `    ${call}(it);`);
    return [`pub fn ${name}(it: &${type}) {`, ...lines, ...called, '}', ''].join('\n');
  }
  const called = calls.map((call) => `    ${call}(it)`);
  return [`def ${name}(it):`, ...lines, `    assert isinstance(it, ${type})`, ...called, ''].join('\n');
}
