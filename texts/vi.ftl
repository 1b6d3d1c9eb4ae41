### Tiếng Việt. The list of all messages, with what they are for, is in en.ftl.

## Figures

figure-exact = <b>{ $number }</b> { $unit }
figure-about = <b>khoảng { $number }</b> { $unit }
figure-nearly = <b>gần { $number }</b> { $unit }
figure-more-than = <b>trên { $number }</b> { $unit }
figure-at-least = <b>từ { $number }</b> { $unit } <b>trở lên</b>
figure-less-than = <b>dưới { $number }</b> { $unit }
figure-at-most = <b>tối đa { $number }</b> { $unit }
figure-estimated = <b>ước</b> { $figure }
range = { $low }–{ $high }
range-spoken = từ { $low } đến { $high }
range-in-text-spoken = { $low } đến { $high }
number-interval = { $number } ({ $low }–{ $high })
number-interval-spoken = { $number }, trong khoảng từ { $low } đến { $high }
below-zero-spoken = âm { $number }
number-rounded = khoảng { $number }
number-percent = { $number }{ $unit }
no-figure = không có số liệu
part-of-whole = { $part } trong { $whole }

## Units of money

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
        [3] nghìn
        [6] triệu
        [9] tỷ
        [12] nghìn tỷ
       *[other] 10^{ $power }
    }
currency =
    { $code ->
        [VND] đồng
       *[other] { other-currency }
    }
other-currency =
    { $code ->
        [IDR] rupiah
        [THB] baht
        [PHP] peso
        [TWD] đô la Đài Loan
        [CNY] nhân dân tệ
        [JPY] yên
        [KRW] won
        [INR] rupee
        [NPR] rupee Nepal
        [BDT] taka
        [PKR] rupee Pakistan
        [LKR] rupee Sri Lanka
        [MMK] kyat
        [KHR] riel
        [LAK] kíp
        [MYR] ringgit
        [SGD] đô la Singapore
        [USD] đô la Mỹ
        [EUR] euro
        [GBP] bảng Anh
        [CHF] franc Thụy Sĩ
        [AUD] đô la Úc
        [CAD] đô la Canada
        [BRL] real
        [MXN] peso Mexico
        [ZAR] rand
        [KES] shilling Kenya
        [NGN] naira
        [TRY] lira Thổ Nhĩ Kỳ
       *[other] { $code }
    }
one-currency = { other-currency }
currency-spoken = { currency }
money = { scale } { $currency }
unit-percent = %
unit-percent-spoken = %
unit-permille = ‰
unit-permille-spoken = phần nghìn
per-month = { $unit }/tháng
# "/" is read as "trên", which is "over"
per-month-spoken = { $unit } một tháng
per-year = { $unit }/năm
per-year-spoken = { $unit } một năm
per-day = { $unit }/ngày
per-day-spoken = { $unit } một ngày
per-week = { $unit }/tuần
per-week-spoken = { $unit } một tuần
per-quarter = { $unit }/quý
per-quarter-spoken = { $unit } một quý

## Dates

month-name = tháng { $month }
date-year = { $year }
date-year-spoken = năm { $year }
date-month = { $month }/{ $year }
date-month-spoken = { month-name } năm { $year }
date-day = { $day }/{ $month }/{ $year }
date-day-spoken = ngày { $day } { month-name } năm { $year }
time-quarter = quý { $quarter }/{ $year }
time-quarter-spoken = quý { $quarter } năm { $year }
time-years = { $year }–{ $next }
time-years-spoken = { $year } đến { $next }

## Texts side by side

list = { $list }, { $item }
list-long = { $list }; { $item }
sentence = { $text }.
sentences = { $text } { $next }
quote = “{ $text }”
in-brackets = { $text } ({ $note })

## Where figures come from

source = Nguồn: { $source }
source-marked = { $mark } Nguồn: { $source }
source-other-spoken = Nguồn khác: { $source }
as-of = Số liệu đến { $date }
some-as-of = Có số liệu đến { $dates }

## Titles of charts whose data gives none

