-- Lines of class lists of which staff did not say that they are this child: no later list makes them one by itself.
CREATE TABLE child_apart (
  id TEXT PRIMARY KEY,              -- made from the child and the line, so that two seats make the same row
  child_id TEXT NOT NULL REFERENCES child (id) ON DELETE CASCADE,
  line TEXT NOT NULL                -- a hash of what the line says: it tells nothing of a child
) STRICT, WITHOUT ROWID;

CREATE INDEX child_apart_by_child ON child_apart (child_id);

-- Consent to telephoning is to the numbers that stood on the card when it was given. One that comes later has none.
ALTER TABLE contact_consent ADD COLUMN phones TEXT; -- JSON array of numbers in E.164; NULL where nothing was said of telephoning

UPDATE contact_consent SET phones = (SELECT contact.phones FROM contact WHERE contact.id = contact_consent.contact_id)
  WHERE purpose = 'phone' AND given = 1;
