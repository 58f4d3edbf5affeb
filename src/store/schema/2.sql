-- when somebody asked for a client to be erased, and when a student said that the answers are theirs
ALTER TABLE client ADD COLUMN removed INTEGER;
ALTER TABLE assessment ADD COLUMN answered INTEGER;
CREATE INDEX client_removed ON client (removed) WHERE removed IS NOT NULL;

-- a link may open one assessment to a student
CREATE TABLE opening (
    digest TEXT PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('set-up', 'student')),
    assessment TEXT REFERENCES assessment ON DELETE CASCADE,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO opening (digest, purpose, until) SELECT digest, purpose, until FROM link;
DROP TABLE link;
ALTER TABLE opening RENAME TO link;
CREATE INDEX link_assessment ON link (assessment);

-- a student who answers, and sees nothing else
CREATE TABLE guest (
    digest TEXT PRIMARY KEY,
    assessment TEXT NOT NULL REFERENCES assessment ON DELETE CASCADE,
    form TEXT NOT NULL,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX guest_assessment ON guest (assessment);

-- notes of a client, and decisions about a result with their reason; what is removed can be had back for a while
CREATE TABLE remark (
    id TEXT PRIMARY KEY,
    client TEXT NOT NULL REFERENCES client ON DELETE CASCADE,
    assessment TEXT REFERENCES assessment ON DELETE CASCADE,
    account INTEGER NOT NULL REFERENCES account,
    kind TEXT NOT NULL CHECK (kind IN ('note', 'exclude', 'require', 'pin', 'weights', 'figure')),
    what TEXT NOT NULL,
    said TEXT NOT NULL,
    at INTEGER NOT NULL,
    removed INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX remark_client ON remark (client, at);
CREATE INDEX remark_assessment ON remark (assessment);

-- the pathway that a client follows, step by step
CREATE TABLE plan (
    client TEXT PRIMARY KEY REFERENCES client ON DELETE CASCADE,
    assessment TEXT NOT NULL REFERENCES assessment ON DELETE CASCADE,
    pathway TEXT NOT NULL,
    title TEXT NOT NULL,
    made INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_assessment ON plan (assessment);
CREATE TABLE plan_step (
    client TEXT NOT NULL REFERENCES plan ON DELETE CASCADE,
    place INTEGER NOT NULL,
    told TEXT NOT NULL,
    begins TEXT NOT NULL,
    ends TEXT NOT NULL,
    done INTEGER,
    PRIMARY KEY (client, place)
) STRICT, WITHOUT ROWID;

-- files of many people, scored in the background; the files themselves are in a folder of the cohort's id
CREATE TABLE cohort (
    id TEXT PRIMARY KEY,
    owner INTEGER NOT NULL REFERENCES account,
    name TEXT NOT NULL,
    graph TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'whole', 'stopped', 'failed')),
    good INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    told TEXT NOT NULL DEFAULT '',
    made INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    removed INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX cohort_owner ON cohort (owner, made);

-- what the office settled
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
