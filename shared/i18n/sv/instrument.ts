/** Swedish words of the instrument area. */
export const instrument = {};
