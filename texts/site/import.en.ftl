## What the import tells of a table: its account, and what is wrong. `told!` in src/import names these messages. The
## command says them as they are. On the page of the editor `.page` is said where there is one, and what stands in
## brackets and names an option is left out: the page has fields for what options are for.

# Several, one behind the other
by-comma = { $first }, { $rest }
by-semicolon = { $first }; { $rest }
by-and = { $first } and { $rest }
by-or = { $first } or { $rest }
all = { $what }

# What cells, rows and columns are called
row = row { $n }
item = item { $n }
item-cell = item { $n }, { $name }
column = column { $letters }
headed-column = { $text } ({ $letters })
of-file = { $cell } of { $file }

# A cell that is not understood
wrong = found { $found }; expected { $expected }
nothing = nothing
no-number = none
expected-figure = a number, with words that are known, or a sign for none
expected-figure-not = a number, with words that are known, or a sign for none; not "{ $word }"
expected-closed = a number with nothing left open
expected-number = a number
expected-number-in-bounds = a number from 0.000001 to 10^15
expected-in-bounds = 0, or a number from 0.000001 to 10^15
expected-number-not =
    a number; "{ $text }" is none with a comma before its decimals, nor with a point
expected-one-number = one number, or two that are a range
expected-brackets = --mark '()=negative' for { $text } below zero, --mark '()=few cases', or a note that says it
    .page = what brackets stand for: a number below zero (−{ $text }), few cases, or what a note says
expected-mark = a note below the table that says what { $mark } stands for
expected-elsewhere = "{ $word }" at another place, or once
expected-one-unit = one unit in "{ $text }"
expected-one-qualifier = one qualifier of one number, or a range without one
expected-comma = a number with a comma before its decimals, as its column has
expected-point = a number with a point before its decimals, as its column has
expected-one-way = a number that can be read in one way
expected-lower-first = a range whose first number is the lower one
expected-above-zero = a number above 0: nothing is below it, or nearly it
expected-smaller = a smaller number
expected-not-below-zero = no number below zero in a { $kind }
found-day = the day { $text }
expected-no-day = a number; spreadsheets make a day of "1-2" or "3/4": write it as a text there
found-formula = { $text }, a formula's error
found-merged = a merged cell with { $text }
expected-unmerged = a figure of its own: a merged one is that of several places or columns
expected-place = the name of a place
found-everywhere = { $name }, which stands in { $n } of { $all } districts
expected-place-there =
    a place of that name in each district (--place and --district say so), or no place
    (--mark '{ $name }=not available')
    .page = a place of that name in each district, or a note that it is none
expected-interval = an end of the interval of confidence of { $number }
expected-time = a time, such as 2024, 2024-07, Q3 2024 or 2023/24
expected-column-unit = the unit of its column, or one that it has alone
expected-unit = the unit of its indicator, { $unit }
expected-unit-too = its unit, as other cells have: { $unit }
expected-scale =
    { $alone } where the other cells are in this unit, too, or { $whole } where they are in none (--unit says which)
found-share = { $text } for a percentage, and no number above 1 in its column
expected-share = --unit % if it is { $percent } %, or --unit share if it is { $share } %
    .page = { $percent } % or { $share } %
found-mixed-share = { $text } among larger numbers with fewer decimals
expected-one-share = --unit % if it is { $percent } %, as written; if it is { $share } %, write it so in the table
    .page = { $percent } %, as written, or { $share } %, which is to be written so in the table
found-open = { $text } ({ $n } such in its column)
expected-sign =
    --decimal comma or --decimal point: with a decimal comma it is { $comma }, with a decimal point it is { $point }
    .page = one reading: with a decimal comma it is { $comma }, with a decimal point it is { $point }
found-both-signs = { $text }, and { $other } in { $cell }
expected-one-sign = one decimal sign in a column (--decimal says which)
found-twice = { $text }, and { $other } in { $cell }
expected-once = one figure of a place, an indicator and a time
expected-once-untimed = one figure of a place and an indicator (--time FILE=TIME says of which time a file is)
found-twin = { $name }, as in { $row }
expected-no-twin = each place once, or a column that tells both apart (--district or --id names it)
found-code = { $text } ({ $n } such), unlike all others of { $name }
expected-code =
    --mark '{ $number }=not available' if it stands for no number, or --kind '{ $name }=change' or another kind
    if it is one
    .page = a kind of { $name } that it can be a number of, or a note that it stands for none
expected-whole = a place (--references '' says so), or the whole of the others (--references names it)
    .page = a place, or the whole of the others
expected-power = a power of ten, such as 6 or millions (--unit says the whole unit)
    .page = a power of ten, such as 6 or millions
expected-power-of = a power of ten of the unit { $unit } (--unit says the whole unit)
    .page = a power of ten of the unit { $unit }
