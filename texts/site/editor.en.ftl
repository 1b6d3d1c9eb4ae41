## The editor, www/editor-en.html: what the page says. `scripts/editor.mjs` puts it in; places are { $name } alone.

# The page and its neighbours
lang = en
page = editor-en.html
other-page = editor.html
other-lang = vi
other = Tiếng Việt
article-page = en.html
site = Site
article = Article
gallery = Gallery
editor = Editor
reference = Reference
title = Editor of village-charts
description = From a table to a chart for your page: paste, look, publish. Nothing leaves your browser.
heading = From a table to a chart
lead =
    Paste a table out of a spreadsheet, look at the chart beside it, and take it to your page. Nothing leaves your
    browser.

# How to start
no-script = This page needs JavaScript, which is switched off in this browser: switch it on, then load it again.
start = Start with a table
paste = Paste a block of cells from a spreadsheet
paste-here = Copy the cells with their headings, then paste here: Ctrl+V or ⌘V
choose-file = Choose a file…
open = Open a file, or drop one anywhere: CSV, XLSX, ODS, JSON, JSON-stat
address = The address of a file
fetch = Fetch
examples = Examples
blank = An empty table
article-table = The article’s table
article-data = The article’s data
province-data = A made-up province’s

# While something is done, and when it fails
cancel = Cancel
doing-load = Loading what reads tables…
doing-open = Opening { $name }…
doing-read = Reading the table…
doing-fetch = Fetching { $name }…
cancelled = Cancelled: the table is as it was.
refused = { $name }: { $why }
fault-trap = this file stops the program that reads it; save it anew as CSV
fault-load = what reads tables could not be loaded: see whether you are online, then load this page again
fault-wasm =
    this browser does not run what reads tables (WebAssembly): it is switched off, or the browser is too old; take
    another browser
fault-unreadable = the file cannot be read any more: it was moved, changed or locked; choose it again
fault-other = what reads tables has stopped ({ $why }): load this page again; your work stays
why-load = a part of this page could not be loaded: see whether you are online, then load this page again
why-offline = this device is offline: connect it, then try again
why-wasm =
    this browser does not run charts (WebAssembly): it is switched off, or the browser is too old; take another browser
why-unreadable = the file cannot be read any more: it was moved, changed or locked; choose it again
why-full = there is no room left on this device
why-memory = it is too much for this browser’s memory: close other pages, or take a smaller file
why-unknown = the browser says “{ $why }”
why-protocol = an address begins with https:// here; open a file of your device with “Open a file” above
why-plain = a page of https:// may not load from http://: write https://, or save the file, then open it
why-policy =
    the site of this page lets it load nothing from there (connect-src of its Content-Security-Policy): save the file,
    then open it
why-no-answer = no server answers there: see whether the address is right and you are online
why-other-page =
    the server answers, but lets no other page read its file: open the address in a tab of its own, save the file, then
    open that
why-not-found = the server has no such file ({ $code }): see whether the address is whole
why-forbidden = the server gives this file only to those who may have it ({ $code }): save it yourself, then open it
why-server = the server is at fault or too busy ({ $code }): try again later
why-status = the server gave no file ({ $code }): open the address in a tab of its own to see what it says
why-cut = the file broke off on its way: try again
why-large = it has more than 1 GB: take a smaller file, or a part of the table
fault-link-made = The link was not made: { $why }
fault-import = The tables cannot be read: { $why }
fault-large = { $name } has { $n } MB; at most { $most } MB of JSON can be edited here.
fault-link = The address has no work that this page can open: it was cut off, perhaps.
fault-keep = This browser keeps nothing here: save the data file or make a link before you leave.
fault-save = This was not saved: { $why }
opened = { $name } is open.
opened-sheet = { $name } is open: the sheet { $sheet }.
sheet-of-book = Sheet of the workbook
kept = Your work from last time is here again.
linked = The work of the link is open.
own = Your own work on this device is still there.
own-back = Back to my work
own-drop = Drop my work

