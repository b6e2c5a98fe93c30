/** Swedish words of the response area. */
export const response = {};