found-currency = { $sign } as the unit of { $name }, which is that of several countries
expected-currency =
    --unit '{ $one }', --unit '{ $other }' or another currency (--unit NAME=UNIT says it of one indicator)
    .page = { $one }, { $other } or another currency

# A table that `export` wrote
expected-place-or-reference = place or reference
expected-kind = count, amount, rate, average, index or change
expected-decimals = a whole number from 0 to 6
expected-iso-time = a time: 2024, 2024-07, 2024-Q3 or 2023/24
expected-plain-number = a number with a point before its decimals
expected-qualifier =
    exact, about, nearly, more_than, at_least, less_than, at_most, range, estimate or missing
expected-flag = provisional, few_cases, revised or break

# Several tables that contradict one another
found-other-unit = { $name } in { $unit }, and in { $other } in { $cell }
expected-same-unit = one unit of an indicator (--unit says which, --indicator tells two apart)
found-namesakes = { $name }, and places of that name in { $cells }
expected-told-apart = what tells them apart in both files: a district or an id (--district, --id)
found-other-group = { $name }, { $group } { $value }, and { $group } { $other } in { $cell }
expected-same-place = the same of a place in all files
district = district
craft = craft
id = id
found-untimed = { $name } of no time, and of { $time } in { $cell }
expected-file-time = the time of all files: --time '{ $file }=TIME'
    .page = the time of all files

# Units and kinds
no-unit = no unit
percent = percent
    .page = %
permille = per mille
    .page = ‰
money = { $scale } { $currency }
vnd = VND
noun = { $unit }
of-day = { $unit } a day
    .page = { $unit }/day
of-week = { $unit } a week
    .page = { $unit }/week
of-month = { $unit } a month
    .page = { $unit }/month
of-quarter = { $unit } a quarter
    .page = { $unit }/quarter
of-year = { $unit } a year
    .page = { $unit }/year
scale-one = one
scale-thousand = thousand
scale-ten-thousand = ten thousand
scale-lakh = lakh
scale-million = million
scale-crore = crore
scale-hundred-million = hundred million
scale-billion = billion
scale-trillion = trillion
kind-count = count
kind-amount = amount
kind-rate = rate
kind-average = average
kind-index = index
kind-change = change

# The account: the file
text-file = a text in { $encoding } [--encoding], cells separated by { $sign } [--separator]
commas = commas
semicolons = semicolons
tabs = tabs
blanks = blanks
sheet = { $kind }, the sheet { $name } [--sheet]
first-sheet = { $kind }, the sheet { $name }, the first with a table of { $names } [--sheet]
json-cells = JSON, a list of lists of cells
json-list = JSON, a list of { $n }
json-list-in = JSON, with a list of { $n } in { $path }
json-stat = JSON-stat
json-stat-of = JSON-stat: { $dimensions }; { $empty } of { $size } cells have nothing
dimension-of = { $name } ({ $n })
was-one-column = one column, cut at { $sign }
transposed = its columns read as rows, as set
exported = a table that village-charts exported
heading = headings in row { $n }
headings = headings in rows { $first } to { $last }

# The account: columns
places = places: { $columns } [--place]
ids = ids: { $columns } [--id]
districts = districts: { $columns } [--district]
crafts = crafts: { $columns } [--craft]
measured = what is measured: { $columns } [--indicator]
time-columns = times: { $columns } [--time]
flags = flags and notes: { $columns } [--status]
units = units: { $columns } [--unit]
groups = groups: { $column } as { $name } [--dimension]
notes-of = notes of { $noted }: { $column }
bounds-of = intervals of confidence of { $noted }: { $column }
nouns = places are called { $one }, several { $many } [--nouns]
codes-for-names = places have codes for names: no column has their names
told-apart-by = districts of one name are told apart by { $column }

# The account: indicators, times and signs
indicator = indicator { $name }: { $count }, { $unit } [--unit]{ $note }, kind { $kind }{ $guess } [--kind]
one-figure = 1 figure
figures = { $n } figures
unit-note = ; { $text } is its note
kind-guessed = , a guess: no word of its name says it
doubt-few = { $n } of { $all } figures of { $name } says its unit, { $unit }: all are read in it [--unit]
doubt-scale = { $text } of what is not known for { $name } [--unit]
doubt-unit = the unit { $text } of { $name } is none that is known, and written as it is [--unit]
doubt-none = no unit is known for { $name } [--unit]
doubt-below = { $name } is taken for a change, since { $cell } is { $text }, below zero [--kind]
shared-note = all indicators are of { $name }, which is their note
no-times = times: none, the figures have no date [--time]
times = times: { $times }{ $how }
times-from = times: { $n } from { $first } to { $last }{ $how }
time-by = , by { $what } [--time]
time-set = , as set
the-title = the title
the-file-name = the file's name
sign-comma = decimal sign: comma, { $how } [--decimal]
sign-point = decimal sign: point, { $how } [--decimal]
sign-both = decimal signs: comma in some columns, point in others, { $how } [--decimal]
sign-set = as set
sign-found = by the numbers that can be read in one way only
title = title: { $title }
source = source: { $name } [--source]
no-source = source: none is named [--source]
mark = the mark { $mark }: { $text }

