/** The first released schema. Never edited once released: a change is a new migration. */
export const first = {
  version: 10,
  sql: `
CREATE TABLE framework (
  id TEXT PRIMARY KEY,
  content TEXT NOT NULL
) STRICT;
CREATE TABLE workbook (
  id TEXT PRIMARY KEY CHECK (id = 'workbook'),
  uid TEXT NOT NULL,
  system_name TEXT NOT NULL,
  system_kind TEXT NOT NULL,
  system_kind_other TEXT NOT NULL,
  is_rehearsal INTEGER NOT NULL CHECK (is_rehearsal IN (0, 1)),
  framework_id TEXT NOT NULL,
  framework_version TEXT NOT NULL,
  framework_hash TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE TABLE status (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  label TEXT NOT NULL,
  meaning TEXT NOT NULL,
  fill TEXT NOT NULL,
  text_colour TEXT NOT NULL,
  position INTEGER NOT NULL,
  is_closing INTEGER NOT NULL CHECK (is_closing IN (0, 1))
) STRICT;
CREATE TABLE area (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('system', 'place')),
  name TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE TABLE round (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  as_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'signed-off')),
  position INTEGER NOT NULL,
  signed_off_at TEXT,
  signed_off_by TEXT NOT NULL
) STRICT;
CREATE TABLE rating (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
  area_id TEXT NOT NULL REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED,
  principle_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('not-discussed', 'rated', 'not-applicable')),
  level INTEGER CHECK (level BETWEEN 0 AND 4),
  reason TEXT NOT NULL,
  not_applicable_reason TEXT NOT NULL,
  confidence TEXT,
  target_level INTEGER CHECK (target_level BETWEEN 0 AND 4),
  target_date TEXT,
  minority_view TEXT NOT NULL,
  minority_type TEXT,
  change_reason TEXT,
  change_note TEXT NOT NULL,
  CHECK ((state = 'rated') = (level IS NOT NULL)),
  UNIQUE (round_id, area_id, principle_id)
) STRICT;
CREATE TABLE vote (
  id TEXT PRIMARY KEY,
  rating_id TEXT NOT NULL REFERENCES rating (id) DEFERRABLE INITIALLY DEFERRED,
  count INTEGER NOT NULL CHECK (count IN (1, 2)),
  organisation_type TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
  hands INTEGER NOT NULL CHECK (hands > 0)
) STRICT;
CREATE INDEX vote_rating ON vote (rating_id);
CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  ref INTEGER NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('file', 'link', 'note')),
  title TEXT NOT NULL,
  shows TEXT NOT NULL,
  refers_on TEXT,
  strength TEXT NOT NULL,
  handling TEXT NOT NULL,
  url TEXT NOT NULL,
  note TEXT NOT NULL,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;
CREATE TABLE action (
  id TEXT PRIMARY KEY,
  ref INTEGER NOT NULL UNIQUE,
  area_id TEXT NOT NULL REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED,
  principle_id TEXT NOT NULL,
  level_of_need TEXT,
  current_level INTEGER CHECK (current_level BETWEEN 0 AND 4),
  target_level INTEGER CHECK (target_level BETWEEN 0 AND 4),
  gap TEXT NOT NULL,
  title TEXT NOT NULL,
  success_measure TEXT NOT NULL,
  baseline TEXT NOT NULL,
  owner TEXT NOT NULL,
  owner_role TEXT NOT NULL,
  sponsor TEXT NOT NULL,
  partners TEXT NOT NULL,
  start_on TEXT,
  due_on TEXT,
  priority TEXT,
  status_id TEXT NOT NULL REFERENCES status (id) DEFERRABLE INITIALLY DEFERRED,
  resources TEXT NOT NULL,
  risk TEXT NOT NULL,
  likelihood INTEGER CHECK (likelihood BETWEEN 1 AND 5),
  consequence INTEGER CHECK (consequence BETWEEN 1 AND 5),
  mitigation TEXT NOT NULL,
  evidence_note TEXT NOT NULL,
  verified_by TEXT NOT NULL,
  verified_on TEXT,
  governance TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX action_area ON action (area_id);
CREATE TABLE action_update (
  id TEXT PRIMARY KEY,
  action_id TEXT NOT NULL REFERENCES action (id) DEFERRABLE INITIALLY DEFERRED,
  "on" TEXT NOT NULL,
  text TEXT NOT NULL,
  author TEXT NOT NULL,
  status_id TEXT REFERENCES status (id) DEFERRABLE INITIALLY DEFERRED,
  added_at TEXT NOT NULL
) STRICT;
CREATE INDEX action_update_action ON action_update (action_id);
CREATE TABLE evidence_link (
  id TEXT PRIMARY KEY,
  evidence_id TEXT NOT NULL REFERENCES evidence (id) DEFERRABLE INITIALLY DEFERRED,
  area_id TEXT REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED,
  principle_id TEXT,
  action_id TEXT REFERENCES action (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((area_id IS NOT NULL) + (principle_id IS NOT NULL) + (action_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX evidence_link_evidence ON evidence_link (evidence_id);
CREATE INDEX evidence_link_action ON evidence_link (action_id);
CREATE INDEX evidence_link_area ON evidence_link (area_id);
CREATE TABLE measure (
  id TEXT PRIMARY KEY,
  area_id TEXT NOT NULL REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED,
  principle_id TEXT NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('up', 'down')),
  source TEXT NOT NULL,
  baseline REAL,
  baseline_on TEXT,
  target REAL,
  target_on TEXT
) STRICT;
CREATE TABLE measure_point (
  id TEXT PRIMARY KEY,
  measure_id TEXT NOT NULL REFERENCES measure (id) DEFERRABLE INITIALLY DEFERRED,
  "on" TEXT NOT NULL,
  value REAL NOT NULL
) STRICT;
CREATE INDEX measure_point_measure ON measure_point (measure_id);
CREATE TABLE content (
  id INTEGER PRIMARY KEY,
  hash TEXT,
  size INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'ready'))
) STRICT;
CREATE UNIQUE INDEX content_hash ON content (hash) WHERE state = 'ready';
CREATE TABLE chunk (
  id INTEGER PRIMARY KEY,
  content_id INTEGER NOT NULL REFERENCES content (id) DEFERRABLE INITIALLY DEFERRED,
  seq INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (content_id, seq)
) STRICT;
CREATE TABLE edit (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  words TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'note')),
  target INTEGER,
  principle_id TEXT,
  area_id TEXT,
  action_id TEXT,
  evidence_id TEXT,
  hash TEXT NOT NULL
) STRICT;
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  edit_seq INTEGER NOT NULL REFERENCES edit (seq) DEFERRABLE INITIALLY DEFERRED,
  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  column_name TEXT,
  old_value ANY,
  new_value ANY
) STRICT;
CREATE INDEX change_edit ON change (edit_seq);
`,
} as const
