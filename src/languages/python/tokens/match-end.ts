/** Where a sticky form that begins here ends; `at` itself if it does not begin here. */
export function matchEnd(form: RegExp, text: string, offset: number): number {
  form.lastIndex = offset;
  return form.test(text) ? form.lastIndex : offset;
}
