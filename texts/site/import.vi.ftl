## Điều chương trình đọc bảng nói: bảng được hiểu thế nào, và chỗ nào chưa hiểu. Trang soạn biểu đồ nói những câu này.

# Nhiều thứ nối nhau
by-comma = { $first }, { $rest }
by-semicolon = { $first }; { $rest }
by-and = { $first } và { $rest }
by-or = { $first } hoặc { $rest }
all = { $what }

# Tên gọi của ô, hàng, cột
row = hàng { $n }
item = mục { $n }
item-cell = mục { $n }, { $name }
column = cột { $letters }
headed-column = { $text } (cột { $letters })
of-file = { $cell } của { $file }

# Ô chưa hiểu được
wrong = thấy { $found }; cần { $expected }
nothing = ô trống
no-number = không đọc được
expected-figure = một con số, kèm từ đã biết, hoặc dấu cho biết không có số
expected-figure-not = một con số, kèm từ đã biết, hoặc dấu cho biết không có số; không phải “{ $word }”
expected-closed = một con số đầy đủ, không bỏ lửng
expected-number = một con số
expected-number-in-bounds = một con số từ 0,000001 đến 10^15
expected-in-bounds = 0, hoặc một con số từ 0,000001 đến 10^15
expected-number-not =
    một con số; “{ $text }” không phải là số, dù dấu thập phân là dấu phẩy hay dấu chấm
expected-one-number = một con số, hoặc hai con số làm thành một khoảng
expected-brackets = ý nghĩa của dấu ngoặc: số âm (−{ $text }), hoặc ít trường hợp, hoặc điều mà ghi chú nói
expected-mark = một ghi chú dưới bảng cho biết { $mark } nghĩa là gì
expected-elsewhere = “{ $word }” ở chỗ khác, hoặc chỉ một lần
expected-one-unit = một đơn vị trong “{ $text }”
expected-one-qualifier = một từ như “trên”, “gần” cho một con số, hoặc một khoảng không kèm từ nào như thế
expected-comma = một con số có dấu phẩy trước phần thập phân, như cả cột
expected-point = một con số có dấu chấm trước phần thập phân, như cả cột
expected-one-way = một con số chỉ đọc được theo một cách
expected-lower-first = một khoảng có số đầu nhỏ hơn số sau
expected-above-zero = một con số lớn hơn 0: không có gì dưới 0 hay gần 0
expected-smaller = một con số nhỏ hơn
expected-not-below-zero = số không âm, vì chỉ tiêu thuộc loại { $kind }
found-day = ngày { $text }
expected-no-day = một con số; bảng tính đổi “1-2” hoặc “3/4” thành ngày: ở đó hãy ghi ô này dạng văn bản
found-formula = { $text }, lỗi của công thức
found-merged = một ô gộp có { $text }
expected-unmerged = số liệu riêng của ô này: ô gộp là của nhiều địa phương hoặc nhiều cột
expected-place = tên một địa phương
found-everywhere = { $name }, có ở { $n } trong { $all } huyện
expected-place-there = một địa phương có tên ấy ở mỗi huyện, hoặc ghi chú rằng đó không phải là địa phương
expected-interval = một đầu của khoảng tin cậy của { $number }
expected-time = thời gian, như 2024, 2024-07, quý 3/2024 hoặc 2023/24
expected-column-unit = đơn vị của cột, hoặc một đơn vị chỉ ô này có
expected-unit = đơn vị của chỉ tiêu: { $unit }
expected-unit-too = cả đơn vị, như các ô khác: { $unit }
expected-scale =
    { $alone } nếu các ô khác cũng theo đơn vị này, hoặc { $whole } nếu các ô khác không theo đơn vị nào
