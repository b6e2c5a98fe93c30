/** Swedish words of the cli area. */
export const cli = {};
