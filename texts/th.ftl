### Thai (ภาษาไทย). The list of all messages, with what they are for, is in en.ftl.
###
### Thai has no full stop: a blank ends a sentence. Numbers and foreign words have a blank around them.

## Figures

figure-exact = <b>{ $number }</b> { $unit }
figure-about = <b>ราว { $number }</b> { $unit }
figure-nearly = <b>เกือบ { $number }</b> { $unit }
figure-more-than = <b>มากกว่า { $number }</b> { $unit }
figure-at-least = <b>อย่างน้อย { $number }</b> { $unit }
figure-less-than = <b>น้อยกว่า { $number }</b> { $unit }
figure-at-most = <b>ไม่เกิน { $number }</b> { $unit }
# Not "ประมาณการ", which looks like "ประมาณ" (about).
figure-estimated = <b>ประเมินไว้ที่</b> { $figure }
range = { $low }–{ $high }
range-spoken = { $low } ถึง { $high }
range-in-text-spoken = { $low } ถึง { $high }
number-interval = { $number } ({ $low }–{ $high })
number-interval-spoken = { $number } อยู่ระหว่าง { $low } ถึง { $high }
below-zero-spoken = ลบ { $number }
number-rounded = ราว { $number }
number-percent = { $number }{ $unit }
no-figure = ไม่มีตัวเลข
part-of-whole = { $part } จาก { $whole }

## Units of money

scale-power =
    { $power ->
        [4] 3
        [5] 3
        [7] 6
        [8] 6
        [9] 6
       *[other] { $power }
    }
scale =
    { $power ->
        [3] พัน
        [6] ล้าน
        [9] พันล้าน
        [12] ล้านล้าน
       *[other] 10^{ $power }
    }
currency =
    { $code ->
        [VND] ดอง
       *[other] { other-currency }
    }
other-currency =
    { $code ->
        [IDR] รูเปียห์
        [THB] บาท
        [PHP] เปโซ
        [TWD] ดอลลาร์ไต้หวัน
        [CNY] หยวน
        [JPY] เยน
        [KRW] วอน
        [INR] รูปี
        [NPR] รูปีเนปาล
        [BDT] ตากา
        [PKR] รูปีปากีสถาน
        [LKR] รูปีศรีลังกา
        [MMK] จัต
        [KHR] เรียล
        [LAK] กีบ
        [MYR] ริงกิต
        [SGD] ดอลลาร์สิงคโปร์
        [USD] ดอลลาร์สหรัฐ
        [EUR] ยูโร
        [GBP] ปอนด์
        [CHF] ฟรังก์สวิส
        [AUD] ดอลลาร์ออสเตรเลีย
        [CAD] ดอลลาร์แคนาดา
        [BRL] เรอัล
        [MXN] เปโซเม็กซิโก
        [ZAR] แรนด์
        [KES] ชิลลิงเคนยา
        [NGN] ไนรา
        [TRY] ลีราตุรกี
       *[other] { $code }
    }
one-currency = { other-currency }
currency-spoken = { currency }
money = { scale }{ $currency }
unit-percent = %
unit-percent-spoken = %
unit-permille = ‰
unit-permille-spoken = ต่อพัน
per-month = { $unit }ต่อเดือน
per-month-spoken = { $unit }ต่อเดือน
per-year = { $unit }ต่อปี
per-year-spoken = { $unit }ต่อปี
per-day = { $unit }ต่อวัน
per-day-spoken = { $unit }ต่อวัน
per-week = { $unit }ต่อสัปดาห์
per-week-spoken = { $unit }ต่อสัปดาห์
per-quarter = { $unit }ต่อไตรมาส
per-quarter-spoken = { $unit }ต่อไตรมาส

## Dates

month-name =
    { $month ->
        [1] มกราคม
        [2] กุมภาพันธ์
        [3] มีนาคม
        [4] เมษายน
        [5] พฤษภาคม
        [6] มิถุนายน
        [7] กรกฎาคม
        [8] สิงหาคม
        [9] กันยายน
        [10] ตุลาคม
        [11] พฤศจิกายน
       *[12] ธันวาคม
    }
