-- Two records that are one child (S3). One cell says so, `merged_into`, and it can be taken back: rows keep whom they were written
-- for, and merged-rows.ts shows them as the surviving child's for as long as it holds.
ALTER TABLE child ADD COLUMN merged_into TEXT; -- the record that survives; NULL for one that stands by itself

CREATE INDEX child_by_merged ON child (merged_into) WHERE merged_into IS NOT NULL;

-- Who said so, and who took it apart again.
CREATE TABLE child_merge (
  id TEXT PRIMARY KEY,
  kept TEXT NOT NULL,
  gone TEXT NOT NULL,
  at INTEGER NOT NULL,              -- UTC ms
  staff_id TEXT NOT NULL,
  left_at INTEGER,                  -- of the gone record, before the merge
  undone_at INTEGER,
  undone_by TEXT
) STRICT, WITHOUT ROWID;

-- Which record stands for a merged one: made from merged_into by triggers, through chains and against circles. Of this seat alone.
CREATE TABLE child_alias (
  id TEXT PRIMARY KEY,
  of TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Rows that stand as another child's at present, and whom they were written for. Of this seat alone.
CREATE TABLE merged_row (
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  child_id TEXT NOT NULL,
  PRIMARY KEY (table_name, row_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX merged_row_by_child ON merged_row (child_id);

-- A record reaches the first that is merged into none; a circle, which two seats can make of one child at the same time, stands
-- as its smallest id.
CREATE VIEW child_root AS
  WITH RECURSIVE
    up (id, at) AS (
      SELECT id, merged_into FROM child WHERE merged_into IS NOT NULL
      UNION
      SELECT up.id, child.merged_into FROM up JOIN child ON child.id = up.at WHERE child.merged_into IS NOT NULL
    ),
    standing (id, root) AS (
      SELECT up.id, up.at FROM up JOIN child ON child.id = up.at AND child.merged_into IS NULL
      UNION
      SELECT up.id, min(up.at) FROM up
        WHERE EXISTS (SELECT 1 FROM up AS circle WHERE circle.id = up.at AND circle.at = up.at) GROUP BY up.id
    )
  SELECT id, root FROM standing WHERE id <> root;
