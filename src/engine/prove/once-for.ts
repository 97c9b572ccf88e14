import type { View } from '../../workspace/view.ts';

const known = new WeakMap<View, Map<string, Promise<unknown>>>();

/**
 * What was found out about the state before a change, once: a refined change is proven against the same baseline, and a view is bound to
 * its bytes. What ended in an error, such as a cancelled run, is forgotten.
 * @param key all that the answer depends on beside the view
 */
export function onceFor<Answer>(before: View, key: readonly unknown[], ask: () => Promise<Answer>): Promise<Answer> {
  const answers = known.get(before) ?? new Map<string, Promise<unknown>>();
  known.set(before, answers);
  const name = JSON.stringify(key);
  const given = answers.get(name) as Promise<Answer> | undefined;
  if (given) return given;
  const asked = ask();
  answers.set(name, asked);
  asked.catch(() => answers.delete(name));
  return asked;
}
