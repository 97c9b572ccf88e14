const secret = () => 1;
export const open = () => secret();
