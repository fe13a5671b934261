-- From when the days of a message count in the state that it is in (begun, arrived, seen): a time that had certainly been reached.
-- NULL while there was none since. What lies here already counts from the next certain time: later, never earlier.
ALTER TABLE messages ADD COLUMN counted_from INTEGER; -- UTC ms
