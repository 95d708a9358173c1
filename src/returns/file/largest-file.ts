/** The most bytes of a file that is read. */

/** A return of Core size is some 100 KB. What is larger by far is something else, and would cost memory that hundreds of others need. */
export const LARGEST_FILE = 25_000_000;
