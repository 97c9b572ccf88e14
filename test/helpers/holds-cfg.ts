/** Whether a `cfg` predicate holds for a set of options such as `unix` and `feature="x"`; throws for what it cannot read. */
export function holdsCfg(predicate: string, options: ReadonlySet<string>): boolean {
  const tokens = predicate.match(/"[^"]*"|\w+|[(),=]/g) ?? [];
  let at = 0;
  const read = (): boolean => {
    const word = tokens[at++]!;
    if (tokens[at] === '=') {
      at += 2;
      return options.has(`${word}=${tokens[at - 1]}`);
    }
    if (tokens[at] !== '(') return options.has(word);
    const parts: boolean[] = [];
    for (at += 1; tokens[at] !== ')'; ) {
      if (tokens[at] === undefined) throw new Error(`unreadable predicate ${predicate}`);
      if (tokens[at] === ',') at += 1;
      else parts.push(read());
    }
    at += 1;
    if (word === 'not') return !parts[0];
    return word === 'all' ? parts.every(Boolean) : parts.some(Boolean);
  };
  return read();
}
