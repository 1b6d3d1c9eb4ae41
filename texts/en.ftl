### English, and the list of all messages: every other language has these, with the same arguments.
###
### The syntax is Fluent's (projectfluent.org). Of it are used: texts, { $arguments }, { other-messages }, selections.
### <b>…</b> is what is set in bold: the number with what qualifies it, wherever it stands in the sentence.
### An argument $count is a number to select by; beside it stands the same number as it is written.
### A message whose name ends in "-spoken" is heard and not read. In it nothing stands that voices pass over or take for
### another word: no dash, slash, middle dot or sign. Nothing heard speaks of what only the eye sees.
###
### A group whose heading ends with a feature in brackets is loaded with the module of that, in every language.

## Figures. $number: "1,300" or a range; $unit: "billion đồng a year", "clusters", or nothing.

figure-exact = <b>{ $number }</b> { $unit }
figure-about = <b>about { $number }</b> { $unit }
figure-nearly = <b>nearly { $number }</b> { $unit }
figure-more-than = <b>over { $number }</b> { $unit }
figure-at-least = <b>{ $number }</b> { $unit } <b>or more</b>
figure-less-than = <b>under { $number }</b> { $unit }
figure-at-most = <b>at most { $number }</b> { $unit }
# $figure: any of the above.
figure-estimated = <b>estimated</b> { $figure }
range = { $low }–{ $high }
range-spoken = { $low } to { $high }
# In the words of an author, who wrote "2018–2020".
range-in-text-spoken = { $low } to { $high }
below-zero-spoken = minus { $number }
# A number that a conversion has made, and that is written shorter than it is.
number-rounded = about { $number }
# $unit: "%", or what begins with it.
number-percent = { $number }{ $unit }
# In the place of a figure that a file has not.
no-figure = no figure
# A part of a whole: "70 of 102 clusters".
part-of-whole = { $part } of { $whole }

## Units of money

# The power of ten that a unit of money is written in, for that of the data: 7 is a crore, which English writes in
# millions.
scale-power =
    { $power ->
        [4] 3
        [5] 3
        [7] 6
        [8] 6
       *[other] { $power }
    }
scale =
    { $power ->
        [3] thousand
        [6] million
        [9] billion
        [12] trillion
       *[other] 10^{ $power }
    }
# $code: of ISO 4217.
currency =
    { $code ->
        [VND] đồng
       *[other]
            { $count ->
                [one] { one-currency }
               *[other] { other-currency }
            }
    }
currency-spoken =
    { $code ->
        [VND] dong
       *[other] { currency }
    }
money = { scale } { $currency }
per-month = { $unit } a month
per-month-spoken = { $unit } a month
per-year = { $unit } a year
per-year-spoken = { $unit } a year

## Dates. $year is of the common era, $buddhist-year that of Thailand; $next and $buddhist-next are the years after.

month-name =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
date-year = { $year }
date-year-spoken = { $year }
date-month = { month-name } { $year }
date-month-spoken = { month-name } { $year }
date-day = { $day } { month-name } { $year }
date-day-spoken = { $day } { month-name } { $year }

## Texts side by side

# Names, crafts, places.
list = { $list }, { $item }
# Things that have commas in them.
list-long = { $list }; { $item }
sentence = { $text }.
sentences = { $text } { $next }
quote = “{ $text }”
# A name and what tells it from another: "Alue Lhok (Bubon)".
in-brackets = { $text } ({ $note })

## Where figures come from

source = Source: { $source }
# $mark: "¹", which stands at the figures, too.
source-marked = { $mark } Source: { $source }
source-other-spoken = Another source: { $source }
as-of = Figures as of { $date }
some-as-of = Some figures as of { $dates }

## Titles of charts whose data gives none

title-revenue = Revenue of craft villages
title-income = Income in craft villages
title-clusters = Industrial clusters
title-villages = Numbers of craft villages
title-petitions = Petitions
total-revenue = Total revenue

## The list of villages

village-one = village
village-many = villages
# $one and $many: the words for a place, those above or the data's own.
villages =
    { $count ->
        [one] { $number } { $one }
       *[other] { $number } { $many }
    }
# $villages: the message above.
list-opening = { $villages }.
list-opening-missing = { $villages }, { $missing } of them without a figure.
list-ends = Highest number stated: { $most }; lowest: { $least }.
# $count villages of all.
missing-figures =
    { $count ->
        [one] { $some } of { $villages } has no figure.
       *[other] { $some } of { $villages } have no figure.
    }
more-villages =
    { $count ->
        [1] … and one more { $one }
       *[other] … and { $number } more { $many }
    }
