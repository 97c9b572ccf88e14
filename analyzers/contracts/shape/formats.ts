/** Strings of a known form, each by what writes it; the samples are what both libraries write. */
export const FORMATS = {
  uuid: {
    pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
    samples: ['67e55044-10b1-426f-9247-bb680e5fe0c8'],
  },
  date: { pattern: /^\d{4}-\d\d-\d\d$/, samples: ['2024-02-29'] },
  'naive-datetime': {
    pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?$/,
    samples: ['2024-02-29T12:30:00', '2024-02-29T12:30:00.123456'],
  },
  'offset-datetime': {
    pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/,
    samples: ['2024-02-29T12:30:00Z', '2024-02-29T12:30:00.123456+02:00'],
  },
  'naive-time': { pattern: /^\d\d:\d\d:\d\d(?:\.\d{1,9})?$/, samples: ['12:30:00', '12:30:00.123456'] },
  ipv4: { pattern: /^\d{1,3}(?:\.\d{1,3}){3}$/, samples: ['192.0.2.1'] },
  ipv6: { pattern: /^[0-9a-f:]+$/i, samples: ['2001:db8::1'] },
} as const satisfies Record<string, { readonly pattern: RegExp; readonly samples: readonly string[] }>;

export type Format = keyof typeof FORMATS;

/** Readers of one format that take another too: a datetime of pydantic is read with and without an offset, and from a mere date. */
export const isOfFormat = (text: string, format: Format): boolean => FORMATS[format].pattern.test(text);