# The account: what is left out, and how much there is
left-column = left out: { $column }, { $why }
left-row = left out: { $row }, { $why }
left-placeless = left out: { $n } rows that name no place: figures of all places together
left-without-places = left out: { $indicator }, which no place has a figure of
left-sum = left out: { $indicator } of { $place }, the sum of a group
left-sums = left out: the figures of { $n } groups of places: too many to compare with
left-line = left out: the line { $text }
left-only = left out: { $n } rows with something else in { $column } [--only]
read-hidden-rows = rows that the sheet hides, and that are read all the same: { $n } ({ $rows })
read-hidden-columns = columns that the sheet hides, and that are read all the same: { $n } ({ $columns })
left-codes = left out: { $row }, codes of columns
left-numbers = left out: { $row }, numbers of columns
left-again = left out: { $rows }, the headings once more
left-sheet = { $file }: left out: the sheet { $name }, no numbers
no-such-section = no row is { $name } [--sections]
no-such-reference = no row is { $name } [--references]
no-sections = no rows are headings of groups, since a column says the districts [--sections]
no-such-time = no heading and no time is { $name } [--time]
no-such-mark = no cell has the mark { $mark } [--mark]
no-figure-of-time = no figure is of { $time }: each has a time of its own [--time]
no-sheets = the file is no workbook, and has no sheets [--sheet]
no-text = the file is no text whose cells a sign separates [--separator, --encoding]
no-effect-exported =
    of what is set only source, title, names of places and language have an effect on a table that village-charts
    exported
no-such-unit = no indicator is { $name } [--unit]
no-such-kind = no indicator is { $name } [--kind]
sum-of-all = { $name } is the sum of all others, and compared with them [--references]
may-be-sum-of-all = { $name } may be the sum of all others: it is a place of the list [--references]
sum-of-rows = { $name } is the sum of { $n } rows, which lie in it [--sections]
may-be-sum =
    { $name } may be the sum of the { $n } rows beside it: it is a place of the list [--sections, --references]
why-levels = the levels of places: those of the lowest are places, the others what they lie in
why-empty = empty
why-row-numbers = numbers of rows
why-no-heading = figures without a heading
why-of-group = the same for all places of a group
why-times-again = the times once more
why-always = { $value } in every row
why-name = { $value } in every row, which names what is measured
why-coordinates = where places lie
why-error = how sure { $name } is, but no interval
why-not-set = not among the columns that are set
why-beside = beside the values of { $name }
why-group-codes = codes of a group
why-same = the same in every row
why-codes = codes that are not one for each place
why-texts = texts
why-some = { $value } in { $n } rows, and nothing in the others
why-about-figures = how figures are kept
why-not-understood = not understood
why-nothing = no place and no figures: { $text }
why-time = { $time }, the time of the rows below it
why-no-place = no name of a place: { $text }
why-group = the heading of a group: { $text }
note-below = note below: { $text }
empty-cells = { $n } empty cells: no figures
not-understood = { $n } cells of figures are not understood
twice = { $n } figures are in the table twice
references = compared with, no places of the list: { $names } [--references, --sections]
sum =
    { $rows } rows: { $places } places and { $references } to compare with, { $figures } figures; { $left } rows left
    out
sum-exported = { $rows } rows: { $places } places and { $references } to compare with, { $figures } figures

# The account of several tables
known-places =
    { $file }: { $known } of { $places } places and { $shared } of { $indicators } indicators are in the files before it
new-places = { $file }: in no file before it: { $names }
new-places-more = { $file }: in no file before it: { $names } and { $n } more
renamed = { $file }: { $name } is { $other } of { $cell }, by its id
sources = sources: { $names }
twice-in-files = { $n } figures are in several files, and the same
sum-files = { $files } files: { $places } places, { $indicators } indicators, { $figures } figures

# A file or a table that cannot be read
fault-mapping = what is set is no JSON from line { $line }, column { $column } on
fault-mapping-key = what is set has a key or a value that is not known, in line { $line }, column { $column }
fault-data = data with errors
fault-card = found { $found }; expected { $expected }
fault-password = a workbook with a password; expected one without: save it again without a password
fault-old-excel =
    a workbook of an old Excel (.xls); expected .xlsx, .ods or .csv: save it again as one of these
