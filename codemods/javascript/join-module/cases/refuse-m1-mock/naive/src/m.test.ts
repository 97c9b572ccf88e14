vi.mock('./m/part.js', () => ({ one: () => 5 }));
