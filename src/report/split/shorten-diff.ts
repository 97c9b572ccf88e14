const LONGEST_RUN = 8;

/** A diff that a person can take in: long runs of removed or added lines, which a split has by nature, show only their ends. */
export function shortenDiff(diff: string): string {
  const out: string[] = [];
  let run: string[] = [];
  const flush = (): void => {
    const hidden = run.length - 3;
    if (run.length <= LONGEST_RUN) out.push(...run);
    else out.push(...run.slice(0, 2), `${run[0]![0]}   … ${hidden} more lines (--full-diff shows them)`, run.at(-1)!);
    run = [];
  };
  for (const line of diff.split('\n')) {
    const sign = /^([+-])(?!\1\1 )/.exec(line)?.[1];
    if (run.length > 0 && run[0]![0] !== sign) flush();
    if (sign) run.push(line);
    else out.push(line);
  }
  flush();
  return out.join('\n');
}