# The table
data = Data
changes = Changes
undo = Undo
redo = Redo
grid = Table: type as the source says it
cell = Cell
row = Row
column = Column
column-of = Column { $letters }: { $name }
role = What it is
role-auto = found out
role-place = Names of places
role-district = Districts
role-craft = Crafts
role-id = Ids
role-dimension = Another group
role-figure = Figures
role-left = Left out
head-place = places
head-district = districts
head-craft = crafts
head-id = ids
head-dimension = group
head-indicator = what is measured
head-time = times
head-status = flags
head-unit = units
head-note = notes
head-left = left out
head-figure = figures
unit = Unit
kind = Kind
kind-auto = found out
kind-count = Count: may be added up
kind-amount = Amount: may be added up
kind-rate = Rate
kind-average = Average
kind-index = Index
kind-change = Change: may be below 0
kind-of-count = count
kind-of-amount = amount
kind-of-rate = rate
kind-of-average = average
kind-of-index = index
kind-of-change = change
time = Time
unit-money = billion VND/year
unit-money-month = million VND/month
unit-people = people
unit-households = households
said-cell = { $at }, “{ $text }”: { $meant }
said-wrong = { $at }: { $why }
said-empty = { $at }: empty
said-text = { $at }: { $text }
wrong = found { $found }; expected { $expected }
said-about = about { $n }
said-nearly = nearly { $n }
said-more_than = over { $n }
said-at_least = at least { $n }
said-less_than = under { $n }
said-at_most = at most { $n }
said-range = from { $low } to { $high }
said-missing = no number: { $why }
said-estimated = estimated
said-provisional = provisional
said-few_cases = few cases
said-revised = revised
said-break = break in the series

# Rows and columns
arrange = Rows, columns
name-row = Row { $at }
name-rows = Rows { $at }
name-column = Column { $at }
name-columns = Columns { $at }
row-before = Insert a row above
rows-before = Insert { $n } rows above
row-after = Insert a row below
rows-after = Insert { $n } rows below
row-back = Move the row up
rows-back = Move the rows up
row-forth = Move the row down
rows-forth = Move the rows down
row-delete = Delete the row
rows-delete = Delete the { $n } rows
column-before = Insert a column on the left
columns-before = Insert { $n } columns on the left
column-after = Insert a column on the right
columns-after = Insert { $n } columns on the right
column-back = Move the column left
columns-back = Move the columns left
column-forth = Move the column right
columns-forth = Move the columns right
column-delete = Delete the column
columns-delete = Delete the { $n } columns
inserted = { $what }: inserted.
moved = { $what }: here now.
deleted = { $what }: deleted. Undo brings it back.

# About the data
about = Title, source, date
about-title = Title
about-source = Source
about-url = Address of the source
about-as-of = Day that the figures speak of
as-of-like = 5/7/2024
as-of-fault = That is no day: write 2024-07-05 or 5/7/2024 (5 July), 7/2024 or 2024.
about-time = Time of all figures
about-decimal = Decimal sign
about-locale = Language of the data
about-one = Word for one place
about-many = Word for several
title-hint = The title is that of a saved page and of files; a chart has the name of its indicator as its own.
decimal-auto = found out
decimal-comma = comma: 1.300,5
decimal-point = point: 1,300.5

# Findings
findings = Findings
reading = The data is being read.
nothing-yet = There is no data yet.
in-order = Nothing was found: the data is in order.
counted = Findings: { $what }.
count-error = errors: { $n }
count-warning = warnings: { $n }
count-note = notes: { $n }
count-more = and { $n } more
severity-error = error
severity-warning = warning
severity-note = note
at-cell = Cell { $at }
at-line = Line { $line }, column { $column }
force = Publish all the same: cells that are not understood become figures without a number, with their words
month-of = { $year }-{ $month }
quarter-of = Q{ $quarter } { $year }
quoted = “{ $text }”
it-is = It is { $n }
it-is-percent = It is { $n } %
it-is-change = It is a change
understood = How the table was understood
undone = Undone.
redone = Done again.

