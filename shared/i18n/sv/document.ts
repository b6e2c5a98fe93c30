/** Swedish words of the document area. */
export const document = {};
