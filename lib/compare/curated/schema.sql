-- The curated database: the code book is in the database itself.
-- Numbers are DOUBLE in the unit named beside them; an absent value is NULL.

CREATE TABLE regions (
    region       VARCHAR PRIMARY KEY CHECK (regexp_full_match(region, '[a-z][a-z0-9-]*')),
    name_zh      VARCHAR NOT NULL UNIQUE,
    name_en      VARCHAR NOT NULL UNIQUE,
    full_name_zh VARCHAR NOT NULL UNIQUE,
    level        VARCHAR NOT NULL
        CHECK (level IN ('province', 'prefecture-city', 'county-city', 'district', 'county')),
    parent       VARCHAR NOT NULL,
    province     VARCHAR NOT NULL,
    adcode       VARCHAR NOT NULL UNIQUE CHECK (regexp_full_match(adcode, '[1-8][0-9]{5}')),
    aliases      VARCHAR
);
COMMENT ON TABLE regions IS 'Regions that publish documents, one row each';
COMMENT ON COLUMN regions.region IS 'Slug in pinyin, the key used everywhere';
COMMENT ON COLUMN regions.name_zh IS 'Short Chinese name';
COMMENT ON COLUMN regions.name_en IS 'English name';
COMMENT ON COLUMN regions.full_name_zh IS 'Full Chinese name';
COMMENT ON COLUMN regions.level IS 'Administrative level';
COMMENT ON COLUMN regions.parent IS 'Slug of the region that contains it; it need not be a row here';
COMMENT ON COLUMN regions.province IS 'Province, in Chinese';
COMMENT ON COLUMN regions.adcode IS 'Six-digit code of GB/T 2260';
COMMENT ON COLUMN regions.aliases IS 'Other names, separated by |';

CREATE TABLE documents (
    document     VARCHAR PRIMARY KEY,
    region       VARCHAR NOT NULL REFERENCES regions (region),
    title        VARCHAR NOT NULL,
    number       VARCHAR,
    issuer       VARCHAR NOT NULL,
    issued       DATE,
    period_start INTEGER NOT NULL,
    period_end   INTEGER NOT NULL CHECK (period_end >= period_start),
    publisher    VARCHAR,
    sha256       VARCHAR CHECK (regexp_full_match(sha256, '[0-9a-f]{64}')),
    characters   INTEGER CHECK (characters > 0),
    note         VARCHAR,
    type         VARCHAR CHECK (type IN ('plan', 'points', 'action-plan', 'bulletin',
                                         'work-report', 'evaluation', 'press', 'standard', 'table')),
    series       VARCHAR,
    edition      VARCHAR,
    as_of        DATE CHECK (as_of <= issued),
    url          VARCHAR,
    title_en     VARCHAR,
    CHECK ((sha256 IS NULL) = (characters IS NULL)),
    CHECK ((series IS NULL) = (edition IS NULL))
);
COMMENT ON TABLE documents IS 'Sources, one row each; a region may have any number';
COMMENT ON COLUMN documents.document IS 'Slug: the folder under data/raw and the first part of every figure id';
COMMENT ON COLUMN documents.region IS 'Region that the document is about';
COMMENT ON COLUMN documents.title IS 'Title';
COMMENT ON COLUMN documents.number IS 'Document number; NULL where the text prints none';
COMMENT ON COLUMN documents.issuer IS 'Who issued it';
COMMENT ON COLUMN documents.issued IS 'Date of issue; NULL where the text prints none';
COMMENT ON COLUMN documents.period_start IS 'First year that it plans for';
COMMENT ON COLUMN documents.period_end IS 'Last year that it plans for';
COMMENT ON COLUMN documents.publisher IS 'Where the text was published';
COMMENT ON COLUMN documents.sha256 IS 'SHA-256 of the transcribed text file; NULL where no text was kept and quotes are label and number';
COMMENT ON COLUMN documents.characters IS 'Length of the text in characters; NULL where no text was kept';
COMMENT ON COLUMN documents.note IS 'What is missing from the text, or peculiar to it';
COMMENT ON COLUMN documents.type IS 'What kind of source it is: plans, points and action plans set targets; bulletins, work reports and evaluations state outcomes';
COMMENT ON COLUMN documents.series IS 'What it is an edition of; NULL where it stands alone';
COMMENT ON COLUMN documents.edition IS 'Which edition of its series';
COMMENT ON COLUMN documents.as_of IS 'The date that its outcomes are of; NULL where it is not said';
COMMENT ON COLUMN documents.url IS 'Address where it was published; NULL where there is none';
COMMENT ON COLUMN documents.title_en IS 'Title in English; NULL where nobody translated it';

