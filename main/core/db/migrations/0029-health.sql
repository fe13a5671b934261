-- How this seat's lamps went, and what was tried (T3). Of this machine alone: no other seat asks for it. Only their dates may change, when
-- the clock is set right.

CREATE TABLE health_turn (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  trusted INTEGER NOT NULL CHECK (trusted IN (0, 1)),
  lamp TEXT NOT NULL,
  tone TEXT NOT NULL,
  says TEXT NOT NULL
) STRICT;

CREATE INDEX health_turn_by_lamp ON health_turn (lamp);

CREATE TABLE health_trial (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  trusted INTEGER NOT NULL CHECK (trusted IN (0, 1)),
  device TEXT NOT NULL,
  result TEXT NOT NULL,
  level INTEGER, -- of a microphone, 0 to 100
  staff_id TEXT NOT NULL
) STRICT;

CREATE TRIGGER health_turn_stays BEFORE UPDATE OF lamp, tone, says ON health_turn BEGIN
  SELECT RAISE(ABORT, 'health_turn is append-only');
END;
CREATE TRIGGER health_turn_is_kept BEFORE DELETE ON health_turn BEGIN
  SELECT RAISE(ABORT, 'health_turn is append-only');
END;
CREATE TRIGGER health_trial_stays BEFORE UPDATE OF device, result, level, staff_id ON health_trial BEGIN
  SELECT RAISE(ABORT, 'health_trial is append-only');
END;
CREATE TRIGGER health_trial_is_kept BEFORE DELETE ON health_trial BEGIN
  SELECT RAISE(ABORT, 'health_trial is append-only');
END;
