/** Whether the path lies in the branch: the federation itself or anything below it. */
export const withinBranch = (path: string, branch: string): boolean => path.startsWith(branch);

/** The ids of a path, from the top of the tree down to the federation itself. */
export const idsOf = (path: string): string[] => path.split('/').filter(Boolean);

/** The path of a federation below another, or at the top. */
export const pathBelow = (parentPath: string | undefined, id: string): string =>
  `${parentPath ?? '/'}${id}/`;
