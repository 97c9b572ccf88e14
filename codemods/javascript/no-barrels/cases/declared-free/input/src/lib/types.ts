export interface T {}
