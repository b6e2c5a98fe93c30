/** Swedish words of the results area. */
export const results = {};
