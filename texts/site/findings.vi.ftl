## Điều thấy trong tệp dữ liệu, theo mã của nó (Finding trong src/data). Tiếng Anh là lời của chính việc kiểm tra. Chỗ
## của nó đứng ở trước: ô, dòng, đường dẫn. { $found } là cái đứng ở chỗ đó; sau mỗi câu là các tên dùng được, nếu có.

# Kiểu của giá trị, khóa và văn bản
wrong_type = { $found }: sai kiểu giá trị
missing_key = thiếu một giá trị bắt buộc
unknown_key = { $found }: định dạng không có khóa này
duplicate_key = cùng một khóa, cột hoặc thời gian có hai lần; chỉ giữ một
unknown_word = { $found }: từ này không dùng được ở đây
string_for_number =
    { $found }: chữ ở chỗ của con số; hãy viết số không có dấu ngoặc kép, với dấu chấm trước phần thập phân, như
    1300 hoặc 1.3; từ như “trên”, “khoảng” thành khóa "more_than", "about"; chỗ không có số thì bỏ khóa, hoặc
    dùng khóa "missing" với lý do
number_out_of_range =
    { $found }: số nằm ngoài giới hạn; cần số từ 0 (chỉ tiêu loại "change": từ −10¹⁵) đến 10¹⁵, và trên 0 nếu là “dưới”
    hoặc “gần” số ấy
number_too_small = { $found }: số quá nhỏ, sẽ hiện thành 0; cần 0, hoặc số từ 0.000001
range_upside_down = { $found }: số đầu không nhỏ hơn số sau; cần [thấp, cao]
one_qualifier = { $found }: một số liệu phải có đúng một từ chỉ mức
bad_interval =
    { $found }: số ước tính và khoảng của nó phải đi cùng nhau, số ở trong khoảng; nếu không có khoảng thì ghi con số và
    "estimated": true
bad_date = { $found }: không phải ngày; cần "2024-07-05", "2024-07" hoặc "2024"
bad_time = { $found }: không phải thời gian; cần "2024", "2024-07", "2024-Q3" hoặc "2023/24"
unit_in_words =
    { $found }: đơn vị viết bằng chữ thì mọi ngôn ngữ đều giống nhau và biểu đồ không hiểu; định dạng có từ riêng cho
    phần trăm ("percent"), tiền tệ (như "billion_vnd") và kỳ ("per")
unknown_language = { $found }: không có ngôn ngữ nào mang mã này; cần mã như "vi", "en" hoặc "zh-Hans"
bad_currency = { $found }: không phải mã tiền tệ; cần ba chữ hoa của ISO 4217, như "VND"
unknown_currency = { $found }: ISO 4217 không có mã tiền tệ này; cần mã như "VND"
empty_text = văn bản trống; cần ít nhất một chữ
text_too_long = văn bản dài hơn 500 ký tự
list_too_long = quá nhiều phần của một tổng thể; nhiều nhất 100
not_json = văn bản không phải JSON kể từ { $found }; hãy xem các dấu phẩy, ngoặc và dấu ngoặc kép ở đó và ngay trước đó
not_utf8 = có chữ đã hỏng: tệp không ở UTF-8, hoặc không được đọc như thế; hãy lưu lại bằng UTF-8
too_large = quá lớn; một tệp có nhiều nhất 100 MB và 3.000.000 giá trị, một danh sách nhiều nhất 1.000.000
more_findings = còn những điều khác; chúng sẽ hiện khi các điều ở trên đã sửa

# Tên và mã
duplicate_id = { $found }: mã này đã có trong danh sách; mỗi mục cần một mã riêng
taken_id = { $found }: mã này đã dùng cho thứ khác; cần một mã riêng
duplicate_village =
    { $found }: tên này đã có; mỗi địa phương một lần, hoặc thêm huyện để phân biệt, hoặc mã cho cả hai
look_alike =
    { $found }: có chữ trông giống chữ khác nhưng không phải, nên thành một tên khác; hãy viết bằng chữ cái của một hệ
    chữ, và cùng tên thì cùng chữ
