-- What a child has seen of its wish to talk, so that its next turn begins with what is new. A row of this seat's own.
CREATE TABLE talk_seen (
  wish_id TEXT PRIMARY KEY,
  step INTEGER NOT NULL,
  heard_by TEXT
) STRICT, WITHOUT ROWID;
