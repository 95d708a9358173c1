/** What counts as an explanation: by length, since what it says is for people to judge. */

/** Letters. "Why", "ok" and "see above" explain nothing to the person who reads the return. */
export const SHORTEST = 10;
export const LONGEST = 500;
