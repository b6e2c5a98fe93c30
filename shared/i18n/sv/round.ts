/** Swedish words of the round area. */
export const round = {};