title-revenue = Doanh thu làng nghề
title-income = Thu nhập ở làng nghề
title-clusters = Cụm công nghiệp
title-villages = Số làng nghề
title-petitions = Kiến nghị
title-ranking = Xếp hạng
title-at-time = { $title }, { $time }
title-of-group = { $title } – { $group }
total-revenue = Tổng doanh thu

## The list of villages

village-one = làng
village-many = làng
villages = { $number } { $many }
list-opening = { $villages }.
list-opening-missing = { $villages }, trong đó { $missing } không có số liệu.
list-ends = Số nêu cao nhất: { $most }; thấp nhất: { $least }.
missing-figures = { $some } trong { $villages } không có số liệu.
more-villages = … và { $number } { $many } khác
more-figures-spoken = và { $number } số liệu khác
sum-of-all = { $villages } dưới đây cộng lại: { $sum }
sum-of-some = { $some } trong { $villages } dưới đây cộng lại: { $sum }
group-sum-of-all = { $villages } cộng lại: { $sum }
group-sum-of-some = { $some } trong { $villages } cộng lại: { $sum }
no-group = Không thuộc nhóm nào
district-of-village = Địa bàn: { $district }
dimension-of-village = { $name }: { $value }
dimension-unsaid = không nêu
rank-among = { $number }
rank-among-named = { $number } { $many } được nêu
rank = Hạng { $best } trong { $among }
rank-range = Hạng từ { $best } đến { $worst } trong { $among }
rank-shared = Hạng từ { $best } đến { $worst }, đồng hạng, trong { $among }
rank-open = Thứ hạng để ngỏ trong { $among }
page-of-pages = Trang { $page } trong { $pages }

## What readers ask of the list

found-none = Không có { $one } nào khớp.
found-some = { $some } trong { $villages }.
over-threshold = Trên { $amount }: { $villages }.
not-over-threshold = Không quá mức ấy: { $villages }.
open-at-threshold = Số liệu để ngỏ: { $villages }.
missing-at-threshold = Không có số liệu: { $villages }.

## Wholes and their parts

both-and-either = Thuộc cả hai nhóm: { $both }. Thuộc ít nhất một nhóm: { $either }.
overlap = Các nhóm có phần chung, nên không cộng lại.
may-overlap = Các nhóm có thể trùng nhau, nên không cộng lại.

## Income

and-others = { $places }…
and-others-spoken = { $places } và nơi khác
stated-times-12 = Số gốc: { $figure }, nhân 12
stated-divided-by-12 = Số gốc: { $figure }, chia 12

## The key to the marks

key = Cách đọc:
key-more-than = trên: hơn mức ghi, không rõ bao nhiêu
key-at-least = từ … trở lên: bằng mức ghi hoặc hơn
key-at-least-spoken = từ một mức trở lên: bằng mức ghi hoặc hơn
key-nearly = gần: chưa tới mức ghi
key-about = khoảng: quanh mức ghi
key-less-than = dưới: thấp hơn mức ghi
key-at-most = tối đa: không quá mức ghi
key-range = phần nhạt: nằm giữa hai mức
key-estimated = gạch chéo: số ước tính
key-interval = vạch ở đầu cột: khoảng tin cậy
key-interval-spoken = trong khoảng từ số này đến số kia: khoảng tin cậy
key-letter = { $letter }: { $meaning }
flag-provisional = số sơ bộ
flag-provisional-letter = sb
flag-few-cases = dựa trên ít trường hợp
flag-few-cases-letter = it
flag-revised = số đã điều chỉnh
flag-revised-letter = đc
flag-break = không so sánh được với trước đó
flag-break-letter = ks

## The table