date-year = พ.ศ. { $buddhist-year }
# A voice may spell "พ.ศ." letter by letter.
date-year-spoken = พุทธศักราช { $buddhist-year }
date-month = { month-name } { $buddhist-year }
date-month-spoken = เดือน{ month-name } พุทธศักราช { $buddhist-year }
date-day = { $day } { month-name } { $buddhist-year }
date-day-spoken = วันที่ { $day } { month-name } พุทธศักราช { $buddhist-year }
time-quarter = ไตรมาส { $quarter }/{ $buddhist-year }
time-quarter-spoken = ไตรมาส { $quarter } ปี { $buddhist-year }
time-years = { $buddhist-year }–{ $buddhist-next }
time-years-spoken = { $buddhist-year } ถึง { $buddhist-next }

## Texts side by side

list = { $list }, { $item }
list-long = { $list }; { $item }
sentence = { $text }
sentences = { $text } { $next }
quote = “{ $text }”
in-brackets = { $text } ({ $note })

## Where figures come from

source = ที่มา: { $source }
source-marked = { $mark } ที่มา: { $source }
source-other-spoken = ที่มาอื่น: { $source }
as-of = ข้อมูล ณ { $date }
some-as-of = ข้อมูลบางส่วน ณ { $dates }

## Titles of charts whose data gives none

# "รายรับ" for revenue: "รายได้" would be income, too.
title-revenue = รายรับของหมู่บ้านหัตถกรรม
title-income = รายได้ในหมู่บ้านหัตถกรรม
title-clusters = คลัสเตอร์อุตสาหกรรม
title-villages = จำนวนหมู่บ้านหัตถกรรม
title-petitions = ข้อเรียกร้อง
title-ranking = อันดับ
title-at-time = { $title } { $time }
title-of-group = { $title } – { $group }
total-revenue = รายรับรวม

## The list of villages

village-one = หมู่บ้าน
village-many = หมู่บ้าน
villages = { $number } { $many }
list-opening = { $villages }
list-opening-missing = { $villages } ในจำนวนนี้ { $missing } แห่งไม่มีตัวเลข
list-ends = ตัวเลขสูงสุดที่ระบุ: { $most }; ต่ำสุด: { $least }
missing-figures = { $some } จาก { $villages }ไม่มีตัวเลข
more-villages = … และอีก { $number } { $many }
more-figures-spoken = และอีก { $number } รายการ
sum-of-all = ยอดรวมของ { $villages }ด้านล่าง: { $sum }
sum-of-some = ยอดรวมของ { $some } จาก { $villages }ด้านล่าง: { $sum }
group-sum-of-all = ยอดรวมของ { $villages }: { $sum }
group-sum-of-some = ยอดรวมของ { $some } จาก { $villages }: { $sum }
no-group = ไม่อยู่ในกลุ่มใด
district-of-village = พื้นที่: { $district }
dimension-of-village = { $name }: { $value }
dimension-unsaid = ไม่ระบุ
rank-among = { $number } { $many }
rank-among-named = { $number } { $many }ที่ระบุชื่อ
rank = อันดับ { $best } จาก { $among }
rank-range = อยู่ระหว่างอันดับ { $best } ถึง { $worst } จาก { $among }
rank-shared = อันดับ { $best } ถึง { $worst } ร่วมกัน จาก { $among }
rank-open = ยังระบุอันดับไม่ได้ในจำนวน { $among }
page-of-pages = หน้า { $page } จาก { $pages }

## What readers ask of the list

found-none = ไม่พบ{ $one }ที่ตรงกับการค้นหา
found-some = พบ { $some } จาก { $villages }
over-threshold = มากกว่า { $amount }: { $villages }
not-over-threshold = ไม่เกินจำนวนนี้: { $villages }
open-at-threshold = ตัวเลขไม่พอจะชี้ชัด: { $villages }
missing-at-threshold = ไม่มีตัวเลข: { $villages }

## Wholes and their parts

both-and-either = อยู่ในทั้งสองกลุ่ม: { $both } ส่วนที่อยู่ในอย่างน้อยหนึ่งกลุ่ม: { $either }
overlap = กลุ่มเหล่านี้มีส่วนที่ซ้ำกัน จึงไม่นำมารวมกัน
may-overlap = กลุ่มเหล่านี้อาจมีส่วนที่ซ้ำกัน จึงไม่นำมารวมกัน