more-figures-spoken = and { $number } more
sum-of-all = The { $villages } below together: { $sum }
sum-of-some = { $some } of the { $villages } below together: { $sum }
district-of-village = District: { $district }
rank-among = { $number }
# Of a list that names only some of all villages.
rank-among-named = { $number } { $many } named
rank = Rank { $best } of { $among }
rank-range = Rank { $best } to { $worst } of { $among }
rank-shared = Rank { $best } to { $worst }, shared, of { $among }
rank-open = Rank left open among { $among }
page-of-pages = Page { $page } of { $pages }

## Wholes and their parts

both-and-either = In both groups: { $both }. In at least one: { $either }.
overlap = The groups overlap, so they are not added up.
may-overlap = The groups may overlap, so they are not added up.

## Income

# After a list of places that is not complete.
and-others = { $places }…
and-others-spoken = { $places } and others
stated-times-12 = As stated: { $figure }, times 12
stated-divided-by-12 = As stated: { $figure }, divided by 12

## The key to the marks

key = How to read:
key-more-than = over: more than stated, how much is not known
key-at-least = or more: the stated amount or above
key-at-least-spoken = or more: the stated amount or above
key-nearly = nearly: a little below the stated amount
key-about = about: near the stated amount
key-less-than = under: below the stated amount
key-at-most = at most: not above the stated amount
key-range = light part: somewhere between the two
key-estimated = hatched: an estimate

## Controls around the picture

sort = Sort by
sort-value = Revenue
sort-name = Name
unit = Show per
unit-month = Month
unit-year = Year
page = Page
page-previous = Previous page
page-next = Next page
# The name of the list of all figures.
figures = Figures: { $title }
keys = Reached with Tab: arrow keys walk through the figures, letters go to a name, Enter selects, Esc lets go.
tools = Find, compare, table, save
# The same where there is nothing to find and to compare.
tools-few = Table, save

## Where the chart cannot be drawn

failed = The interactive chart cannot be drawn.
failed-data = Its data has errors
failed-network = Its data could not be loaded.
failed-wasm = The part that draws it could not be loaded.

## Any statistics: figures, units, times, groups and flags (indicators)

# An estimate and its interval of confidence.
number-interval = { $number } ({ $low }–{ $high })
number-interval-spoken = { $number }, between { $low } and { $high }
# $code: see above. A currency without a name here is written by its code.
other-currency =
    { $code ->
        [IDR] rupiah
        [THB] baht
        [PHP] pesos
        [TWD] Taiwan dollars
        [CNY] yuan
        [JPY] yen
        [KRW] won
        [INR] rupees
        [NPR] Nepalese rupees
        [BDT] taka
        [PKR] Pakistani rupees
        [LKR] Sri Lankan rupees
        [MMK] kyat
        [KHR] riel
        [LAK] kip
        [MYR] ringgit
        [SGD] Singapore dollars
        [USD] US dollars
        [EUR] euros
        [GBP] pounds
        [CHF] Swiss francs
        [AUD] Australian dollars
        [CAD] Canadian dollars
        [BRL] reais
        [MXN] Mexican pesos
        [ZAR] rand
        [KES] Kenyan shillings
        [NGN] naira
        [TRY] Turkish lira
       *[other] { $code }
    }
# The same of one; a language that has no other word for it says what is above.
one-currency =
    { $code ->
        [PHP] peso
        [TWD] Taiwan dollar
        [INR] rupee
        [NPR] Nepalese rupee
        [PKR] Pakistani rupee
        [LKR] Sri Lankan rupee
        [USD] US dollar
        [EUR] euro
        [GBP] pound
        [CHF] Swiss franc
        [AUD] Australian dollar
        [CAD] Canadian dollar
        [BRL] real
        [MXN] Mexican peso
        [KES] Kenyan shilling
       *[other] { other-currency }
    }
