/** What became of a file for her: kept on the machine, sent to a chat, or its text copied. */
export type HandedOver = 'saved' | 'shared' | 'copied' | 'none';
