/** How a line of the instruction that is typed in stands out of its text. */
export const indent = '    ';
