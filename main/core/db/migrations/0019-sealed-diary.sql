-- A key of each child's own, wrapped by the secret of this seat; what a page holds is sealed by it. Stays on this seat: other
-- seats will get keys sealed to them, not rows. Without a time: ids are UUIDv7 and order themselves.

CREATE TABLE child_key (
  id TEXT PRIMARY KEY,
  child_id TEXT NOT NULL,
  wrapped TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX child_key_by_child ON child_key (child_id);

-- Which key a page is sealed with; NULL where it still lies readable, as before this version (`diary/seal-plain.ts`).
ALTER TABLE diary_page ADD COLUMN key_id TEXT;
CREATE INDEX diary_page_plain ON diary_page (id) WHERE key_id IS NULL;