found-share = { $text } ở cột phần trăm mà cả cột không có số nào lớn hơn 1
expected-share = { $percent } % hoặc { $share } %
found-mixed-share = { $text } giữa những số lớn hơn và ít chữ số thập phân hơn
expected-one-share = { $percent } %, như đã viết, hoặc { $share } %, cần sửa trong bảng
found-open = { $text } (cột này có { $n } số như vậy)
expected-sign = một cách đọc: dấu phẩy thập phân thì là { $comma }, dấu chấm thập phân thì là { $point }
found-both-signs = { $text }, và { $other } ở { $cell }
expected-one-sign = một dấu thập phân cho cả cột
found-twice = { $text }, và { $other } ở { $cell }
expected-once = một số liệu cho mỗi địa phương, chỉ tiêu và thời gian
expected-once-untimed = một số liệu cho mỗi địa phương và chỉ tiêu
found-twin = { $name }, như ở { $row }
expected-no-twin = mỗi địa phương một lần, hoặc một cột phân biệt hai nơi trùng tên
found-code = { $text } ({ $n } số như vậy), khác mọi số khác của { $name }
expected-code = loại của { $name } để đó là một con số, hoặc ghi chú rằng đó không phải là số
expected-whole = một địa phương, hoặc toàn bộ các địa phương kia
expected-power = một lũy thừa của mười, như 6 hoặc triệu
expected-power-of = một lũy thừa của mười cho đơn vị { $unit }
found-currency = { $sign } là đơn vị của { $name }, mà nhiều nước dùng
expected-currency = { $one }, { $other } hoặc một loại tiền khác

# Bảng do `export` ghi ra
expected-place-or-reference = place hoặc reference
expected-kind = count, amount, rate, average, index hoặc change
expected-decimals = một số nguyên từ 0 đến 6
expected-iso-time = thời gian: 2024, 2024-07, 2024-Q3 hoặc 2023/24
expected-plain-number = một con số có dấu chấm trước phần thập phân
expected-qualifier =
    exact, about, nearly, more_than, at_least, less_than, at_most, range, estimate hoặc missing
expected-flag = provisional, few_cases, revised hoặc break

# Nhiều bảng mâu thuẫn nhau
found-other-unit = { $name } tính bằng { $unit }, còn ở { $cell } tính bằng { $other }
expected-same-unit = một đơn vị cho mỗi chỉ tiêu
found-namesakes = { $name }, và các nơi cùng tên ở { $cells }
expected-told-apart = điều phân biệt các nơi này trong cả hai tệp: quận, huyện hoặc mã
found-other-group = { $name }, { $group } { $value }, còn ở { $cell } là { $group } { $other }
expected-same-place = mọi tệp nói giống nhau về một địa phương
district = quận, huyện
craft = nghề
id = mã
found-untimed = { $name } không có thời gian, còn ở { $cell } là của { $time }
expected-file-time = thời gian của mọi tệp

# Đơn vị và loại
no-unit = không có đơn vị
percent = %
permille = ‰
money = { $scale } { $currency }
vnd = đồng
noun = { $unit }
of-day = { $unit }/ngày
of-week = { $unit }/tuần
of-month = { $unit }/tháng
of-quarter = { $unit }/quý
of-year = { $unit }/năm
scale-one = đơn vị
scale-thousand = nghìn
scale-ten-thousand = chục nghìn
scale-lakh = trăm nghìn
scale-million = triệu
scale-crore = chục triệu
scale-hundred-million = trăm triệu
scale-billion = tỷ
scale-trillion = nghìn tỷ
kind-count = số đếm
kind-amount = lượng
kind-rate = tỷ lệ
kind-average = bình quân
kind-index = chỉ số
kind-change = thay đổi

# Bảng được hiểu thế nào: tệp
text-file = văn bản { $encoding }, các ô cách nhau bằng { $sign }
commas = dấu phẩy
semicolons = dấu chấm phẩy
tabs = dấu tab
blanks = dấu cách
sheet = { $kind }, trang tính { $name }
first-sheet = { $kind }, trang tính { $name }, trang đầu tiên có bảng trong các trang { $names }
json-cells = JSON, một danh sách các hàng ô
json-list = JSON, một danh sách { $n } mục
json-list-in = JSON, có danh sách { $n } mục ở { $path }
json-stat = JSON-stat
json-stat-of = JSON-stat: { $dimensions }; { $empty } trong { $size } ô trống
dimension-of = { $name } ({ $n })
was-one-column = chỉ có một cột, được tách ở { $sign }
transposed = cột được đọc thành hàng, như đã đặt
exported = bảng do village-charts ghi ra
heading = tiêu đề cột ở hàng { $n }
headings = tiêu đề cột từ hàng { $first } đến hàng { $last }

