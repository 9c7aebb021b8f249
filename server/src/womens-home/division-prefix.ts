/** Where 省 市 县 乡 村 end in a division's code (GB/T 2260, GB/T 10114). */
const levelEnds = [12, 9, 6, 4, 2];

/** The digits that a division shares with everything below it: `350500` and its twelve-digit form give `3505`. */
export function divisionPrefix(code: string): string {
  let prefix = code;
  levelEnds.forEach((end, at) => {
    const above = levelEnds[at + 1];
    if (above === undefined || prefix.length !== end) return;
    if (/^0+$/.test(prefix.slice(above))) prefix = prefix.slice(0, above);
  });
  return prefix;
}
