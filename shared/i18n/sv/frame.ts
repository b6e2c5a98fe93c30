/** Swedish words of the frame area. */
export const frame = {};
