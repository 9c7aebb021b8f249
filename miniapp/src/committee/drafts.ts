/** Names under which what is unfinished stands on the phone. */
export const draftNames = { visit: 'visit', link: 'link' } as const;
