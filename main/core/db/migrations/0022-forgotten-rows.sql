-- What the log says of one row: a row that is removed is forgotten there, too (`forgetting.ts`).
CREATE INDEX change_by_row ON change (table_name, row_id);

-- What was removed before: nobody will ask the log for it.
UPDATE change SET columns = '{"-":1}' WHERE columns IS NOT NULL
  AND EXISTS (SELECT 1 FROM tombstone WHERE tombstone.table_name = change.table_name AND tombstone.row_id = change.row_id);
DELETE FROM cell_clock
  WHERE EXISTS (SELECT 1 FROM tombstone WHERE tombstone.table_name = cell_clock.table_name AND tombstone.row_id = cell_clock.row_id);

-- Requests of guardians about one child (S11): a copy to take along, a correction, erasure.
CREATE TABLE rights_request (
  id TEXT PRIMARY KEY,
  child_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('export', 'correction', 'erasure')),
  asked_at INTEGER NOT NULL,        -- UTC ms
  trusted INTEGER NOT NULL CHECK (trusted IN (0, 1)),
  asked_by TEXT NOT NULL,           -- the guardian: a contact of the child
  how TEXT NOT NULL CHECK (how IN ('in-person', 'phone', 'written')),
  staff_id TEXT NOT NULL,           -- who wrote it down
  wish TEXT NOT NULL DEFAULT '',    -- what is to be corrected, in the guardian's words
  before TEXT,                      -- JSON: the child's facts when it was asked
  after TEXT,                       -- JSON: what was changed
  counted_from INTEGER,             -- erasure: UTC ms from when the seven days count, by a time that was known; NULL while none was
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'refused', 'taken-back')),
  reason TEXT NOT NULL DEFAULT '',  -- why it was refused
  ended_at INTEGER,                 -- UTC ms
  ended_by TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX rights_request_by_child ON rights_request (child_id, asked_at);
CREATE INDEX rights_request_open ON rights_request (asked_at) WHERE state = 'open';

-- Files of a child who is erased, until they are gone from the disk: a power cut leaves the rest for the next start.
CREATE TABLE erased_file (
  path TEXT PRIMARY KEY             -- below the room's media folder
) STRICT, WITHOUT ROWID;

-- Children whom the call server is still to forget.
CREATE TABLE erased_at_server (
  child_user TEXT PRIMARY KEY,      -- as the server knows them: nothing can be read back from it (`contacts/sip-user.ts`)
  contact_users TEXT NOT NULL       -- JSON array
) STRICT, WITHOUT ROWID;
