/** Swedish words of the project area. */
export const project = {};