# Bảng được hiểu thế nào: các cột
places = địa phương: { $columns }
ids = mã: { $columns }
districts = quận, huyện: { $columns }
crafts = nghề: { $columns }
measured = chỉ tiêu: { $columns }
time-columns = thời gian: { $columns }
flags = dấu hiệu và ghi chú: { $columns }
units = đơn vị: { $columns }
groups = nhóm: { $column }, gọi là { $name }
notes-of = ghi chú của { $noted }: { $column }
bounds-of = khoảng tin cậy của { $noted }: { $column }
nouns = một nơi gọi là { $one }, nhiều nơi gọi là { $many }
codes-for-names = tên các nơi là mã: không cột nào có tên
told-apart-by = quận, huyện trùng tên được phân biệt bằng { $column }

# Bảng được hiểu thế nào: chỉ tiêu, thời gian, dấu thập phân
indicator = chỉ tiêu { $name }: { $count }, { $unit }{ $note }, loại { $kind }{ $guess }
one-figure = 1 số liệu
figures = { $n } số liệu
unit-note = ; { $text } thành lời chú
kind-guessed = , phỏng đoán vì tên chỉ tiêu không nói rõ
doubt-few = chỉ { $n } trong { $all } số liệu của { $name } ghi đơn vị { $unit }: mọi số được đọc theo đơn vị này
doubt-scale = { $text }: chưa rõ { $name } tính bằng gì
doubt-unit = đơn vị { $text } của { $name } chưa quen biết, được giữ nguyên
doubt-none = chưa biết đơn vị của { $name }
doubt-below = { $name } được coi là mức thay đổi, vì { $cell } là { $text }, nhỏ hơn không
shared-note = mọi chỉ tiêu đều thuộc { $name }, ghi thành lời chú
no-times = thời gian: không có, số liệu không ghi ngày
times = thời gian: { $times }{ $how }
times-from = thời gian: { $n } mốc từ { $first } đến { $last }{ $how }
time-by = , theo { $what }
time-set = , như đã đặt
the-title = tiêu đề
the-file-name = tên tệp
sign-comma = dấu thập phân: dấu phẩy, { $how }
sign-point = dấu thập phân: dấu chấm, { $how }
sign-both = dấu thập phân: có cột dùng dấu phẩy, có cột dùng dấu chấm, { $how }
sign-set = như đã đặt
sign-found = theo những số chỉ đọc được một cách
title = tiêu đề: { $title }
source = nguồn: { $name }
no-source = nguồn: chưa ghi
mark = dấu { $mark }: { $text }

# Bảng được hiểu thế nào: điều bỏ qua, và tổng cộng
left-column = bỏ qua: { $column }, { $why }
left-row = bỏ qua: { $row }, { $why }
left-placeless = bỏ qua: { $n } hàng không ghi địa phương nào: số liệu của mọi nơi gộp lại
left-without-places = bỏ qua: { $indicator }, chỉ tiêu mà không địa phương nào có số liệu
left-sum = bỏ qua: { $indicator } của { $place }, tổng của một nhóm
left-sums = bỏ qua: số liệu của { $n } nhóm địa phương: quá nhiều để so sánh
left-line = bỏ qua: dòng { $text }
left-only = bỏ qua: { $n } hàng có giá trị khác ở { $column }
read-hidden-rows = hàng bị ẩn trong trang tính, vẫn được đọc: { $n } ({ $rows })
read-hidden-columns = cột bị ẩn trong trang tính, vẫn được đọc: { $n } ({ $columns })
left-codes = bỏ qua: { $row }, mã của các cột
left-numbers = bỏ qua: { $row }, số thứ tự các cột
left-again = bỏ qua: { $rows }, đầu bảng lặp lại
left-sheet = { $file }: bỏ qua trang tính { $name }, không có số
no-such-section = không có hàng nào là { $name }
no-such-reference = không có hàng nào là { $name }
no-sections = không có hàng nào là đầu nhóm, vì một cột đã ghi huyện
no-such-time = không có đầu bảng hay thời điểm nào là { $name }
no-such-mark = không ô nào có dấu { $mark }
no-figure-of-time = không số liệu nào của { $time }: số nào cũng có thời gian riêng
no-sheets = tệp không phải bảng tính nên không có trang tính
no-text = tệp không phải văn bản có dấu ngăn giữa các ô
no-effect-exported =
    bảng do village-charts xuất ra: chỉ nguồn, tiêu đề, tên gọi địa phương và ngôn ngữ được đặt là có tác dụng
