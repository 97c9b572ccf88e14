const two = () => 2;

const one = () => two();

export const three = () => one() + two();