unit-percent = %
unit-percent-spoken = %
unit-permille = ‰
unit-permille-spoken = per mille
per-day = { $unit } a day
per-day-spoken = { $unit } a day
per-week = { $unit } a week
per-week-spoken = { $unit } a week
per-quarter = { $unit } a quarter
per-quarter-spoken = { $unit } a quarter
# $next: the year after $year, which a school year ends in.
time-quarter = Q{ $quarter } { $year }
time-quarter-spoken = quarter { $quarter } of { $year }
time-years = { $year }–{ $next }
time-years-spoken = { $year } to { $next }
title-ranking = Ranking
# $title: the name of an indicator.
title-at-time = { $title }, { $time }
title-of-group = { $title } – { $group }
# The same of a group of them.
group-sum-of-all = { $villages } together: { $sum }
group-sum-of-some = { $some } of { $villages } together: { $sum }
# Places that have no district or craft, where the others are grouped by it.
no-group = Without one
dimension-of-village = { $name }: { $value }
# In the place of a word of a dimension, such as a status, where the file does not say it.
dimension-unsaid = not stated
key-interval = line across the end: interval of confidence
key-interval-spoken = between two numbers: interval of confidence
# A letter that stands beside figures, and what it means.
key-letter = { $letter }: { $meaning }
flag-provisional = provisional
flag-provisional-letter = p
flag-few-cases = from few cases
flag-few-cases-letter = u
flag-revised = revised
flag-revised-letter = r
flag-break = not comparable with earlier figures
flag-break-letter = b
indicator = Figures
time = Time
# Buttons beside the list of times.
time-earlier = Earlier
time-later = Later
group = Group by
only = Show only
all-groups = All
craft = Craft
district = District
none = None
sort-figure = Figure

## Trend (many)

title-trend = Change over time
# $amount: any of the figures above, such as "over 18%", "3–7 people", "3.5 percentage points". "Up 3 to 7" would be
# taken for a way from 3 to 7.
change-up = up by { $amount }
change-down = down by { $amount }
change-higher = higher, by how much is not known
change-lower = lower, by how much is not known
change-same = unchanged
change-open = may have risen or fallen
# $change: one of the above; $time: that of the figure before.
change-since = { $change } since { $time }
points-percent =
    { $count ->
        [one] percentage point
       *[other] percentage points
    }
points-permille =
    { $count ->
        [one] per mille point
       *[other] per mille points
    }
points =
    { $count ->
        [one] point
       *[other] points
    }
# $count places of all.
trend-some =
    { $count ->
        [one] { $some } of { $villages } is drawn.
       *[other] { $some } of { $villages } are drawn.
    }
trend-ends = They have the { $highest } highest and the { $lowest } lowest of the last numbers stated.
trend-axis = The axis begins at { $amount }, not at zero.
title-spread = Where places stand
# From a number to below another one: "8 to under 10%".
spread-column = { $from } to under { $below }
spread-columns = The height of a column is the number of { $many } in it.
spread-uncounted = In no column, since their figures may lie in several: { $villages }.
spread-median = Median of { $villages }
title-scatter = What goes with what
# The names of two indicators: "Poverty rate and Population".
scatter-title = { $x } and { $y }
# Before the lists of what is shown on each axis.
x-axis = Horizontal axis
y-axis = Vertical axis
# Where a box is drawn over more of them.
keep-most = At most { $number } places can be kept at once.
# $count places of all; $title: the name of an indicator.
scatter-missing =
    { $count ->
        [one] { $some } of { $villages } has no figure for { $title }.
       *[other] { $some } of { $villages } have no figure for { $title }.
    }
# After two of the above: $count of these places.
scatter-neither =
    { $count ->
        [one] { $some } of them has neither.
       *[other] { $some } of them have neither.
    }
# Before both indicators, each with the times at which places have figures of it, or with what stands for these.
scatter-apart = No figures of both are of the same time.
scatter-timeless = no time named
scatter-uncounted = Not drawn, since their figures are not exact: { $villages }.
# Before squares, each with a number or two: "1", "2–4".
scatter-cells = The larger a square, the more { $many } in it:
scatter-hidden = Behind dots of the same figures: { $villages }.
title-groups = Groups of places
# $title: the name of an indicator; $by: by what places are grouped; $name: the name of that, where it is the data's.
groups-title =
    { $by ->
        [district] { $title }, by district
        [district-named] { $title }, by { $name }
        [craft] { $title }, by craft
       *[other] { $title }, by group: { $name }
    }
groups-count =
    { $count ->
        [one] { $number } group
       *[other] { $number } groups
    }
# In the sum or in the median of a group: "12 of 15 villages".
groups-some = { $some } of { $villages }
# From the lowest number stated to the highest: "under 2 to 9.8%".
groups-ends = { $least } to { $most }
groups-median = median { $median }
# $rank: "Rank 2 of 12".
groups-rank = By median: { $rank }
# In the place of a sum.
groups-open = sum left open by its figures
groups-dots = Each dot is one { $one }; the line goes from the lowest number stated to the highest.
# $villages: how many.
groups-highest = The highest is { $villages }.
groups-stroke = The upright stroke is the median.
# Groups that are split by a dimension, such as a status. Before squares.
groups-squares = Each square is one { $one }.
# One of the words of the dimension: "5 operating".
groups-part = { $number } { $part }
# $all: "12", or "12 clusters"; $parts: "5 operating, 4 being built".
groups-split = { $all }: { $parts }
groups-split-spoken = { $all }, of them { $parts }
groups-more =
    { $count ->
        [1] … and one more group
       *[other] … and { $number } more groups
    }
