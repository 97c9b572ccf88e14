/**
 * What `[ a = b ]`, `[[ a != b ]]` or `test -n a` of literals alone says; null where a word is computed or the test is another one.
 * @param words the command with its brackets
 */
export function literalTest(words: readonly string[]): boolean | null {
  const inner = words.slice(1, words[0] === 'test' ? undefined : -1);
  if (inner.some((word) => /[$`*?]/.test(word))) return null;
  const [left, operator, right] = inner;
  if (inner.length === 2 && left === '-n') return operator !== '';
  if (inner.length === 2 && left === '-z') return operator === '';
  if (inner.length !== 3) return null;
  if (operator === '=' || operator === '==') return left === right;
  return operator === '!=' ? left !== right : null;
}
