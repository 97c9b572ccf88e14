/** Call it with `import.meta.dirname`. */
const one = () => 1; // not with require('./m')

export const three = () => one() + 2;