title-makeup = What it is made of
# A reader's choices: the figures as they are, or each part in percent of the whole of its place.
makeup-amounts = Figures
makeup-shares = Shares
# Before these choices, and before those of what places are put in order by.
shown = Show as
order = In order of
# What no part of a whole covers, also before its number.
makeup-rest = Not stated
# Beside a bar, in the place of the whole's number.
makeup-no-whole = whole not stated
# $parts: names of parts.
makeup-parts = Parts: { $parts }
makeup-order = In order of: { $part }
makeup-missing = No figure: { $parts }
makeup-missing-all = No figures for any part
makeup-no-shares = No shares: the whole is not stated as an exact number
# $sum: "99.9%", "104 people".
makeup-rounded = The parts add up to { $sum } because of rounding; the bar is drawn to the whole
makeup-rounded-spoken = The parts add up to { $sum } because of rounding
makeup-above = The parts add up to { $sum }, more than the whole
# $sum: the same, or "99.8% to 100.1%".
makeup-rounded-shares = Where shares add up to { $sum } because of rounding, bars are drawn to 100%.
makeup-rounded-amounts = Where parts do not quite add up to the whole because of rounding, bars are drawn to the whole.
makeup-split = Where a part is not an exact number, each part has a bar of its own.
key-hollow = hollow: an estimate
key-whisker = line through the dot: interval of confidence
# As tools, where there is nothing to compare.
tools-find = Find, table, save

## What readers ask of the list (tools)

found-none = No { $one } matches.
found-some = { $some } of { $villages }.
over-threshold = Over { $amount }: { $villages }.
# $villages: how many, or their names with their figures.
not-over-threshold = Not over it: { $villages }.
open-at-threshold = Left open by their figures: { $villages }.
missing-at-threshold = Without a figure: { $villages }.

## The table (tools)

column-chart = Chart
column-name = Name
column-about = About
column-figure = Figure
column-qualifier = Qualifier
column-number = Number
column-to = To
column-unit = Unit
column-estimated = Estimated
column-notes = Notes
column-source = Source
column-as-of = Figures as of
column-interval-from = Interval from
column-interval-to = Interval to
column-flags = Flags
# The code of a place, or the name by which links know it.
column-id = Id
# A place, or what places are compared with.
column-kind = Kind
column-indicator = Indicator
qualifier-exact = as stated
qualifier-about = about
qualifier-nearly = nearly
qualifier-more-than = over
qualifier-at-least = or more
qualifier-less-than = under
qualifier-at-most = at most
qualifier-range = range
qualifier-estimate = estimate with interval
qualifier-missing = no number
yes = yes
kind-place = { $one }
kind-reference = for comparison
# Of groups: how many places, how many of them have a figure, and how many are in the sum.
groups-places = Number of { $many }
groups-known = With a figure
groups-sum = Sum of the figures
groups-in-sum = In the sum
groups-lowest = Lowest number stated
groups-median-column = Median
groups-greatest = Highest number stated

## The controls of the tools (tools)

find = Find a { $one }
villages-all = { $villages }.
all = All
# The places that are drawn.
places-shown = On the chart
place-remove = Remove { $name }
cells = Count in cells
threshold = Compare with
threshold-amount = Amount to compare with
table = Table
table-of = Table: { $title }
table-shows = Table of
table-chart = This chart
table-times = All times
table-indicators = All indicators
table-all = Show all { $number } rows
# $column: the heading of the column.
sorted-up = Sorted by { $column }, ascending.
sorted-down = Sorted by { $column }, descending.
save = Save
save-as = Save { $format }
# The figures of this picture; all figures of the file, in a row for each; or in a row for each place.
save-csv-chart = CSV: this chart
save-csv-long = CSV: all figures, one to a row (long)
save-csv-wide = CSV: all figures, one place to a row (wide)
copy = Copy the data
copied = The data is copied.
tool-failed = This could not be done.

## The page that stands in a frame

frame-title = Chart
frame-no-script = This chart needs JavaScript, which your browser has turned off.
frame-no-address = The interactive chart cannot be drawn. The address of its data is missing or not allowed.
frame-no-script-file = The interactive chart cannot be drawn. The part that draws it could not be loaded.
frame-sandbox =
    The files of this chart did not come. Its frame is in a sandbox:
    that needs allow-same-origin, or the server of the files has to send Access-Control-Allow-Origin: *