no-such-unit = không có chỉ tiêu nào là { $name }
no-such-kind = không có chỉ tiêu nào là { $name }
sum-of-all = { $name } là tổng của tất cả các hàng khác, dùng để so sánh
may-be-sum-of-all = { $name } có thể là tổng của tất cả các hàng khác: vẫn là một địa phương
sum-of-rows = { $name } là tổng của { $n } hàng thuộc về nó
may-be-sum = { $name } có thể là tổng của { $n } hàng bên cạnh: vẫn là một địa phương
why-levels = cấp của địa phương: cấp thấp nhất là địa phương, các cấp trên là nơi bao gồm chúng
why-empty = cột trống
why-row-numbers = số thứ tự
why-no-heading = số liệu không có tiêu đề
why-of-group = giống nhau cho mọi nơi trong một nhóm
why-times-again = thời gian lặp lại
why-always = hàng nào cũng là { $value }
why-name = { $value } ở mọi hàng, là tên của chỉ tiêu
why-coordinates = tọa độ của các nơi
why-error = độ chắc chắn của { $name }, nhưng không phải là khoảng
why-not-set = không nằm trong các cột đã chọn
why-beside = đứng bên các giá trị của { $name }
why-group-codes = mã của nhóm
why-same = hàng nào cũng giống nhau
why-codes = mã không phải của riêng từng nơi
why-texts = lời văn
why-some = { $value } ở { $n } hàng, các hàng khác để trống
why-about-figures = cách lưu số liệu
why-not-understood = chưa hiểu được
why-nothing = không có địa phương và số liệu: { $text }
why-time = { $time }, thời gian của các hàng bên dưới
why-no-place = không phải tên địa phương: { $text }
why-group = tên một nhóm: { $text }
note-below = ghi chú dưới bảng: { $text }
empty-cells = { $n } ô trống: không có số liệu
not-understood = { $n } ô số liệu chưa hiểu được
twice = { $n } số liệu có hai lần trong bảng
references = để so sánh, không nằm trong danh sách: { $names }
sum =
    { $rows } hàng: { $places } địa phương và { $references } nơi để so sánh, { $figures } số liệu; bỏ qua { $left }
    hàng
sum-exported = { $rows } hàng: { $places } địa phương và { $references } nơi để so sánh, { $figures } số liệu

# Nhiều bảng được hiểu thế nào
known-places =
    { $file }: { $known } trong { $places } địa phương và { $shared } trong { $indicators } chỉ tiêu đã có ở tệp trước
new-places = { $file }: chưa có ở tệp trước: { $names }
new-places-more = { $file }: chưa có ở tệp trước: { $names } và { $n } nơi nữa
renamed = { $file }: { $name } là { $other } của { $cell }, theo mã
sources = các nguồn: { $names }
twice-in-files = { $n } số liệu có trong nhiều tệp, và giống nhau
sum-files = { $files } tệp: { $places } địa phương, { $indicators } chỉ tiêu, { $figures } số liệu

# Tệp hoặc bảng không đọc được
fault-mapping = điều đã đặt không phải JSON, từ dòng { $line }, cột { $column }
fault-mapping-key = điều đã đặt có khóa hoặc giá trị không được biết, ở dòng { $line }, cột { $column }
fault-data = dữ liệu có lỗi
fault-card = thấy { $found }; cần { $expected }
fault-password = tệp bảng tính có mật khẩu; hãy lưu lại không mật khẩu
fault-old-excel =
    tệp Excel đời cũ (.xls); hãy lưu lại thành .xlsx, .ods hoặc .csv
fault-kind = { $kind }; cần một bảng: CSV, XLSX, ODS, JSON-stat hoặc JSON
file-zip = tệp ZIP
file-old-office = tài liệu Office đời cũ (.doc)
file-pdf = tệp PDF
file-gz = tệp nén (.gz)
file-png = ảnh (PNG)
file-jpeg = ảnh (JPEG)
file-gif = ảnh (GIF)
file-sqlite = cơ sở dữ liệu (SQLite)
file-parquet = tệp Parquet
fault-html = HTML hoặc XML; cần một bảng: CSV, XLSX, ODS, JSON-stat hoặc JSON
fault-empty-file = tệp trống
fault-empty-table = bảng trống
fault-json = không phải JSON kể từ dòng { $line }, cột { $column }
fault-json-size = JSON có hơn 3.000.000 giá trị, hoặc một danh sách dài hơn 1.000.000
fault-separator = dấu ngăn ô phải là một ký tự ASCII
fault-csv = văn bản không cắt được thành các ô, ở dòng { $line } hoặc sau đó
fault-quote =
    dấu ngoặc kép ở { $row } (dòng { $line } hoặc sau đó) không có dấu đóng
