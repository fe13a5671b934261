-- A pair of keys for each recovery key on paper: by the public half every child's key is wrapped once more, the private half
-- opens with the paper alone. So a room that came from a backup on another PC gets its diaries back.

CREATE TABLE rescue_pair (
  id TEXT PRIMARY KEY,
  public_key TEXT NOT NULL, -- SPKI, PEM
  private_key TEXT NOT NULL -- PKCS 8, sealed by the recovery key
) STRICT, WITHOUT ROWID;

ALTER TABLE child_key ADD COLUMN rescue_id TEXT REFERENCES rescue_pair (id);
ALTER TABLE child_key ADD COLUMN rescued TEXT;