fault-kind = { $kind }; expected a table: CSV, XLSX, ODS, JSON-stat or JSON
file-zip = a ZIP file
file-old-office = a document of an old Office (.doc)
file-pdf = a PDF file
file-gz = a compressed file (.gz)
file-png = a picture (PNG)
file-jpeg = a picture (JPEG)
file-gif = a picture (GIF)
file-sqlite = a database (SQLite)
file-parquet = a Parquet file
fault-html = HTML or XML; expected a table: CSV, XLSX, ODS, JSON-stat or JSON
fault-empty-file = an empty file
fault-empty-table = an empty table
fault-json = no JSON from line { $line }, column { $column } on
fault-json-size = JSON of more than 3,000,000 values, or with a list of more than 1,000,000
fault-separator = a separator of one letter of ASCII is expected
fault-csv = a text that cannot be cut into cells, in line { $line } or after
fault-quote =
    a quotation mark in { $row } (line { $line } or after) that no other one closes
fault-columns = { $n } columns in { $row }; expected at most { $most }
fault-room = more text than 4 GB
fault-data-file = found a data file of village-charts; expected a table ("village-charts check" reads data files)
fault-no-list = JSON without a list of objects; expected places and their figures
fault-keys = { $n } different keys; expected at most { $most }
fault-stat-key = JSON-stat without "{ $key }"
fault-stat-dimension = JSON-stat without the dimension { $id }
fault-stat-categories = JSON-stat without categories of { $id }
fault-stat-cells = JSON-stat of no cells, or of more than 5,000,000
fault-stat-places =
    JSON-stat that does not say which dimension has the places; expected one of { $names } (--place names it)
    .page = JSON-stat that does not say which dimension has the places: one of { $names } may have them
fault-stat-size = JSON-stat with { $n } categories of { $name }, and another "size" of it
fault-stat-values = JSON-stat with { $n } values; expected { $size }, as its dimensions have
fault-encoding = no encoding { $name }; expected utf-8, utf-16, windows-1252, windows-1258 or the like
fault-bytes = bytes that are no { $encoding }; expected one encoding in the whole file
fault-zero = a byte 0 in line { $line }: no text, or one of another encoding (--encoding)
fault-mixed =
    the byte { $byte } in line { $line }, which is no UTF-8, while other lines are: two encodings in one file;
    save it again in UTF-8
fault-zip-size = a ZIP file that unpacks to more than 1 GB; expected a workbook of a reasonable size
fault-zip = a broken ZIP file, or a part of one; expected a workbook (.xlsx, .ods): load or save it again
fault-no-workbook = a ZIP file that is no workbook; expected .xlsx or .ods (unpack it first)
fault-broken-workbook = a broken workbook; open it in a spreadsheet, and save it again as .xlsx or .csv
fault-no-sheet = no sheet { $name }; expected one of { $names }
fault-no-tables = a workbook without a table in its sheets
fault-far-cell = a cell in row { $row }, column { $column }; expected a sheet's rows and columns
fault-cells = more than { $most } cells; expected a smaller sheet
fault-no-numbers = no sheet with numbers
fault-one-column = a table of one column; expected places and their figures (--separator)
fault-no-headings = no row of headings
fault-figures-above =
    { $row } has figures where headings should be; expected the names of columns (--headings says which rows have them)
fault-no-places =
    no column of places; expected a column of names (--place names it, --transpose where they stand in the headings)
    .page = no column of places; expected a column of names
fault-no-figures =
    no column of figures; expected numbers under a heading (--value or --indicator names them)
fault-quarter =
    { $text }, which is a quarter in some languages and a month in others; expected the language (--locale fr: a
    quarter, --locale vi: a month)
    .page = { $text }, which is a quarter in some languages and a month in others
fault-second-headings =
    headings of another table in { $row }; expected one table (the rows from there in a file of their own)
fault-beside =
    two tables beside each other: { $name } in columns { $one } and { $other }; expected one of them (the other in a
    file of its own)
fault-tiers =
    rows of several levels in { $column }: { $values }; expected those of one (--only COLUMN=VALUE), or a group
    (--dimension)
    .page = rows of several levels in { $column }: { $values }; expected those of one
fault-no-column = no column { $name }; expected a letter, or one of { $names }
fault-time = --time { $of }={ $time }: { $quoted } is no time
    .page = { $quoted } for { $of } is no time
fault-kind-set = --kind { $kind }: expected count, amount, rate, average, index or change
    .page = the kind { $kind }; expected count, amount, rate, average, index or change
fault-only = no row with { $values } in { $column } (--only)
fault-figures =
    more figures down to { $row } than a data file holds ({ $most }); expected fewer columns (--indicator) or rows
fault-long = more figures than a data file holds (100 MB); expected fewer columns (--indicator) or rows
fault-nothing = no row with a place and a figure
