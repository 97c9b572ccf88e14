export const box = { templateUrl: './box.html' };
export const other = 1;
