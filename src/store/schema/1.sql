-- times are seconds since 1970; ids of clients and assessments are random and tell nothing
CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    duty TEXT NOT NULL CHECK (duty IN ('admin', 'counsellor', 'reader')),
    password TEXT NOT NULL,
    language TEXT NOT NULL,
    made INTEGER NOT NULL,
    closed INTEGER
) STRICT;

-- what tells a session is kept as its digest only
CREATE TABLE session (
    digest TEXT PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    form TEXT NOT NULL,
    begun INTEGER NOT NULL,
    seen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_account ON session (account);

-- links that open something once
CREATE TABLE link (
    digest TEXT PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('set-up')),
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE attempt (
    who TEXT PRIMARY KEY,
    failures INTEGER NOT NULL,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE client (
    id TEXT PRIMARY KEY,
    owner INTEGER NOT NULL REFERENCES account,
    reference TEXT NOT NULL,
    made INTEGER NOT NULL,
    changed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX client_owner ON client (owner, changed);

CREATE TABLE share (
    client TEXT NOT NULL REFERENCES client ON DELETE CASCADE,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    PRIMARY KEY (client, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE assessment (
    id TEXT PRIMARY KEY,
    client TEXT NOT NULL REFERENCES client ON DELETE CASCADE,
    draft TEXT NOT NULL,
    begun INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    -- what came of it, with the graph that it came of
    made INTEGER,
    graph TEXT,
    version TEXT,
    digest TEXT,
    profile TEXT,
    report TEXT,
    page TEXT,
    table_text TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX assessment_client ON assessment (client, begun);

-- each entry's hash is over itself and the hash before it
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    account INTEGER NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
CREATE TRIGGER audit_remains BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
