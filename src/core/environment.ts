/** Variables of the environment, as the program was started with them: read at the door (`cli`, `library`, `tui`) and handed in. */
export type Environment = Readonly<Record<string, string | undefined>>;
