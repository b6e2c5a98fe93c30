/** Swedish words of the progress area. */
export const progress = {};
