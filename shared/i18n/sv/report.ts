/** Swedish words of the report area. */
export const report = {};
