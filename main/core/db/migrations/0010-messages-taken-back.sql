-- Messages that a child took back while they waited to go up (C6): what the call server has of them already goes there too.
-- Kept until the server has said that it has nothing of it any more. Of this seat alone, as the messages are.

CREATE TABLE message_taken_back (
  id TEXT PRIMARY KEY               -- as the call server knows it; its row in message is gone
) STRICT, WITHOUT ROWID;
