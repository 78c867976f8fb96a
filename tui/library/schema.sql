-- The library's tables, format 1. Keys (row numbers) never leave this file: ids do.

-- What was imported. "title", "source" and "dateline" are as stated or found in the text.
CREATE TABLE articles (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    dateline TEXT,
    address TEXT NOT NULL,
    added TEXT NOT NULL,
    version TEXT NOT NULL,
    starter INTEGER NOT NULL
);

-- All texts that articles ever had; "id" is the SHA-256 of the text.
CREATE TABLE versions (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    key INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    added TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX versions_of_article ON versions (key);

-- Every path and URL at which an article was found.
CREATE TABLE addresses (
    address TEXT PRIMARY KEY,
    key INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX addresses_of_article ON addresses (key);

-- What the user's store says, as far as the list shows it: kept also for articles that the
-- library lacks. Always to be made again from the store.
CREATE TABLE user (
    article TEXT PRIMARY KEY,
    read INTEGER NOT NULL DEFAULT 0,
    triage INTEGER NOT NULL DEFAULT 0,
    star INTEGER NOT NULL DEFAULT 0,
    tags TEXT NOT NULL DEFAULT '[]',
    title TEXT,
    source TEXT,
    dateline TEXT,
    removed INTEGER NOT NULL DEFAULT 0,
    place INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE annotated (
    annotation TEXT PRIMARY KEY,
    article TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX annotated_of_article ON annotated (article);

-- The list as it is shown: made from the tables above, a row for each article. Rows are never
-- updated or replaced, but deleted and inserted, which the tally below relies on.
CREATE TABLE list (
    key INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    article TEXT NOT NULL,
    version TEXT NOT NULL,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    dateline TEXT,
    added TEXT NOT NULL,
    starter INTEGER NOT NULL,
    read INTEGER NOT NULL,
    triage INTEGER NOT NULL,
    star INTEGER NOT NULL,
    tags TEXT NOT NULL,
    annotations INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    date TEXT NOT NULL,
    seen INTEGER NOT NULL,
    title_key TEXT NOT NULL,
    source_key TEXT NOT NULL
);
-- One index for each order; each holds all that the plain filters ask for, so that no order
-- and no filter has to visit the rows.
CREATE INDEX list_by_date ON list (date DESC, key DESC, removed, triage, star, seen);
CREATE INDEX list_by_added ON list (added DESC, key DESC, removed, triage, star, seen);
CREATE INDEX list_by_title ON list (title_key, date DESC, key DESC, removed, triage, star, seen);
CREATE INDEX list_by_source ON list (source_key, date DESC, key DESC, removed, triage, star, seen);
CREATE INDEX list_by_unread ON list (seen, date DESC, key DESC, removed, triage, star);

-- How many rows there are of each kind, so that progress is known without counting them.
CREATE TABLE tally (
    removed INTEGER,
    triage INTEGER,
    seen INTEGER,
    star INTEGER,
    number INTEGER NOT NULL,
    PRIMARY KEY (removed, triage, seen, star)
) WITHOUT ROWID;
CREATE TRIGGER list_grows AFTER INSERT ON list BEGIN
    INSERT INTO tally VALUES (new.removed, new.triage, new.seen, new.star, 1)
    ON CONFLICT DO UPDATE SET number = number + 1;
END;
CREATE TRIGGER list_shrinks AFTER DELETE ON list BEGIN
    UPDATE tally SET number = number - 1
    WHERE (removed, triage, seen, star) = (old.removed, old.triage, old.seen, old.star);
END;

CREATE TABLE tagged (
    tag TEXT NOT NULL,
    key INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    PRIMARY KEY (tag, key)
) WITHOUT ROWID;
CREATE INDEX tagged_of_article ON tagged (key);

-- Full text of the current versions, under the title and source that the list shows.
CREATE VIEW searched (key, title, text, source) AS
SELECT list.key, list.title, versions.text, list.source
FROM list JOIN versions ON versions.id = list.version;
CREATE VIRTUAL TABLE search USING fts5 (
    title, text, source,
    content = 'searched', content_rowid = 'key',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

-- What the language worker recognised, and which actors appear in an article's current text.
CREATE TABLE analyses (
    version TEXT NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
    pipeline TEXT NOT NULL,
    analysis BLOB NOT NULL,
    PRIMARY KEY (version, pipeline)
) WITHOUT ROWID;
CREATE TABLE appearances (
    actor TEXT NOT NULL,
    key INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    PRIMARY KEY (actor, key)
) WITHOUT ROWID;
CREATE INDEX appearances_of_article ON appearances (key);

-- The days that an article's current text speaks of, first and last of each date, as they were
-- resolved against the reference dates and corrections known when it was last analysed or open.
CREATE TABLE dated (
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    key INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    PRIMARY KEY (first, last, key)
) WITHOUT ROWID;
CREATE INDEX dated_of_article ON dated (key);

-- Facts about this file, such as how far the store's journal is read.
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
