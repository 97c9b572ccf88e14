import { expect, test } from 'vitest';
import { wrapPage } from '../../src/report/explain-id/wrap-page.ts';

const LONG = 'a word and another word and one more';
const PAGE = `# A heading that is longer than twenty\n\n${LONG}\n\n- ${LONG}\n\n| ${LONG} |\n\n\`\`\`\n${LONG}\n\`\`\`\n`;

test('prose and lists wrap between words; headings, tables and code stand as they are, and all of it in a pipe', () => {
  expect(wrapPage(PAGE, 24)).toBe(
    [
      '# A heading that is longer than twenty',
      '',
      'a word and another word',
      'and one more',
      '',
      '- a word and another',
      '  word and one more',
      '',
      `| ${LONG} |`,
      '',
      '```',
      LONG,
      '```',
      '',
    ].join('\n'),
  );
  expect(wrapPage(PAGE, Number.POSITIVE_INFINITY)).toBe(PAGE);
});
