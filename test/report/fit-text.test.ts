import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { widthOf } from '../../src/report/fit-text.ts';

test.each([...'…·→–×≤≥│─', 'Assertion …', 'é', '漢', 'a\u0301'])(
  '%s takes as many columns as the package says',
  (text) => {
    expect(widthOf(text)).toBe(stringWidth(text));
  },
);
