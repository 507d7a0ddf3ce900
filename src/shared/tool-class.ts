/** Every class of tool, the most harmless first. */
export const toolClasses = ['read', 'own', 'reversible', 'outward'] as const;

/**
 * What a tool may do to the world; the class, never what was said, decides whether it runs unasked.
 * `read`: changes nothing, sends nothing out. `own`: Parley's own things, undoable. `reversible`: asks, by voice, key
 * or click. `outward`: irreversible or leaving this computer; asks, by key or click on the card only.
 */
export type ToolClass = (typeof toolClasses)[number];