column-chart = Biểu đồ
column-name = Tên
column-about = Chi tiết
column-figure = Số liệu
column-qualifier = Cách nói
column-number = Số
column-to = Đến
column-unit = Đơn vị
column-estimated = Ước tính
column-notes = Ghi chú
column-source = Nguồn
column-as-of = Số liệu đến
column-interval-from = Khoảng từ
column-interval-to = Khoảng đến
column-flags = Ghi dấu
column-id = Mã
column-kind = Loại
column-indicator = Chỉ tiêu
qualifier-exact = đúng số nêu
qualifier-about = khoảng
qualifier-nearly = gần
qualifier-more-than = trên
qualifier-at-least = từ … trở lên
qualifier-less-than = dưới
qualifier-at-most = tối đa
qualifier-range = trong khoảng
qualifier-estimate = ước lượng kèm khoảng tin cậy
qualifier-missing = không có số
yes = có
kind-place = { $one }
kind-reference = để so sánh
# Of groups: how many places, how many of them have a figure, and how many are in the sum.
groups-places = Số { $many }
groups-known = Có số liệu
groups-sum = Tổng các số liệu
groups-in-sum = Đã cộng
groups-lowest = Con số thấp nhất
groups-median-column = Trung vị
groups-greatest = Con số cao nhất

## Trend

title-trend = Thay đổi theo thời gian
# Không phải "tăng từ 3 đến 7": đó là từ mức 3 lên mức 7.
change-up = tăng thêm { $amount }
change-down = giảm bớt { $amount }
change-higher = cao hơn, không rõ bao nhiêu
change-lower = thấp hơn, không rõ bao nhiêu
change-same = không đổi
change-open = có thể đã tăng hoặc giảm
change-since = { $change } so với { $time }
points-percent = điểm phần trăm
points-permille = điểm phần nghìn
points = điểm
trend-some = Biểu đồ vẽ { $some } trong { $villages }.
trend-ends = Đó là { $highest } nơi có số nêu gần nhất cao nhất và { $lowest } nơi có số nêu gần nhất thấp nhất.
trend-axis = Trục bắt đầu từ { $amount }, không phải từ 0.
title-spread = Mỗi nơi ở đâu
spread-column = từ { $from } đến dưới { $below }
spread-columns = Chiều cao mỗi cột là số { $many } trong cột đó.
spread-uncounted = Không nằm trong cột nào vì số liệu có thể thuộc nhiều cột: { $villages }.
spread-median = Trung vị của { $villages }
title-scatter = Số liệu nào đi với số liệu nào
scatter-title = { $x } và { $y }
x-axis = Trục ngang
y-axis = Trục dọc
keep-most = Chỉ giữ được nhiều nhất { $number } nơi cùng lúc.
scatter-missing = { $some } trong { $villages } không có số liệu về { $title }.
scatter-neither = Trong đó { $some } nơi không có cả hai.
scatter-apart = Không có thời điểm nào có số liệu của cả hai.
scatter-timeless = không ghi thời gian
scatter-uncounted = Không vẽ vì số liệu không phải là số chính xác: { $villages }.
scatter-cells = Ô vuông càng lớn thì càng nhiều { $many } trong đó:
scatter-hidden = Nằm dưới chấm có cùng số liệu: { $villages }.
title-groups = Các nhóm
# $title: the name of an indicator; $by: by what places are grouped; $name: the name of that, where it is the data's.
groups-title =
    { $by ->
        [district] { $title }, theo địa bàn
        [district-named] { $title }, theo { $name }
        [craft] { $title }, theo nghề
       *[other] { $title }, theo nhóm: { $name }
    }
