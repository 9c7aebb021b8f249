const otherControls = /[\u0001-\u0009\v\f\u000e-\u001f\u007f-\u009f]/g;
const brokenEncoding = /[\0\ud800-\udfff]/u;

/** A lone surrogate or NUL: no database keeps it as it was written. */
export const isBroken = (text: string): boolean => brokenEncoding.test(text);

/** Free text as it was written: emoji, joiners and line ends stay, other control characters go. */
export const withoutControls = (text: string): string => text.replace(otherControls, '');

/** Characters as people and databases count them: code points, so that one emoji is one. */
export const lengthOf = (text: string): number => Array.from(text).length;

export const hasControls = (text: string): boolean => /[\u0000-\u001f\u007f-\u009f]/.test(text);
