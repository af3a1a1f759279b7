import { gfmTable } from 'micromark-extension-gfm-table';

/** A link to this scheme is a word that the glossary explains: `[osservazione](term:osservazione)`. */
export const termScheme = 'term:';

/** A paragraph that begins with it, right before a table, is the caption of the table. */
export const captionMark = 'Table: ';

/** Levels below which a text is too deep to be read, or was written to do harm. */
export const deepest = 12;

/** What is understood beside plain CommonMark. */
export const extensions = [gfmTable()];
