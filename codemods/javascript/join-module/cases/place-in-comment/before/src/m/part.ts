/** Call it with `import.meta.dirname`. */
export const one = () => 1; // not with require('./m')