CREATE TABLE themes (
    theme   VARCHAR PRIMARY KEY CHECK (regexp_full_match(theme, '[a-z][a-z0-9-]*')),
    name_zh VARCHAR NOT NULL UNIQUE,
    name_en VARCHAR NOT NULL UNIQUE,
    "order" INTEGER NOT NULL CHECK ("order" > 0),
    words   VARCHAR
);
COMMENT ON TABLE themes IS 'What indicators are shown under';
COMMENT ON COLUMN themes.theme IS 'Slug, the key used everywhere';
COMMENT ON COLUMN themes.name_zh IS 'Chinese name';
COMMENT ON COLUMN themes.name_en IS 'English name';
COMMENT ON COLUMN themes."order" IS 'Its place among the themes';
COMMENT ON COLUMN themes.words IS 'Words of new names that suggest it, joined by |';

CREATE TABLE indicators (
    indicator     VARCHAR PRIMARY KEY CHECK (regexp_full_match(indicator, '[a-z][a-z0-9_]*')),
    theme         VARCHAR NOT NULL REFERENCES themes (theme),
    name_zh       VARCHAR NOT NULL,
    name_en       VARCHAR NOT NULL,
    definition_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL,
    numerator     VARCHAR NOT NULL,
    denominator   VARCHAR,
    unit          VARCHAR NOT NULL,
    direction     VARCHAR NOT NULL CHECK (direction IN ('higher', 'lower', 'neutral')),
    floor         DOUBLE,
    cap           DOUBLE CHECK (cap > floor),
    rankable      BOOLEAN NOT NULL CHECK (NOT (rankable AND direction = 'neutral')),
    only_in       VARCHAR,
    only_level    VARCHAR CHECK (only_level IN ('county', 'prefecture-city')),
    note          VARCHAR,
    note_en       VARCHAR,
    caution       VARCHAR,
    caution_en    VARCHAR,
    caution_between BOOLEAN NOT NULL
);
COMMENT ON TABLE indicators IS 'Shared indicators, defined once';
COMMENT ON COLUMN indicators.indicator IS 'Key, snake_case';
COMMENT ON COLUMN indicators.theme IS 'Theme under which it is shown';
COMMENT ON COLUMN indicators.name_zh IS 'Chinese name';
COMMENT ON COLUMN indicators.name_en IS 'English name';
COMMENT ON COLUMN indicators.definition_zh IS 'Definition in Chinese';
COMMENT ON COLUMN indicators.definition_en IS 'Definition in English';
COMMENT ON COLUMN indicators.numerator IS 'What is counted';
COMMENT ON COLUMN indicators.denominator IS 'Out of what; NULL for counts';
COMMENT ON COLUMN indicators.unit IS 'Unit of value, lo and hi of its observations';
COMMENT ON COLUMN indicators.direction IS 'Which way is better';
COMMENT ON COLUMN indicators.floor IS 'Smallest possible value, in the unit; NULL where there is none';
COMMENT ON COLUMN indicators.cap IS 'Largest possible value, in the unit; NULL where there is none (gross rates)';
COMMENT ON COLUMN indicators.rankable IS 'Whether regions may be ranked by it';
COMMENT ON COLUMN indicators.only_in IS 'Province whose scheme it is; elsewhere it is not applicable';
COMMENT ON COLUMN indicators.only_level IS 'Level of region that it applies to; NULL for all';
COMMENT ON COLUMN indicators.note IS 'What it must not be confused with';
COMMENT ON COLUMN indicators.note_en IS 'The note in English';
COMMENT ON COLUMN indicators.caution IS 'What must be said beside its numbers, in a few words';
COMMENT ON COLUMN indicators.caution_en IS 'The caution in English';
COMMENT ON COLUMN indicators.caution_between IS 'Whether the caution tells how regions differ, and so nothing of one alone';