fault-columns = { $n } cột ở { $row }; nhiều nhất là { $most }
fault-room = hơn 4 GB chữ
fault-data-file = đây đã là tệp dữ liệu của village-charts; cần một bảng
fault-no-list = JSON không có danh sách nào; cần các địa phương và số liệu của chúng
fault-keys = { $n } khóa khác nhau; nhiều nhất là { $most }
fault-stat-key = JSON-stat thiếu “{ $key }”
fault-stat-dimension = JSON-stat thiếu chiều { $id }
fault-stat-categories = JSON-stat thiếu các mục của { $id }
fault-stat-cells = JSON-stat không có ô nào, hoặc hơn 5.000.000 ô
fault-stat-places = JSON-stat không cho biết chiều nào có các địa phương: có thể là một trong { $names }
fault-stat-size = JSON-stat có { $n } mục của { $name }, mà “size” ghi số khác
fault-stat-values = JSON-stat có { $n } giá trị; theo các chiều thì phải là { $size }
fault-encoding = không có bảng mã { $name }; ví dụ utf-8, utf-16, windows-1252, windows-1258
fault-bytes = có byte không thuộc { $encoding }; cả tệp phải theo một bảng mã
fault-zero = byte 0 ở dòng { $line }: không phải văn bản, hoặc theo bảng mã khác
fault-mixed =
    byte { $byte } ở dòng { $line } không phải UTF-8, còn các dòng khác thì phải: hai bảng mã trong
    một tệp; hãy lưu lại bằng UTF-8
fault-zip-size = tệp ZIP giải nén ra hơn 1 GB; cần một tệp bảng tính vừa phải
fault-zip = tệp ZIP hỏng hoặc bị cắt; cần một tệp bảng tính (.xlsx, .ods): hãy tải hoặc lưu lại
fault-no-workbook = tệp ZIP không phải bảng tính; cần .xlsx hoặc .ods (hãy giải nén trước)
fault-broken-workbook = tệp bảng tính hỏng; hãy mở bằng phần mềm bảng tính rồi lưu lại thành .xlsx hoặc .csv
fault-no-sheet = không có trang tính { $name }; có các trang { $names }
fault-no-tables = tệp bảng tính không có bảng nào
fault-far-cell = ô ở hàng { $row }, cột { $column } nằm ngoài trang tính
fault-cells = hơn { $most } ô; cần một trang tính nhỏ hơn
fault-no-numbers = không có trang tính nào có số
fault-one-column = bảng chỉ có một cột; cần các địa phương và số liệu của chúng
fault-no-headings = không có hàng tiêu đề cột
fault-figures-above = { $row } có số liệu ở chỗ của tiêu đề cột; cần tên các cột
fault-no-places = không có cột địa phương; cần một cột tên
fault-no-figures = không có cột số liệu; cần các con số dưới một tiêu đề
fault-quarter = { $text }, có thể là quý hoặc tháng, tùy ngôn ngữ
fault-second-headings = đầu bảng của bảng khác ở { $row }; cần một bảng (để các hàng từ đó vào tệp riêng)
fault-beside = hai bảng đặt cạnh nhau: { $name } ở cột { $one } và { $other }; cần một bảng (để bảng kia vào tệp riêng)
fault-tiers = các hàng thuộc nhiều cấp ở { $column }: { $values }; cần các hàng của một cấp
fault-no-column = không có cột { $name }; có thể là một chữ cái, hoặc một trong { $names }
fault-time = { $quoted } của { $of } không phải là thời gian
fault-kind-set = loại { $kind }; có count, amount, rate, average, index và change
fault-only = không có hàng nào có { $values } ở { $column }
fault-figures =
    đến { $row } đã có nhiều số liệu hơn một tệp dữ liệu chứa được ({ $most }); hãy bớt cột hoặc hàng
fault-long = nhiều số liệu hơn một tệp dữ liệu chứa được (100 MB); hãy bớt cột hoặc hàng
fault-nothing = không có hàng nào vừa có địa phương vừa có số liệu