## Income

and-others = { $places } ฯลฯ
and-others-spoken = { $places } และที่อื่น
stated-times-12 = ตัวเลขเดิม: { $figure } คูณ 12
stated-divided-by-12 = ตัวเลขเดิม: { $figure } หารด้วย 12

## The key to the marks

key = วิธีอ่าน:
key-more-than = มากกว่า: เกินจำนวนที่ระบุ แต่ไม่ทราบว่าเกินเท่าใด
key-at-least = อย่างน้อย: เท่ากับจำนวนที่ระบุหรือมากกว่า
key-at-least-spoken = อย่างน้อย: เท่ากับจำนวนที่ระบุหรือมากกว่า
key-nearly = เกือบ: ต่ำกว่าจำนวนที่ระบุเล็กน้อย
key-about = ราว: ใกล้เคียงกับจำนวนที่ระบุ
key-less-than = น้อยกว่า: ต่ำกว่าจำนวนที่ระบุ
key-at-most = ไม่เกิน: ไม่มากกว่าจำนวนที่ระบุ
key-range = ส่วนสีอ่อน: อยู่ระหว่างสองจำนวน
key-estimated = ลายเส้นทแยง: ค่าประเมิน
key-interval = เส้นที่ปลายแท่ง: ช่วงความเชื่อมั่น
key-interval-spoken = อยู่ระหว่างสองจำนวน: ช่วงความเชื่อมั่น
key-letter = { $letter }: { $meaning }
flag-provisional = ตัวเลขเบื้องต้น
flag-provisional-letter = p
flag-few-cases = จากตัวอย่างจำนวนน้อย
flag-few-cases-letter = u
flag-revised = ตัวเลขปรับปรุง
flag-revised-letter = r
flag-break = เทียบกับช่วงก่อนหน้าไม่ได้
flag-break-letter = b

## The table

column-chart = กราฟ
column-name = ชื่อ
column-about = รายละเอียด
column-figure = ตัวเลข
column-qualifier = คำกำกับตัวเลข
column-number = จำนวน
column-to = ถึง
column-unit = หน่วย
column-estimated = เป็นค่าประเมิน
column-notes = หมายเหตุ
column-source = ที่มา
column-as-of = ข้อมูล ณ
column-interval-from = ช่วงตั้งแต่
column-interval-to = ช่วงถึง
column-flags = เครื่องหมาย
column-id = รหัส
column-kind = ประเภท
column-indicator = ตัวชี้วัด
qualifier-exact = ตามที่ระบุ
qualifier-about = ราว
qualifier-nearly = เกือบ
qualifier-more-than = มากกว่า
qualifier-at-least = อย่างน้อย
qualifier-less-than = น้อยกว่า
qualifier-at-most = ไม่เกิน
qualifier-range = ช่วง
qualifier-estimate = ค่าประมาณพร้อมช่วง
qualifier-missing = ไม่มีจำนวน
yes = ใช่
kind-place = { $one }
kind-reference = เพื่อเปรียบเทียบ
# Of groups: how many places, how many of them have a figure, and how many are in the sum.
groups-places = จำนวน{ $many }
groups-known = มีตัวเลข
groups-sum = ผลรวมของตัวเลข
groups-in-sum = ที่รวมไว้
groups-lowest = ตัวเลขต่ำสุด
groups-median-column = มัธยฐาน
groups-greatest = ตัวเลขสูงสุด

## Trend

