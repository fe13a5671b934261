-- Messages between a child and the family (C6): what was recorded here and waits to go up, and what came from home.
-- None of it is shared through the change log: the call server carries messages and what was seen from seat to seat, their
-- files stay where they are, and a change log could never forget them as a guardian may ask.

CREATE TABLE message (
  id TEXT PRIMARY KEY,              -- made by whoever sends it; the call server knows it by the same
  child_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
  kind TEXT NOT NULL CHECK (kind IN ('voice', 'video', 'drawing')),
  type TEXT NOT NULL,               -- audio/webm, ...
  size INTEGER NOT NULL,            -- bytes; 0 while it is being recorded
  length_ms INTEGER NOT NULL,       -- 0 for a drawing
  at INTEGER NOT NULL,              -- UTC ms: begun here, or arrived at the call server
  -- out: recording, draft (to be looked at), waiting (to go up), arrived; in: coming (still at the server), here
  state TEXT NOT NULL CHECK (state IN ('recording', 'draft', 'waiting', 'arrived', 'coming', 'here')),
  hash TEXT,                        -- of a file in the media folder; NULL while there is none, or no longer
  seen_at INTEGER,                  -- by whom it is for
  seen_told INTEGER NOT NULL DEFAULT 0 CHECK (seen_told IN (0, 1)) -- in: the call server knows that it was seen
) STRICT, WITHOUT ROWID;

CREATE INDEX message_by_child ON message (child_id, contact_id, at);
CREATE INDEX message_by_state ON message (state, at);
CREATE INDEX message_by_hash ON message (hash) WHERE hash IS NOT NULL;
