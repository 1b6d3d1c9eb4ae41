## Trang soạn biểu đồ, www/editor.html: như editor.en.ftl.

# Trang này và các trang bên cạnh
lang = vi
page = editor.html
other-page = editor-en.html
other-lang = en
other = English
article-page = index.html
site = Trang web
article = Bài viết
gallery = Bộ mẫu
editor = Soạn biểu đồ
reference = Tra cứu
title = Soạn biểu đồ với village-charts
description = Từ bảng số liệu đến biểu đồ cho trang của bạn: dán, xem, đăng. Không có gì rời khỏi trình duyệt.
heading = Từ bảng số liệu đến biểu đồ
lead =
    Dán một bảng từ phần mềm bảng tính, xem biểu đồ ở bên cạnh, rồi đưa nó vào trang của bạn. Không có gì rời khỏi trình
    duyệt của bạn.

# Bắt đầu
no-script = Trang này cần JavaScript, mà trình duyệt đang tắt: hãy bật lên rồi tải lại trang.
start = Bắt đầu bằng một bảng
paste = Dán một khối ô từ phần mềm bảng tính
paste-here = Sao chép các ô cùng tiêu đề cột, rồi dán vào đây: Ctrl+V hoặc ⌘V
choose-file = Chọn tệp…
open = Mở một tệp, hoặc thả vào bất cứ đâu: CSV, XLSX, ODS, JSON, JSON-stat
address = Địa chỉ của một tệp
fetch = Tải về
examples = Ví dụ
blank = Bảng trống
article-table = Bảng của bài viết
article-data = Dữ liệu của bài viết
province-data = Dữ liệu của tỉnh giả định

# Khi đang làm, và khi không được
cancel = Hủy
doing-load = Đang tải phần đọc bảng…
doing-open = Đang mở { $name }…
doing-read = Đang đọc bảng…
doing-fetch = Đang tải { $name }…
cancelled = Đã hủy: bảng vẫn như trước.
refused = { $name }: { $why }
fault-trap = tệp này làm phần đọc bảng dừng lại; hãy lưu lại thành CSV
fault-load = chưa tải được phần đọc bảng: hãy xem máy có mạng không, rồi tải lại trang này
fault-wasm =
    trình duyệt này không chạy phần đọc bảng (WebAssembly): nó đã bị tắt, hoặc trình duyệt quá cũ; hãy dùng trình duyệt
    khác
fault-unreadable = không đọc được tệp nữa: tệp đã bị chuyển, sửa hoặc khóa; hãy chọn lại
fault-other = phần đọc bảng đã dừng ({ $why }): hãy tải lại trang này; bản làm việc vẫn còn
why-load = chưa tải được một phần của trang này: hãy xem máy có mạng không, rồi tải lại trang
why-offline = máy không có mạng: hãy nối mạng rồi thử lại
why-wasm =
    trình duyệt này không chạy biểu đồ (WebAssembly): nó đã bị tắt, hoặc trình duyệt quá cũ; hãy dùng trình duyệt khác
why-unreadable = không đọc được tệp nữa: tệp đã bị chuyển, sửa hoặc khóa; hãy chọn lại
why-full = máy đã hết chỗ chứa
why-memory = quá nhiều cho bộ nhớ của trình duyệt: hãy đóng bớt trang khác, hoặc dùng tệp nhỏ hơn
why-unknown = trình duyệt báo “{ $why }”
why-protocol = địa chỉ ở đây bắt đầu bằng https://; tệp trên máy thì mở bằng “Mở một tệp” ở trên
why-plain = trang https:// không được tải từ http://: hãy viết https://, hoặc lưu tệp về rồi mở
why-policy =
    trang web này không cho tải gì từ đó (connect-src trong Content-Security-Policy của nó): hãy lưu tệp về rồi mở
why-no-answer = không có máy chủ nào trả lời ở đó: hãy xem địa chỉ có đúng không và máy có mạng không
why-other-page =
    máy chủ có trả lời, nhưng không cho trang khác đọc tệp của nó: hãy mở địa chỉ trong thẻ mới, lưu tệp về, rồi mở tệp
    ấy
