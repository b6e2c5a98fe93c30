/** Swedish words of the code area. */
export const code = {};