CREATE TABLE benchmarks (
    benchmark  VARCHAR PRIMARY KEY,
    indicator  VARCHAR NOT NULL REFERENCES indicators (indicator),
    scope      VARCHAR NOT NULL CHECK (scope IN ('national', 'provincial')),
    adcode     VARCHAR CHECK ((adcode IS NULL) = (scope = 'national')),
    year       INTEGER,
    base_year  INTEGER,
    kind       VARCHAR NOT NULL CHECK (kind IN ('standard', 'actual', 'target')),
    comparator VARCHAR NOT NULL CHECK (comparator IN ('=', '>=', '>', '<=', '<', '~', 'range')),
    value      DOUBLE,
    lo         DOUBLE,
    hi         DOUBLE CHECK (hi >= lo),
    lo_open    BOOLEAN NOT NULL,
    hi_open    BOOLEAN NOT NULL,
    resolution DOUBLE CHECK (resolution > 0),
    rule       VARCHAR NOT NULL,
    rule_en    VARCHAR,
    rule_title VARCHAR,
    rule_issuer VARCHAR,
    rule_issued VARCHAR,
    remark     VARCHAR,
    remark_en  VARCHAR,
    each       BOOLEAN NOT NULL,
    assessed   VARCHAR CHECK (assessed = 'county')
);
COMMENT ON TABLE benchmarks IS 'Reference values, one row each';
COMMENT ON COLUMN benchmarks.benchmark IS 'Key';
COMMENT ON COLUMN benchmarks.indicator IS 'Indicator that it refers to';
COMMENT ON COLUMN benchmarks.scope IS 'Where it holds';
COMMENT ON COLUMN benchmarks.adcode IS 'Code of the province whose line it is; NULL for the nation''s';
COMMENT ON COLUMN benchmarks.base_year IS 'Of a target, the last year before its plan; NULL where nobody says';
COMMENT ON COLUMN benchmarks.year IS 'Year; NULL for a standing standard';
COMMENT ON COLUMN benchmarks.kind IS 'A standard to meet, an actual value or a target';
COMMENT ON COLUMN benchmarks.comparator IS 'Operator: 92.0 does not meet > 92';
COMMENT ON COLUMN benchmarks.value IS 'The reference number, in the indicator''s unit';
COMMENT ON COLUMN benchmarks.lo IS 'Lower end, closed at the indicator''s floor; NULL where unbounded';
COMMENT ON COLUMN benchmarks.hi IS 'Upper end, closed at the indicator''s cap; NULL where unbounded';
COMMENT ON COLUMN benchmarks.lo_open IS 'Whether the lower end itself is excluded';
COMMENT ON COLUMN benchmarks.hi_open IS 'Whether the upper end itself is excluded';
COMMENT ON COLUMN benchmarks.resolution IS 'Half a unit of the last digit of an outcome; NULL for a line, which is no measurement';
COMMENT ON COLUMN benchmarks.rule IS 'Rule or document that states it';
COMMENT ON COLUMN benchmarks.rule_en IS 'Its title in English';
COMMENT ON COLUMN benchmarks.rule_title IS 'Its own title in full';
COMMENT ON COLUMN benchmarks.rule_issuer IS 'Who issued it';
COMMENT ON COLUMN benchmarks.rule_issued IS 'When: a day, a month or a year, as is known';
COMMENT ON COLUMN benchmarks.remark IS 'How far it can be trusted or applied';
COMMENT ON COLUMN benchmarks.remark_en IS 'The remark in English';
COMMENT ON COLUMN benchmarks.each IS 'Whether each of several components must keep to it, so that one number alone cannot';
COMMENT ON COLUMN benchmarks.assessed IS 'county where counties are assessed by it one by one, so that the value of a city only stands beside it';

