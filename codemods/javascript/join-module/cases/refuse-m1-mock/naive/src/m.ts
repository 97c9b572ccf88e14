export const one = () => 1;

const two = () => 2;

export const three = () => one() + two();
