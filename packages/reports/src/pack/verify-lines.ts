/** How a line of the instruction that is typed in stands out of its text. */
export const indent = '    ';

/** Files that `SHA256SUMS` does not name: itself and its signature. */
export const addedToSums = 2;