CREATE TABLE figures (
    figure     VARCHAR PRIMARY KEY,
    document   VARCHAR NOT NULL REFERENCES documents (document),
    region     VARCHAR NOT NULL REFERENCES regions (region),
    label      VARCHAR NOT NULL,
    quote      VARCHAR NOT NULL CHECK (length(replace(quote, '……', '')) BETWEEN 1 AND 45),
    locator    VARCHAR NOT NULL,
    printed    VARCHAR NOT NULL CHECK (contains(quote, printed)),
    comparator VARCHAR NOT NULL CHECK (comparator IN ('=', '>=', '>', '<=', '<', '~', 'range')),
    lo         DOUBLE,
    hi         DOUBLE CHECK (hi >= lo),
    unit       VARCHAR,
    year       INTEGER NOT NULL,
    year_start INTEGER,
    year_end   INTEGER CHECK (year_end >= year_start),
    year_basis VARCHAR NOT NULL CHECK (year_basis IN ('printed', 'implied')),
    kind       VARCHAR NOT NULL CHECK (kind IN ('actual', 'target')),
    scope      VARCHAR NOT NULL CHECK (scope IN
        ('region', 'each-county', 'each-township', 'each-school', 'each-person', 'part')),
    worded     BOOLEAN NOT NULL,
    note       VARCHAR,
    label_en   VARCHAR,
    every_year VARCHAR CHECK (every_year IN ('keep', 'every-year')),
    CHECK (lo IS NOT NULL OR hi IS NOT NULL)
);
COMMENT ON TABLE figures IS 'Printed figures with the words that print them: transcription, no judgement';
COMMENT ON COLUMN figures.figure IS 'Id: <document>/<number>, kept to the last page';
COMMENT ON COLUMN figures.document IS 'Document that prints it';
COMMENT ON COLUMN figures.region IS 'Region of the document';
COMMENT ON COLUMN figures.label IS 'What is counted, in the document''s words';
COMMENT ON COLUMN figures.quote IS 'Shortest run of words that prints it, verbatim, at most 45 characters; …… joins pieces of one paragraph';
COMMENT ON COLUMN figures.locator IS 'Section, item or table row';
COMMENT ON COLUMN figures.printed IS 'The value as printed, without its unit';
COMMENT ON COLUMN figures.comparator IS 'What the words beside it say: = >= > <= < ~ (about) range';
COMMENT ON COLUMN figures.lo IS 'Printed lower end, in the printed unit; NULL where the side is open';
COMMENT ON COLUMN figures.hi IS 'Printed upper end, in the printed unit; NULL where the side is open';
COMMENT ON COLUMN figures.unit IS 'Unit as printed; NULL where none is printed';
COMMENT ON COLUMN figures.year IS 'Year, or the last year of its period';
COMMENT ON COLUMN figures.year_start IS 'First year of the period; NULL for a level at a date';
COMMENT ON COLUMN figures.year_end IS 'Last year of the period; NULL for a level at a date';
COMMENT ON COLUMN figures.year_basis IS 'Whether the year is printed with the figure or implied by the text';
COMMENT ON COLUMN figures.kind IS 'Reported as achieved, or planned';
COMMENT ON COLUMN figures.scope IS 'What the value holds for';
COMMENT ON COLUMN figures.worded IS 'Whether words, and no digit, print the value';
COMMENT ON COLUMN figures.note IS 'Contradictions, pairing and doubts';
COMMENT ON COLUMN figures.label_en IS 'The label in English; NULL where it was not written';
COMMENT ON COLUMN figures.every_year IS 'keep: a level to be kept; every-year: so much in each year; NULL: by the year, or in it';

