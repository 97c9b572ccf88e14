/** A shell would put in variables that are not known here. */
export const readable = (env: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => !/[$`]/.test(value)));
