-- A page of the diary that its child gave (D2): to one of the family, to one adult of the room, or into the basket for the next
-- call. Whom it was given and when lies readable, as a lock on a door does; what the page holds does not.

CREATE TABLE diary_share (
  id TEXT PRIMARY KEY,
  child_id TEXT NOT NULL,
  page_id TEXT NOT NULL REFERENCES diary_page (id) ON DELETE CASCADE,
  circle TEXT NOT NULL CHECK (circle IN ('family', 'adult', 'basket')),
  contact_id TEXT,                  -- of the family
  staff_id TEXT,                    -- of the room
  messages TEXT NOT NULL DEFAULT '[]', -- family: ids of the messages by which it goes
  given_at INTEGER NOT NULL,        -- UTC ms
  trusted INTEGER NOT NULL CHECK (trusted IN (0, 1)),
  looked_at INTEGER,                -- by whom it was given to, the first time
  looked_trusted INTEGER NOT NULL DEFAULT 0 CHECK (looked_trusted IN (0, 1)),
  ended_at INTEGER                  -- taken back, or given to somebody else
) STRICT, WITHOUT ROWID;

CREATE INDEX diary_share_by_page ON diary_share (page_id, ended_at);
CREATE INDEX diary_share_by_adult ON diary_share (staff_id, ended_at);

-- The child's star on a page: '1' or '0', sealed. NULL on pages from before, until the child gives the first star.
ALTER TABLE diary_page ADD COLUMN star TEXT;

-- A message that carries a page; its file is sealed with the child's key until it has gone up.
ALTER TABLE message ADD COLUMN share_id TEXT;
CREATE INDEX message_by_share ON message (share_id) WHERE share_id IS NOT NULL;