why-not-found = máy chủ không có tệp này ({ $code }): hãy xem địa chỉ có đủ không
why-forbidden = máy chủ chỉ đưa tệp này cho người có quyền ({ $code }): hãy tự lưu tệp về rồi mở
why-server = máy chủ đang lỗi hoặc quá bận ({ $code }): hãy thử lại sau
why-status = máy chủ không đưa tệp ({ $code }): hãy mở địa chỉ trong thẻ mới để xem nó báo gì
why-cut = tệp bị đứt giữa đường: hãy thử lại
why-large = hơn 1 GB: hãy dùng tệp nhỏ hơn, hoặc một phần của bảng
fault-link-made = Chưa tạo được liên kết: { $why }
fault-import = Không đọc được bảng: { $why }
fault-large = { $name } có { $n } MB; ở đây chỉ sửa được JSON nhiều nhất { $most } MB.
fault-link = Địa chỉ này không có bản làm việc nào mở được: có lẽ nó đã bị cắt ngắn.
fault-keep = Trình duyệt này không giữ lại gì: hãy lưu tệp dữ liệu hoặc tạo liên kết trước khi rời trang.
fault-save = Chưa lưu được: { $why }
opened = Đã mở { $name }.
opened-sheet = Đã mở { $name }: trang tính { $sheet }.
sheet-of-book = Trang tính
kept = Bản làm việc lần trước của bạn ở đây.
linked = Đã mở bản làm việc của liên kết.
own = Bản làm việc của chính bạn trên máy này vẫn còn.
own-back = Trở lại bản của tôi
own-drop = Bỏ bản của tôi

# Bảng
data = Số liệu
changes = Thay đổi
undo = Hoàn tác
redo = Làm lại
grid = Bảng: gõ như nguồn viết
cell = Ô
row = Hàng
column = Cột
column-of = Cột { $letters }: { $name }
role = Cột này là
role-auto = tự nhận ra
role-place = Tên địa phương
role-district = Quận, huyện
role-craft = Nghề
role-id = Mã
role-dimension = Nhóm khác
role-figure = Số liệu
role-left = Bỏ qua
head-place = địa phương
head-district = quận, huyện
head-craft = nghề
head-id = mã
head-dimension = nhóm
head-indicator = chỉ tiêu
head-time = thời gian
head-status = ghi chú
head-unit = đơn vị
head-note = ghi chú
head-left = bỏ qua
head-figure = số liệu
unit = Đơn vị
kind = Loại
kind-auto = tự nhận ra
kind-count = Số đếm: cộng được
kind-amount = Lượng: cộng được
kind-rate = Tỷ lệ
kind-average = Bình quân
kind-index = Chỉ số
kind-change = Thay đổi: có thể dưới 0
kind-of-count = số đếm
kind-of-amount = lượng
kind-of-rate = tỷ lệ
kind-of-average = bình quân
kind-of-index = chỉ số
kind-of-change = thay đổi
time = Thời gian
unit-money = tỷ đồng/năm
unit-money-month = triệu đồng/tháng
unit-people = người
unit-households = hộ
said-cell = { $at }, “{ $text }”: { $meant }
said-wrong = { $at }: { $why }
said-empty = { $at }: trống
said-text = { $at }: { $text }
wrong = found { $found }; expected { $expected }
said-about = khoảng { $n }
said-nearly = gần { $n }
said-more_than = trên { $n }
said-at_least = ít nhất { $n }
said-less_than = dưới { $n }
said-at_most = nhiều nhất { $n }
said-range = từ { $low } đến { $high }
said-missing = không có số: { $why }
said-estimated = ước tính
said-provisional = sơ bộ
said-few_cases = ít trường hợp
said-revised = đã sửa
said-break = gián đoạn chuỗi số liệu

