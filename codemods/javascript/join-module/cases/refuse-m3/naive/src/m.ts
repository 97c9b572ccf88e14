const one = () => 1;

export default one;

export const three = () => one() + 2;