title-trend = การเปลี่ยนแปลงตามเวลา
change-up = เพิ่มขึ้น { $amount }
change-down = ลดลง { $amount }
change-higher = สูงขึ้น ไม่ทราบว่าเท่าใด
change-lower = ต่ำลง ไม่ทราบว่าเท่าใด
change-same = ไม่เปลี่ยนแปลง
change-open = อาจเพิ่มขึ้นหรือลดลง
change-since = { $change } ตั้งแต่ { $time }
points-percent = จุดร้อยละ
points-permille = จุดต่อพัน
points = จุด
trend-some = แสดง { $some } จาก { $villages }
trend-ends = คือ { $highest } แห่งสูงสุดและ { $lowest } แห่งต่ำสุดตามตัวเลขล่าสุดที่ระบุ
trend-axis = แกนเริ่มที่ { $amount } ไม่ใช่ที่ศูนย์
title-spread = แต่ละแห่งอยู่ตรงไหน
spread-column = { $from } ถึงต่ำกว่า { $below }
spread-columns = ความสูงของแท่งคือจำนวน{ $many }ในแท่งนั้น
spread-uncounted = ไม่อยู่ในแท่งใด เพราะตัวเลขอาจอยู่ได้หลายแท่ง: { $villages }
spread-median = มัธยฐานของ { $villages }
title-scatter = อะไรไปกับอะไร
scatter-title = { $x } และ { $y }
x-axis = แกนนอน
y-axis = แกนตั้ง
keep-most = เก็บได้พร้อมกันมากที่สุด { $number } แห่ง
scatter-missing = { $some } จาก { $villages }ไม่มีตัวเลขของ { $title }
scatter-neither = ในจำนวนนี้ { $some } แห่งไม่มีทั้งสองตัวเลข
scatter-apart = ไม่มีช่วงเวลาใดที่มีตัวเลขของทั้งสองอย่าง
scatter-timeless = ไม่ได้ระบุเวลา
scatter-uncounted = ไม่ได้วาด เพราะตัวเลขไม่ใช่ค่าที่แน่นอน: { $villages }
scatter-cells = สี่เหลี่ยมยิ่งใหญ่ ยิ่งมี{ $many }มาก:
scatter-hidden = อยู่หลังจุดที่มีตัวเลขเดียวกัน: { $villages }
title-groups = กลุ่มพื้นที่
# $title: the name of an indicator; $by: by what places are grouped; $name: the name of that, where it is the data's.
groups-title =
    { $by ->
        [district] { $title } แยกตามพื้นที่
        [district-named] { $title } แยกตาม{ $name }
        [craft] { $title } แยกตามงานหัตถกรรม
       *[other] { $title } แยกตามกลุ่ม: { $name }
    }
groups-count = { $number } กลุ่ม
# In the sum or in the median of a group: "12 of 15 villages".
groups-some = { $some } จาก { $villages }
# From the lowest number stated to the highest: "under 2 to 9.8%".
groups-ends = { $least } ถึง { $most }
groups-median = มัธยฐาน { $median }
# $rank: "Rank 2 of 12".
groups-rank = ตามมัธยฐาน: { $rank }
# In the place of a sum.
groups-open = ตัวเลขที่มียังบอกผลรวมไม่ได้
groups-dots = จุดหนึ่งคือหนึ่ง{ $one } เส้นลากจากตัวเลขต่ำสุดถึงสูงสุด
# $villages: how many.
groups-highest = แท่งสูงสุดคือ { $villages }
groups-stroke = ขีดตั้งคือมัธยฐาน
groups-squares = แต่ละช่องคือหนึ่ง{ $one }
groups-part = { $part } { $number } แห่ง
groups-split = { $all }: { $parts }
groups-split-spoken = { $all } ในจำนวนนี้ { $parts }
groups-more = … และอีก { $number } กลุ่ม
title-makeup = ประกอบด้วยอะไร
makeup-amounts = ตัวเลข
makeup-shares = สัดส่วน
shown = แสดงเป็น
order = เรียงตาม
makeup-rest = ไม่ได้ระบุ
makeup-no-whole = ไม่ได้ระบุยอดรวม
makeup-parts = ส่วนประกอบ: { $parts }
makeup-order = เรียงตาม: { $part }
makeup-missing = ไม่มีตัวเลข: { $parts }
makeup-missing-all = ไม่มีตัวเลขของส่วนใดเลย
makeup-no-shares = ไม่มีสัดส่วน เพราะยอดรวมไม่ใช่ค่าที่แน่นอน
makeup-rounded = ส่วนประกอบรวมกันได้ { $sum } เพราะการปัดเศษ แท่งวาดเท่ายอดรวม
makeup-rounded-spoken = ส่วนประกอบรวมกันได้ { $sum } เพราะการปัดเศษ
makeup-above = ส่วนประกอบรวมกันได้ { $sum } มากกว่ายอดรวม
makeup-rounded-shares = ที่ใดสัดส่วนรวมกันได้ { $sum } เพราะการปัดเศษ แท่งวาดเต็ม 100%
makeup-rounded-amounts = ที่ใดส่วนประกอบรวมกันต่างจากยอดรวมเล็กน้อยเพราะการปัดเศษ แท่งวาดเท่ายอดรวม
makeup-split = ที่ใดมีส่วนที่ไม่ใช่ค่าที่แน่นอน แต่ละส่วนมีแท่งของตัวเอง
key-hollow = จุดกลวง: ค่าประเมิน
key-whisker = เส้นผ่านจุด: ช่วงความเชื่อมั่น
tools-find = ค้นหา ดูตาราง บันทึก