CREATE TABLE observations (
    region        VARCHAR NOT NULL REFERENCES regions (region),
    indicator     VARCHAR NOT NULL REFERENCES indicators (indicator),
    year          INTEGER NOT NULL,
    kind          VARCHAR NOT NULL CHECK (kind IN ('actual', 'target')),
    value         DOUBLE,
    lo            DOUBLE,
    hi            DOUBLE CHECK (hi >= lo),
    lo_open       BOOLEAN NOT NULL,
    hi_open       BOOLEAN NOT NULL,
    comparator    VARCHAR NOT NULL CHECK (comparator IN ('=', '>=', '>', '<=', '<', '~', 'range')),
    approximate   BOOLEAN NOT NULL,
    resolution    DOUBLE CHECK (resolution > 0),
    unit          VARCHAR NOT NULL,
    comparability VARCHAR NOT NULL CHECK (comparability IN ('exact', 'close', 'proxy')),
    reason        VARCHAR NOT NULL,
    reason_en     VARCHAR,
    scope         VARCHAR NOT NULL,
    year_basis    VARCHAR NOT NULL CHECK (year_basis IN ('printed', 'implied')),
    use           VARCHAR NOT NULL CHECK (use IN ('main', 'alternative', 'superseded')),
    superseded_by VARCHAR REFERENCES figures (figure),
    after_break   BOOLEAN NOT NULL,
    figure        VARCHAR NOT NULL REFERENCES figures (figure),
    document      VARCHAR NOT NULL REFERENCES documents (document),
    CHECK ((use = 'superseded') = (superseded_by IS NOT NULL)),
    PRIMARY KEY (figure, indicator)
);
COMMENT ON TABLE observations IS 'Figures aligned to shared indicators: our judgement, with its reason';
COMMENT ON COLUMN observations.region IS 'Region observed';
COMMENT ON COLUMN observations.indicator IS 'Shared indicator';
COMMENT ON COLUMN observations.year IS 'Year, or the last year of the period';
COMMENT ON COLUMN observations.kind IS 'Actual or target; the two are never compared';
COMMENT ON COLUMN observations.value IS 'The printed number in the indicator''s unit; NULL for a range';
COMMENT ON COLUMN observations.lo IS 'Lower end, closed at the indicator''s floor; NULL where unbounded';
COMMENT ON COLUMN observations.hi IS 'Upper end, closed at the indicator''s cap; NULL where unbounded';
COMMENT ON COLUMN observations.lo_open IS 'Whether the lower end itself is excluded';
COMMENT ON COLUMN observations.hi_open IS 'Whether the upper end itself is excluded';
COMMENT ON COLUMN observations.comparator IS 'As printed';
COMMENT ON COLUMN observations.approximate IS 'Whether the words say about';
COMMENT ON COLUMN observations.resolution IS 'Half a unit of the last printed digit, in the indicator''s unit; NULL for words';
COMMENT ON COLUMN observations.unit IS 'Unit of value, lo and hi: the indicator''s';
COMMENT ON COLUMN observations.comparability IS 'exact, close or proxy; a proxy enters no comparison unasked';
COMMENT ON COLUMN observations.reason IS 'Why it is graded so';
COMMENT ON COLUMN observations.reason_en IS 'The reason in English; NULL where it was not written';
COMMENT ON COLUMN observations.scope IS 'What the value holds for';
COMMENT ON COLUMN observations.year_basis IS 'Whether the year is printed or implied';
COMMENT ON COLUMN observations.use IS 'The main figure; an alternative that the same source also prints; or superseded by a newer source of the region';
COMMENT ON COLUMN observations.superseded_by IS 'The main figure of the newest source that states the same, which counts in its place; NULL unless superseded';
COMMENT ON COLUMN observations.after_break IS 'Whether its concept may be another than that of the region''s earlier figures: the series breaks before it';
COMMENT ON COLUMN observations.figure IS 'The figure behind it';
COMMENT ON COLUMN observations.document IS 'The document behind it';

