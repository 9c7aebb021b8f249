/** For a free connection, or for a turn at SQLite's one writer. Whoever asked has hardly waited longer. */
export const mostWaitMs = 15_000;