unseen_character =
    { $found }: có ký tự không nhìn thấy hoặc thừa khoảng trắng, nên thành một tên khác; chỉ dùng chữ cái và một khoảng
    trắng giữa các từ
unknown_source = { $found }: không có nguồn nào mang mã này trong "sources"
unknown_dimension = { $found }: không có phân loại nào mang mã này
unknown_indicator = { $found }: không có chỉ tiêu nào mang mã này
unknown_time = { $found }: không có số liệu nào của thời gian này
unknown_group = { $found }: không có nhóm nào mang tên này, hoặc chưa chọn nhóm theo gì
unknown_part = { $found }: không có phần nào mang mã này
unknown_place = { $found }: không có địa phương nào mang tên hoặc mã này
unknown_also = { $found }: hàng không thể ghi thêm điều này

# Đơn vị, kỳ và tổng
mixed_unit = đơn vị khác với phần còn lại; một chỉ tiêu, một phần hay một tổng thể có một đơn vị
mixed_period = kỳ khác với phần còn lại; tháng và năm của thu nhập được quy đổi, ngoài ra một chỉ tiêu có một kỳ
mixed_kind = loại khác với tổng thể; các phần phải cùng loại với tổng thể
mixed_times = có số liệu ghi thời gian và có số liệu không; một chỉ tiêu ghi thời gian cho tất cả, hoặc không ghi
bad_period = { $found }: kỳ này không dùng được ở đây
rounded_sum = tổng các phần lớn hơn tổng thể một chút; không sao nếu các phần đã được làm tròn
total_below_parts = tổng số nhỏ hơn tổng các phần đã biết; cần ít nhất bằng tổng ấy
subset_above_whole = một phần lớn hơn tổng thể; nhiều nhất bằng tổng thể
disjoint_above_whole = các phần không chồng lên nhau mà cộng lại lớn hơn tổng thể
stacked_overlap = { $found }: các phần chồng lên nhau không thể xếp chồng, vì sẽ tính hai lần; cần "strips"
parts_above_whole = các phần cộng lại lớn hơn tổng thể
parts_of_none = { $found }: chỉ tiêu loại này không có các phần
parts_in_circle = { $found }: tổng thể lại là một phần của phần này
duplicate_part = { $found }: phần này có hai lần; mỗi phần một lần
too_many_parts = quá nhiều phần để phân biệt bằng mắt

# Điều mà biểu đồ cần và tệp không có
missing_section = không có gì để vẽ: loại biểu đồ này cần phần dữ liệu của nó, với ít nhất một số liệu
no_groups = không có nhóm; cần huyện, nghề hoặc phân loại của các địa phương
no_parts = không có chỉ tiêu nào có các phần ("parts")
no_times = số liệu không ghi thời gian; cần số liệu của nhiều thời điểm, mỗi số theo một khóa như "2020" và "2023"
one_indicator = chỉ có số liệu của một chỉ tiêu; cần hai chỉ tiêu của cùng các địa phương
same_indicator = hai trục cùng một chỉ tiêu; cần hai chỉ tiêu khác nhau
too_long = một hình không chứa hết; cần ít số liệu hơn, hoặc tên ngắn hơn

# Sau câu: kiểu cần có, các tên dùng được
a-number = ; cần một con số
a-whole-number = ; cần một số nguyên từ 0 đến 6
low-high = ; cần hai số trong dấu ngoặc vuông, số sau lớn hơn
a-text = ; cần một văn bản trong dấu ngoặc kép
a-date = ; cần một ngày trong dấu ngoặc kép, như "2024-07-05"
true-or-false = ; cần true hoặc false
a-list = ; cần một danh sách trong dấu ngoặc vuông
an-object = ; cần một đối tượng trong dấu ngoặc nhọn
the-name = ; cần tên của một cột
of-names = ; dùng được: { $names }
perhaps = ; có lẽ là “{ $name }”
at-end = chỗ kết thúc