groups-count = { $number } nhóm
# In the sum or in the median of a group: "12 of 15 villages".
groups-some = { $some } trong { $villages }
# From the lowest number stated to the highest: "under 2 to 9.8%".
groups-ends = { $least } đến { $most }
groups-median = trung vị { $median }
# $rank: "Rank 2 of 12".
groups-rank = Theo trung vị: { $rank }
# In the place of a sum.
groups-open = số liệu chưa đủ để cộng
groups-dots = Mỗi chấm là một { $one }; đường kẻ đi từ con số thấp nhất đến con số cao nhất.
# $villages: how many.
groups-highest = Cột cao nhất là { $villages }.
groups-stroke = Vạch đứng là trung vị.
groups-squares = Mỗi ô là một { $one }.
groups-part = { $number } { $part }
groups-split = { $all }: { $parts }
groups-split-spoken = { $all }, trong đó { $parts }
groups-more = … và { $number } nhóm nữa
title-makeup = Gồm những gì
makeup-amounts = Số liệu
makeup-shares = Tỷ trọng
shown = Xem theo
order = Xếp theo
makeup-rest = Không nêu
makeup-no-whole = không nêu tổng
makeup-parts = Các phần: { $parts }
makeup-order = Xếp theo: { $part }
makeup-missing = Không có số liệu: { $parts }
makeup-missing-all = Không có số liệu của phần nào
makeup-no-shares = Không tính được tỷ trọng: tổng không phải là số chính xác
makeup-rounded = Các phần cộng lại là { $sum } do làm tròn; thanh được vẽ bằng tổng
makeup-rounded-spoken = Các phần cộng lại là { $sum } do làm tròn
makeup-above = Các phần cộng lại là { $sum }, lớn hơn tổng
makeup-rounded-shares = Nơi tỷ trọng cộng lại là { $sum } do làm tròn, thanh được vẽ đủ 100%.
makeup-rounded-amounts = Nơi các phần cộng lại hơi lệch tổng do làm tròn, thanh được vẽ bằng tổng.
makeup-split = Nơi có phần không phải là số chính xác, mỗi phần có một thanh riêng.
key-hollow = chấm rỗng: số ước tính
key-whisker = vạch qua chấm: khoảng tin cậy
tools-find = Tìm, bảng, tải về

## Controls around the picture

indicator = Chỉ tiêu
time = Thời gian
time-earlier = Thời gian trước
time-later = Thời gian sau
group = Nhóm theo
only = Chỉ xem
all-groups = Tất cả
craft = Nghề
district = Địa bàn
none = Không
sort = Sắp xếp theo
sort-value = Doanh thu
sort-figure = Số liệu
sort-name = Tên
unit = Tính theo
unit-month = Tháng
unit-year = Năm
page = Trang
page-previous = Trang trước
page-next = Trang sau
figures = Số liệu: { $title }
keys = Tới đây bằng phím Tab: phím mũi tên để xem từng số liệu, chữ cái để tới một tên, Enter để chọn, Esc để thôi.
tools = Tìm, so sánh, bảng, tải về
tools-few = Bảng, tải về

## Where the chart cannot be drawn

failed = Không vẽ được biểu đồ tương tác.
failed-data = Dữ liệu có lỗi
failed-network = Không tải được dữ liệu.
failed-wasm = Không tải được phần vẽ biểu đồ.

## The tools

find = Tìm { $one }
villages-all = { $villages }.
all = Tất cả
places-shown = Trên biểu đồ
place-remove = Bỏ { $name }
cells = Đếm từng ô
threshold = Mốc so sánh
threshold-amount = Mức của mốc so sánh
table = Bảng số liệu
table-of = Bảng số liệu: { $title }
table-shows = Bảng gồm
table-chart = Như biểu đồ
table-times = Mọi thời điểm
table-indicators = Mọi chỉ tiêu
table-all = Hiện cả { $number } dòng
sorted-up = Đã sắp xếp theo { $column }, tăng dần.
sorted-down = Đã sắp xếp theo { $column }, giảm dần.
save = Tải về
save-as = Tải về { $format }
save-csv-chart = CSV: biểu đồ này
save-csv-long = CSV: mọi số liệu, mỗi dòng một số (dạng dài)
save-csv-wide = CSV: mọi số liệu, mỗi dòng một nơi (dạng rộng)
copy = Chép số liệu
copied = Đã chép số liệu.
tool-failed = Không làm được việc này.

## The page that stands in a frame

frame-title = Biểu đồ
frame-no-script = Biểu đồ này cần JavaScript, mà trình duyệt của bạn đang tắt.
frame-no-address = Không vẽ được biểu đồ tương tác. Địa chỉ dữ liệu bị thiếu hoặc không được phép.
frame-no-script-file = Không vẽ được biểu đồ tương tác. Không tải được phần vẽ biểu đồ.
frame-sandbox =
    Không tải được tệp của biểu đồ. Khung này ở trong sandbox:
    sandbox cần có allow-same-origin, hoặc máy chủ của các tệp phải gửi Access-Control-Allow-Origin: *
