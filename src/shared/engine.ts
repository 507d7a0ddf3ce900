/** Who answers: the local agent on this computer, or the hosted service. */
export const ENGINES = ['local', 'hosted'] as const;
/** One of them. */
export type Engine = (typeof ENGINES)[number];
