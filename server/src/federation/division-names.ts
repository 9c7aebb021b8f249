import { formsOf } from '../names';

/** What so many places end with that nobody looks for it alone. */
export const placeTail = /(?:社区居委会|居委会|村委会|社区|街道|[镇乡村省市县区])$/;

/** The forms by which a place is found. */
export const spellDivision = (name: string): string[] => formsOf(name, placeTail);