## Controls around the picture

indicator = ตัวชี้วัด
time = ช่วงเวลา
time-earlier = ก่อนหน้า
time-later = ถัดไป
group = จัดกลุ่มตาม
only = แสดงเฉพาะ
all-groups = ทั้งหมด
craft = งานหัตถกรรม
district = พื้นที่
none = ไม่เลือก
sort = เรียงตาม
sort-value = รายรับ
sort-figure = ตัวเลข
sort-name = ชื่อ
unit = แสดงเป็น
unit-month = รายเดือน
unit-year = รายปี
page = หน้า
page-previous = หน้าก่อน
page-next = หน้าถัดไป
figures = ตัวเลข: { $title }
keys = เข้าถึงด้วย Tab: ปุ่มลูกศรเลื่อนดูตัวเลข พิมพ์ตัวอักษรเพื่อไปที่ชื่อ กด Enter เพื่อเลือก กด Esc เพื่อเลิกเลือก
tools = ค้นหา เปรียบเทียบ ดูตาราง บันทึก
tools-few = ดูตาราง บันทึก

## Where the chart cannot be drawn

failed = แสดงกราฟแบบโต้ตอบไม่ได้
failed-data = ข้อมูลมีข้อผิดพลาด
failed-network = โหลดข้อมูลไม่ได้
failed-wasm = โหลดส่วนที่ใช้วาดกราฟไม่ได้

## The tools

find = ค้นหา{ $one }
villages-all = { $villages }
all = ทั้งหมด
places-shown = ในกราฟ
place-remove = นำ { $name } ออก
cells = นับทีละช่อง
threshold = เปรียบเทียบกับ
threshold-amount = จำนวนที่ใช้เปรียบเทียบ
table = ตาราง
table-of = ตาราง: { $title }
table-shows = ตารางของ
table-chart = ตามแผนภูมิ
table-times = ทุกช่วงเวลา
table-indicators = ทุกตัวชี้วัด
table-all = แสดงทั้งหมด { $number } แถว
sorted-up = เรียงตาม { $column } จากน้อยไปมากแล้ว
sorted-down = เรียงตาม { $column } จากมากไปน้อยแล้ว
save = บันทึก
save-as = บันทึกเป็น { $format }
save-csv-chart = CSV: แผนภูมินี้
save-csv-long = CSV: ข้อมูลทั้งหมด แถวละหนึ่งค่า (แบบยาว)
save-csv-wide = CSV: ข้อมูลทั้งหมด แถวละหนึ่งพื้นที่ (แบบกว้าง)
copy = คัดลอกข้อมูล
copied = คัดลอกข้อมูลแล้ว
tool-failed = ดำเนินการไม่สำเร็จ

## The page that stands in a frame

frame-title = กราฟ
frame-no-script = กราฟนี้ต้องใช้ JavaScript แต่เบราว์เซอร์ของคุณปิด JavaScript อยู่
frame-no-address = แสดงกราฟแบบโต้ตอบไม่ได้ ไม่มีที่อยู่ของข้อมูล หรือที่อยู่นั้นไม่ได้รับอนุญาต
frame-no-script-file = แสดงกราฟแบบโต้ตอบไม่ได้ โหลดส่วนที่ใช้วาดกราฟไม่ได้
frame-sandbox =
    โหลดไฟล์ของกราฟนี้ไม่ได้ เฟรมนี้อยู่ใน sandbox:
    ต้องมี allow-same-origin หรือเซิร์ฟเวอร์ของไฟล์ต้องส่ง Access-Control-Allow-Origin: *
