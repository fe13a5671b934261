-- What the call server keeps: rooms, what they published, paired devices, messages on their way. Times are UTC milliseconds.

CREATE TABLE rooms (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- Ed25519, raw, base64url; brought by the first seat.
  public_key TEXT,
  created_at INTEGER NOT NULL,
  school TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 0,
  publication_hash BLOB
) STRICT;

-- One-time codes for seats; only a hash is kept.
CREATE TABLE enrolment_codes (
  hash BLOB PRIMARY KEY,
  room TEXT NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  ends_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE seats (
  id TEXT PRIMARY KEY,
  room TEXT NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  public_key TEXT NOT NULL UNIQUE,
  enrolled_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;

CREATE TABLE children (
  user TEXT PRIMARY KEY,
  room TEXT NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  given TEXT NOT NULL,
  animal TEXT NOT NULL,
  tone TEXT NOT NULL,
  -- When a seat last took credentials for the child; of two siblings an incoming call rings this one.
  seated_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX children_of_room ON children (room);

CREATE TABLE contacts (
  user TEXT PRIMARY KEY,
  id TEXT NOT NULL,
  room TEXT NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  child TEXT NOT NULL REFERENCES children (user) ON DELETE CASCADE,
  called TEXT NOT NULL,
  language TEXT NOT NULL,
  video INTEGER NOT NULL,
  phone INTEGER NOT NULL,
  messages INTEGER NOT NULL,
  photo INTEGER NOT NULL
) STRICT;
CREATE INDEX contacts_of_room ON contacts (room);
CREATE INDEX contacts_of_child ON contacts (child);

CREATE TABLE numbers (
  number TEXT NOT NULL,
  contact TEXT NOT NULL REFERENCES contacts (user) ON DELETE CASCADE,
  PRIMARY KEY (number, contact)
) STRICT, WITHOUT ROWID;
CREATE INDEX numbers_of_contact ON numbers (contact);

-- These two outlive their contact for a while, so that a page can be told that it was revoked.
CREATE TABLE invitations (
  id TEXT PRIMARY KEY,
  token_hash BLOB NOT NULL UNIQUE,
  room TEXT NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  contact TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  used_at INTEGER,
  revoked_at INTEGER
) STRICT;
CREATE INDEX invitations_of_contact ON invitations (contact);

CREATE TABLE devices (
  id TEXT PRIMARY KEY,
  room TEXT NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  contact TEXT NOT NULL,
  -- JWK of an ECDSA P-256 key.
  public_key TEXT NOT NULL,
  name TEXT NOT NULL,
  paired_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
CREATE INDEX devices_of_contact ON devices (contact);

CREATE TABLE sessions (
  token_hash BLOB PRIMARY KEY,
  device TEXT NOT NULL REFERENCES devices (id) ON DELETE CASCADE,
  ends_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Calls that were allowed; the caps are counted from here, so it holds no more than they need.
CREATE TABLE calls (
  call TEXT PRIMARY KEY,
  room TEXT NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('video', 'phone')),
  child TEXT NOT NULL,
  contact TEXT NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  -- The telephone's number; empty for video.
  number TEXT NOT NULL,
  allowed_at INTEGER NOT NULL,
  answered_at INTEGER,
  talked_ms INTEGER NOT NULL DEFAULT 0,
  ended_at INTEGER
) STRICT;
CREATE INDEX calls_of_child ON calls (child, allowed_at);
CREATE INDEX calls_of_number ON calls (number, allowed_at);
CREATE INDEX calls_of_room ON calls (room, allowed_at);

CREATE TABLE missed (
  id TEXT PRIMARY KEY,
  room TEXT NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  child TEXT NOT NULL REFERENCES children (user) ON DELETE CASCADE,
  contact TEXT NOT NULL REFERENCES contacts (user) ON DELETE CASCADE,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  why TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX missed_of_room ON missed (room, id);
CREATE INDEX missed_of_contact ON missed (contact, at);
CREATE INDEX missed_of_child ON missed (child);

CREATE TABLE messages (
  id TEXT PRIMARY KEY,
  room TEXT NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  child TEXT NOT NULL REFERENCES children (user) ON DELETE CASCADE,
  contact TEXT NOT NULL REFERENCES contacts (user) ON DELETE CASCADE,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  kind TEXT NOT NULL,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,
  length_ms INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  -- The key of this one message, sealed with the key file's; when this row goes, nothing opens the file any more.
  sealed_key BLOB NOT NULL,
  begun_at INTEGER NOT NULL,
  -- When the last piece came and the whole was right; until then nobody is told.
  arrived_at INTEGER,
  seen_at INTEGER
) STRICT;
CREATE INDEX messages_of_contact ON messages (contact);
CREATE INDEX messages_of_child ON messages (child);
CREATE INDEX messages_of_room ON messages (room);

-- Pieces in the order in which they lie in the message's file.
CREATE TABLE pieces (
  message TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  length INTEGER NOT NULL,
  -- Where its sealed bytes begin in the file.
  place INTEGER NOT NULL,
  PRIMARY KEY (message, start)
) STRICT, WITHOUT ROWID;
