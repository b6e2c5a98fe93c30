/** How an item is joined to the one above it: as more of its words, as its help, as an alternative of it, as a statement of it. */
export const joinWays = ['text', 'help', 'options', 'rows'] as const;
export type JoinWay = (typeof joinWays)[number];

/** What an item is divided into: a statement for each row, a question for each line or alternative, alternatives under a question. */
export const splitWays = ['statements', 'questions', 'options'] as const;
export type SplitWay = (typeof splitWays)[number];