# The data file as text
json-hint = The data file that the table makes. What you change here leads; a table can be made of it again.
json-label = Data: JSON in the format village-charts/1
json-leads = The data file below leads; it may have more in it than a table holds.
to-table = Make a table of it
no-table = The file has no figures of places, of which rows and columns are: it stays as JSON.
table-made = The table is made of the data file.
has-base =
    This table is made of a data file. What it has no place for stays with it: notes, sources of single figures, other
    languages, places to compare with, other charts.
lost-quote = the source’s words for the figure before are left out: “{ $name }”
lost-interval = the interval of the estimate before is left out: { $name }
lost-languages = the other languages of what stood here before are left out: { $name }
lost-place = no longer in the table, nor what the file said of it: { $name }
lost-indicator = no longer in the table, nor its note: { $name }
lost-references = left out, since what it is a figure of is no longer in the table: { $name }
lost-parts = parts that are no longer in the table: { $name }
lost-file = The table has no place of the file any more that it was made of: nothing of that goes along.
json-large = The data file is too long to be shown here; save it below.

# The chart
chart = Chart
type = Type
type-ranking = Ranking
type-trend = Trend
type-spread = Spread
type-scatter = Scatter
type-groups = Groups
type-makeup = Make-up
type-revenue = Revenue
type-income = Income
type-clusters = Clusters
type-villages = Villages
type-petitions = Petitions
needs-trend = A trend needs figures that have a time.
needs-scatter = A scatter needs two indicators.
needs-groups = Groups need a column of districts, crafts or other groups.
needs-makeup = A make-up needs an indicator with parts, which the JSON names.
indicator = Indicator
across = Across
upwards = Upwards
first = the data’s first
next = the next
last = the last
group = Group
none = none
of-district = District
of-craft = Craft
only = Only
all-groups = all groups
order = Order
by-whole = by the whole
shown = Shown
amounts = amounts
shares = shares
of-data = the data’s
month = month
year = year
sort = Sort
sort-value = value
sort-name = name
split = Split by
split-none = not split
split-many = { $name }: more than 8 words
also = What each row says besides
linked-charts = Other charts of the page
linked-on = choose along
linked-off = are left alone
places = Places
places-how = names, with commas
locale = Language
of-page = the page’s
theme = Theme
auto = auto
light = light
dark = dark
width = Width
full = full
controls = What readers can choose
tools = tools
stale = There are errors: chart and code are of the last time that had none.
part = The chart lacks the figures of the cells that are to be mended.
large-said = The data has { $n } figures: the chart is not drawn anew while you type.
draw = Draw the chart

# Publish
publish = Publish
waits-cells = Cells to be mended before this can be published: { $n }.
waits-errors = Errors to be mended before this can be published: { $n }.
waits-chart = There is no code yet: this chart cannot be drawn.
save = Files
save-html = Save a whole page
save-png = Save PNG
save-svg = Save SVG
save-card = Save the card for links, PNG
save-card-svg = Save the card, SVG
save-json = Save the data file
saved = Saved.
element = The element, with its data
element-hint =
    Runs in any page that may load scripts from this site; better, copy the files of dist to your own server and name
    that in the first line.
fragment = The element, with a picture that needs no script
fragment-hint = Readers see the chart with the page, and it wakes when the script has come.
styled = The style sheet is inside (else the page loads it, as a strict Content-Security-Policy wants)
iframe = An iframe
iframe-hint =
    For a CMS that takes no scripts. The frame loads its data from its own server; any other has to be named in the
    policy in embed.html.
data-address = Address of the data file
no-address = Fill in where your data file lies to see the code.
npm = The npm package
npm-hint = It is on no registry: make package in the sources makes this file, and npm installs it.
link = A link to this work
link-hint = It opens table and chart as they are now on another device. All of it stands in the address itself.
make-link = Copy a link
link-long = The address has { $n } letters: some mails and chats cut it off. The data file is safer.
link-too-long = The work is too long for an address ({ $n } letters). Save the data file, and open it elsewhere.
copy = Copy
copies = Copy { $what }
code = Code: { $what }
copied = Copied { $what }.
selected = Selected { $what }: copy it with Ctrl+C or ⌘C.
code-element = the element
code-fragment = the fragment
code-frame = the iframe
code-install = the command
code-module = the module
code-link = the link