# Về số liệu
about = Tiêu đề, nguồn, ngày
about-title = Tiêu đề
about-source = Nguồn
about-url = Địa chỉ của nguồn
about-as-of = Ngày của số liệu
as-of-like = 05/07/2024
as-of-fault = Ngày này chưa hiểu được; hãy viết như 05/07/2024, 7/2024 hoặc 2024.
about-time = Thời gian chung
about-decimal = Dấu thập phân
about-locale = Ngôn ngữ của số liệu
about-one = Từ chỉ một nơi
about-many = Từ chỉ nhiều nơi
title-hint = Tiêu đề ở trang lưu về và trong tên tệp; tiêu đề của từng biểu đồ là tên chỉ tiêu.
decimal-auto = tự nhận ra
decimal-comma = dấu phẩy: 1.300,5
decimal-point = dấu chấm: 1,300.5

# Nhận xét
findings = Nhận xét
reading = Đang đọc số liệu.
nothing-yet = Chưa có số liệu.
in-order = Không thấy gì sai: số liệu ổn.
counted = Nhận xét: { $what }.
count-error = lỗi: { $n }
count-warning = cảnh báo: { $n }
count-note = lưu ý: { $n }
count-more = và { $n } chỗ nữa
severity-error = lỗi
severity-warning = cảnh báo
severity-note = lưu ý
at-cell = Ô { $at }
at-line = Dòng { $line }, cột { $column }
force = Vẫn đăng: ô không hiểu được thành số liệu không có số, kèm lời của ô
month-of = { $month }/{ $year }
quarter-of = quý { $quarter }/{ $year }
quoted = “{ $text }”
it-is = Đó là { $n }
it-is-percent = Đó là { $n } %
it-is-change = Đúng là mức thay đổi
understood = Bảng được hiểu thế nào
undone = Đã hoàn tác.
redone = Đã làm lại.

# Tệp dữ liệu dạng chữ
json-hint = Tệp dữ liệu làm từ bảng. Sửa ở đây thì theo tệp này; từ đó lại làm thành bảng được.
json-label = Dữ liệu: JSON theo định dạng village-charts/1
json-leads = Đang theo tệp dữ liệu dưới đây; nó có thể có nhiều điều hơn một bảng.
to-table = Làm thành bảng
no-table = Tệp không có số liệu của các địa phương để làm hàng và cột: tệp vẫn là JSON.
table-made = Đã làm thành bảng từ tệp dữ liệu.
has-base =
    Bảng này làm từ một tệp dữ liệu. Điều bảng không có chỗ vẫn đi cùng: ghi chú, nguồn của từng số liệu, ngôn ngữ khác,
    nơi để so sánh, biểu đồ khác.
lost-quote = bỏ lời của nguồn cho số liệu trước: “{ $name }”
lost-interval = bỏ khoảng tin cậy của số ước tính trước: { $name }
lost-languages = bỏ các ngôn ngữ khác của lời trước: { $name }
lost-place = không còn trong bảng, cùng điều tệp nói về nơi ấy: { $name }
lost-indicator = không còn trong bảng, cùng ghi chú của chỉ tiêu: { $name }
lost-references = bỏ nơi để so sánh, vì chỉ tiêu của nó không còn trong bảng: { $name }
lost-parts = có phần không còn trong bảng: { $name }
lost-file = Bảng không còn địa phương nào của tệp ban đầu: không có gì của tệp ấy đi cùng.
json-large = Tệp dữ liệu quá dài để hiện ở đây; hãy lưu nó ở dưới.

