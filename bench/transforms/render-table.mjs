/** The results as a table in Markdown: files changed and lines of the diff, by jscodeshift and by `run`. */
export const renderTable = (results) =>
  [
    '| transform | repository | files | changed, jscodeshift | changed, run | failed, both | differ after prettier | in blank lines alone | whole prints | lines, jscodeshift | lines, run |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...results.map(
      (one) =>
        `| ${one.transform} | ${one.repository} ${one.commit.slice(0, 8)} | ${one.files} | ${one.theirs} | ${one.ours} | ${one.theirErrors}, ${one.ourErrors} | ${one.differing.length} | ${one.blank.length} | ${one.whole.length} | ${one.theirLines} | ${one.ourLines} |`,
    ),
    '',
  ].join('\n');
