-- Who belongs to a child, and what a guardian has agreed to (S3, C2, S11).

CREATE TABLE contact (
  id TEXT PRIMARY KEY,
  child_id TEXT NOT NULL REFERENCES child (id) ON DELETE CASCADE,
  relation TEXT NOT NULL,           -- 妈妈, 舅舅; what is usual stands in relation-rules.ts, anything may
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  called TEXT NOT NULL CHECK (length(called) BETWEEN 1 AND 20), -- as the child calls them
  is_guardian INTEGER NOT NULL CHECK (is_guardian IN (0, 1)),
  city TEXT,
  spoken TEXT,                      -- languages they speak, as staff wrote them: 普通话、雷州话
  language TEXT NOT NULL DEFAULT 'zh-CN', -- of their page
  phones TEXT NOT NULL DEFAULT '[]', -- JSON array of up to three numbers in E.164
  photo TEXT,                       -- hash of a file in the media folder
  approved_by TEXT,                 -- the guardian (a contact of the same child) who agreed last
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX contact_by_child ON contact (child_id);
CREATE INDEX contact_by_photo ON contact (photo) WHERE photo IS NOT NULL;

-- What a guardian said, fact after fact: never edited, the latest word counts.
CREATE TABLE contact_consent (
  id TEXT NOT NULL PRIMARY KEY,
  seat TEXT NOT NULL,
  at INTEGER NOT NULL,              -- when it was written down
  trusted INTEGER NOT NULL CHECK (trusted IN (0, 1)),
  child_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('video', 'phone', 'messages', 'photo')),
  given INTEGER NOT NULL CHECK (given IN (0, 1)), -- 0: withdrawn
  day TEXT NOT NULL,                -- YYYY-MM-DD on which it was said
  guardian_id TEXT NOT NULL,        -- who said it
  witness_id TEXT NOT NULL,         -- who of the staff heard it
  how TEXT NOT NULL CHECK (how IN ('in-person', 'phone', 'written')),
  note TEXT
) STRICT;

CREATE INDEX contact_consent_by_child ON contact_consent (child_id);

-- What this seat last brought to the call server. What is due is seen by comparing, so a cut forgets nothing.
CREATE TABLE publication_sent (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL,
  hash TEXT NOT NULL,               -- SHA-256 of what was published, its version left out
  at INTEGER NOT NULL
) STRICT;