# Biểu đồ
chart = Biểu đồ
type = Kiểu
type-ranking = Xếp hạng
type-trend = Diễn biến
type-spread = Phân bố
type-scatter = Tương quan
type-groups = Theo nhóm
type-makeup = Cơ cấu
type-revenue = Doanh thu
type-income = Thu nhập
type-clusters = Cụm CN
type-villages = Số làng
type-petitions = Kiến nghị
needs-trend = Diễn biến cần số liệu có thời gian.
needs-scatter = Tương quan cần hai chỉ tiêu.
needs-groups = Theo nhóm cần một cột quận, huyện, nghề hoặc nhóm khác.
needs-makeup = Cơ cấu cần một chỉ tiêu có các phần, ghi ở JSON.
indicator = Chỉ tiêu
across = Trục ngang
upwards = Trục dọc
first = đầu tiên
next = tiếp theo
last = mới nhất
group = Nhóm
none = không
of-district = Quận, huyện
of-craft = Nghề
only = Chỉ nhóm
all-groups = mọi nhóm
order = Thứ tự
by-whole = theo tổng
shown = Hiện
amounts = lượng
shares = tỷ trọng
of-data = như số liệu
month = tháng
year = năm
sort = Sắp xếp
sort-value = theo số
sort-name = theo tên
split = Chia theo
split-none = không chia
split-many = { $name }: hơn 8 từ
also = Mỗi hàng nói thêm gì
linked-charts = Biểu đồ khác trên trang
linked-on = cùng chọn
linked-off = để riêng
places = Địa phương
places-how = tên, cách nhau bằng dấu phẩy
locale = Ngôn ngữ
of-page = như trang
theme = Màu
auto = tự động
light = sáng
dark = tối
width = Bề rộng
full = cả cột
controls = Người đọc được chọn gì
tools = công cụ
stale = Có lỗi: biểu đồ và mã là của lần không có lỗi gần nhất.
part = Biểu đồ chưa có số liệu của những ô cần sửa.
large-said = Có { $n } số liệu: biểu đồ không vẽ lại trong lúc gõ.
draw = Vẽ biểu đồ

# Đăng
publish = Đăng
waits-cells = Cần sửa { $n } ô trước khi đăng.
waits-errors = Cần sửa { $n } lỗi trước khi đăng.
waits-chart = Chưa có mã: biểu đồ này chưa vẽ được.
save = Tệp
save-html = Lưu cả trang
save-png = Lưu PNG
save-svg = Lưu SVG
save-card = Lưu thẻ liên kết, PNG
save-card-svg = Lưu thẻ, SVG
save-json = Lưu tệp dữ liệu
saved = Đã lưu.
element = Phần tử, kèm số liệu
element-hint =
    Chạy trong mọi trang được tải mã từ trang web này; tốt hơn, hãy chép các tệp của dist lên máy chủ của bạn và ghi địa
    chỉ đó ở dòng đầu.
fragment = Phần tử, kèm hình không cần mã chạy
fragment-hint = Người đọc thấy biểu đồ cùng với trang; nó hoạt động khi mã đã tới.
styled = Kèm bảng kiểu (không thì trang tự tải, như Content-Security-Policy chặt đòi hỏi)
iframe = Khung iframe
iframe-hint =
    Cho hệ thống quản lý bài viết không nhận mã chạy. Khung lấy số liệu từ máy chủ của chính nó; máy chủ khác phải được
    ghi trong chính sách ở embed.html.
data-address = Địa chỉ của tệp dữ liệu
no-address = Điền nơi để tệp dữ liệu để thấy mã.
npm = Gói npm
npm-hint = Gói không có ở kho nào: make package trong mã nguồn tạo ra tệp này, và npm cài nó.
link = Liên kết tới bản làm việc này
link-hint = Mở bảng và biểu đồ như hiện giờ trên máy khác. Tất cả nằm ngay trong địa chỉ.
make-link = Sao chép liên kết
link-long = Địa chỉ có { $n } ký tự: có thư và ứng dụng chat cắt ngắn nó. Tệp dữ liệu chắc chắn hơn.
link-too-long = Bản làm việc quá dài cho một địa chỉ ({ $n } ký tự). Hãy lưu tệp dữ liệu rồi mở ở nơi khác.
copy = Sao chép
copies = Sao chép { $what }
code = Mã: { $what }
copied = Đã sao chép { $what }.
selected = Đã chọn { $what }: sao chép bằng Ctrl+C hoặc ⌘C.
code-element = phần tử
code-fragment = mã kèm hình
code-frame = khung iframe
code-install = lệnh cài
code-module = mô-đun
code-link = liên kết
