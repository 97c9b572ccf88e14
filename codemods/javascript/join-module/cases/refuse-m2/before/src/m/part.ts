const two = () => 2;

export const one = () => two();
