/** Where a sticky form that begins here ends; `at` itself if it does not begin here. */
export function matchEnd(form: RegExp, text: string, at: number): number {
  form.lastIndex = at;
  return form.test(text) ? form.lastIndex : at;
}
