/** A reporter of node:test: one JSON line an event. Its own TAP and JUnit name no files. */
export const NODE_REPORTER = `export default async function* (source) {
  for await (const { type, data } of source)
    if (/^test:(start|pass|fail)$/.test(type))
      yield JSON.stringify({
        type,
        name: data.name,
        nesting: data.nesting,
        file: data.file,
        skipped: data.skip !== undefined || data.todo !== undefined,
        suite: data.details?.type === 'suite',
        message: data.details?.error?.cause?.message ?? data.details?.error?.message,
      }) + '\\n';
}
`;
