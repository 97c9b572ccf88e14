const list: string[] = [];
list.push('a');
export const seen = list.map((one) => one);