CREATE TABLE inconsistencies (
    document  VARCHAR NOT NULL REFERENCES documents (document),
    figures   VARCHAR NOT NULL,
    remark    VARCHAR NOT NULL,
    remark_en VARCHAR NOT NULL,
    PRIMARY KEY (document, figures)
);
COMMENT ON TABLE inconsistencies IS 'Figures that do not agree, in one document or between two, as a reader found';
COMMENT ON COLUMN inconsistencies.document IS 'The document';
COMMENT ON COLUMN inconsistencies.figures IS 'Figures, separated by spaces; one at least is of the document';
COMMENT ON COLUMN inconsistencies.remark IS 'What does not agree';
COMMENT ON COLUMN inconsistencies.remark_en IS 'The remark in English';

CREATE TABLE build (
    name  VARCHAR PRIMARY KEY,
    value VARCHAR NOT NULL
);
COMMENT ON TABLE build IS 'What was built';
COMMENT ON COLUMN build.name IS 'data_version: SHA-256 over the curated tables; raw: over the typed files; schema: over this schema';
COMMENT ON COLUMN build.value IS 'Its value';

CREATE VIEW coverage AS
WITH cells AS (
    SELECT r.region, i.indicator, k.kind,
           (i.only_in IS NOT NULL AND i.only_in <> r.province)
           OR (i.only_level = 'county' AND r.level IN ('province', 'prefecture-city'))
           OR (i.only_level = 'prefecture-city' AND r.level <> 'prefecture-city') AS foreign_scheme
    FROM regions AS r
    CROSS JOIN indicators AS i
    CROSS JOIN (VALUES ('actual'), ('target')) AS k (kind)
)
SELECT c.region, c.indicator, c.kind,
       CASE WHEN count(o.figure) FILTER (o.comparability <> 'proxy') > 0 THEN 'observed'
            WHEN count(o.figure) > 0 THEN 'only-proxy'
            WHEN c.foreign_scheme THEN 'not-applicable'
            ELSE 'not-in-text' END AS status,
       CASE WHEN bool_or(o.comparability = 'exact') THEN 'exact'
            WHEN bool_or(o.comparability = 'close') THEN 'close'
            WHEN bool_or(o.comparability = 'proxy') THEN 'proxy' END AS comparability,
       string_agg(DISTINCT o.year::VARCHAR, ' ' ORDER BY o.year::VARCHAR) AS years,
       string_agg(DISTINCT o.year::VARCHAR, ' ' ORDER BY o.year::VARCHAR)
           FILTER (o.comparability <> 'proxy') AS comparable_years,
       string_agg(DISTINCT o.document, ' ' ORDER BY o.document) AS documents,
       count(o.figure)::INTEGER AS n
FROM cells AS c
LEFT JOIN observations AS o
    ON o.region = c.region AND o.indicator = c.indicator AND o.kind = c.kind
GROUP BY c.region, c.indicator, c.kind, c.foreign_scheme;
COMMENT ON VIEW coverage IS 'What can be compared at all: one row per region, indicator and kind';
COMMENT ON COLUMN coverage.region IS 'Region';
COMMENT ON COLUMN coverage.indicator IS 'Indicator';
COMMENT ON COLUMN coverage.kind IS 'Actual or target';
COMMENT ON COLUMN coverage.status IS 'observed, only-proxy, not-in-text (which is not: not published) or not-applicable';
COMMENT ON COLUMN coverage.comparability IS 'The best grade among its observations; NULL where there is none';
COMMENT ON COLUMN coverage.years IS 'Years observed, separated by spaces';
COMMENT ON COLUMN coverage.comparable_years IS 'Years observed by more than a proxy, separated by spaces';
COMMENT ON COLUMN coverage.documents IS 'Documents behind it, separated by spaces';
COMMENT ON COLUMN coverage.n IS 'Number of observations';
