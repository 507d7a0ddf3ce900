import { z } from 'zod';
import { KEPT_ID } from './kept-copies';

const path = z.string().min(1).max(4_096);
/** What is lasting of an identity: inode and time of birth. */
const identity = z.string().regex(/^\d{1,20}:-?\d{1,20}$/u);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const picture = z.string().regex(/^(sha256|tree):[0-9a-f]{64}$/u);
const bytes = z.number().int().min(0);
const kind = z.enum(['file', 'folder']);
const kept = z.object({ id: z.string().regex(KEPT_ID), size: bytes, sha256 });
const trashed = z.object({ trash: path, name: z.string().min(1).max(255), identity });

/** What is needed to take one change of files back; kept on disk as JSON, every path checked anew when it is used. */
export const fileUndoSchema = z.discriminatedUnion('did', [
  /** Something new: it goes to the trash if it is still as it was made. */
  z.object({ did: z.enum(['created', 'folder-made', 'copied']), path, kind, identity, picture }),
  z.object({ did: z.literal('replaced'), path, picture, kept }),
  /** `before`: bytes before the append; `tail`: SHA-256 of what was appended. */
  z.object({ did: z.literal('appended'), path, identity, before: bytes, tail: sha256 }),
  z.object({ did: z.literal('moved'), from: path, to: path, kind, identity }),
  /** Where our own hands put it, or, in the system's trash, a copy of a file's content. */
  z.object({ did: z.literal('trashed'), path, kind, trashed: trashed.nullable(), kept: kept.nullable() }),
  z.object({ did: z.literal('restored'), path, kind, identity }),
]);

/** What is needed to take one change of files back. */
export type FileUndo = z.infer<typeof fileUndoSchema>;
