### Indonesian (Bahasa Indonesia). The list of all messages, with what they are for, is in en.ftl.

## Figures

figure-exact = <b>{ $number }</b> { $unit }
figure-about = <b>sekitar { $number }</b> { $unit }
figure-nearly = <b>hampir { $number }</b> { $unit }
figure-more-than = <b>lebih dari { $number }</b> { $unit }
figure-at-least = <b>minimal { $number }</b> { $unit }
figure-less-than = <b>kurang dari { $number }</b> { $unit }
figure-at-most = <b>maksimal { $number }</b> { $unit }
figure-estimated = <b>diperkirakan</b> { $figure }
range = { $low }–{ $high }
# Without "dari" before it: that would stand ill after "diperkirakan".
range-spoken = { $low } sampai { $high }
range-in-text-spoken = { $low } sampai { $high }
number-interval = { $number } ({ $low }–{ $high })
number-interval-spoken = { $number }, antara { $low } dan { $high }
below-zero-spoken = minus { $number }
number-rounded = sekitar { $number }
number-percent = { $number }{ $unit }
no-figure = tidak ada data
part-of-whole = { $part } dari { $whole }

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
        [3] ribu
        [6] juta
        [9] miliar
        [12] triliun
       *[other] 10^{ $power }
    }
currency =
    { $code ->
        [VND] dong
       *[other] { other-currency }
    }
other-currency =
    { $code ->
        [IDR] rupiah
        [THB] baht
        [PHP] peso
        [TWD] dolar Taiwan
        [CNY] yuan
        [JPY] yen
        [KRW] won
        [INR] rupee
        [NPR] rupee Nepal
        [BDT] taka
        [PKR] rupee Pakistan
        [LKR] rupee Sri Lanka
        [MMK] kyat
        [KHR] riel
        [LAK] kip
        [MYR] ringgit
        [SGD] dolar Singapura
        [USD] dolar AS
        [EUR] euro
        [GBP] pound sterling
        [CHF] franc Swiss
        [AUD] dolar Australia
        [CAD] dolar Kanada
        [BRL] real
        [MXN] peso Meksiko
        [ZAR] rand
        [KES] shilling Kenya
        [NGN] naira
        [TRY] lira Turki
       *[other] { $code }
    }
one-currency = { other-currency }
currency-spoken = { currency }
money = { scale } { $currency }
unit-percent = %
unit-percent-spoken = %
unit-permille = ‰
unit-permille-spoken = per mil
per-month = { $unit } per bulan
per-month-spoken = { $unit } per bulan
per-year = { $unit } per tahun
per-year-spoken = { $unit } per tahun
per-day = { $unit } per hari
per-day-spoken = { $unit } per hari
per-week = { $unit } per minggu
per-week-spoken = { $unit } per minggu
per-quarter = { $unit } per triwulan
per-quarter-spoken = { $unit } per triwulan

## Dates

month-name =
    { $month ->
        [1] Januari
        [2] Februari
        [3] Maret
        [4] April
        [5] Mei
        [6] Juni
        [7] Juli
        [8] Agustus
        [9] September
        [10] Oktober
        [11] November
       *[12] Desember
    }
date-year = { $year }
date-year-spoken = { $year }
date-month = { month-name } { $year }
date-month-spoken = { month-name } { $year }
date-day = { $day } { month-name } { $year }
date-day-spoken = { $day } { month-name } { $year }
time-quarter = triwulan { $quarter } { $year }
time-quarter-spoken = triwulan { $quarter } tahun { $year }
time-years = { $year }–{ $next }
time-years-spoken = { $year } sampai { $next }

## Texts side by side

list = { $list }, { $item }
list-long = { $list }; { $item }
sentence = { $text }.
sentences = { $text } { $next }
quote = “{ $text }”
in-brackets = { $text } ({ $note })

## Where figures come from

source = Sumber: { $source }
source-marked = { $mark } Sumber: { $source }
source-other-spoken = Sumber lain: { $source }
as-of = Data per { $date }
some-as-of = Sebagian data per { $dates }

## Titles of charts whose data gives none

# "Omzet" for revenue: "pendapatan" would be income, too.
title-revenue = Omzet desa kerajinan
title-income = Penghasilan di desa kerajinan
title-clusters = Klaster industri
title-villages = Jumlah desa kerajinan
title-petitions = Usulan
title-ranking = Peringkat
title-at-time = { $title }, { $time }
title-of-group = { $title } – { $group }
total-revenue = Total omzet

## The list of villages

village-one = desa
village-many = desa
villages = { $number } { $many }
list-opening = { $villages }.
list-opening-missing = { $villages }, { $missing } di antaranya tanpa data.
list-ends = Angka tertinggi yang disebutkan: { $most }; terendah: { $least }.
missing-figures = { $some } dari { $villages } tidak memiliki data.
more-villages = … dan { $number } { $many } lain
more-figures-spoken = dan { $number } data lain
sum-of-all = Gabungan { $villages } di bawah ini: { $sum }
sum-of-some = Gabungan { $some } dari { $villages } di bawah ini: { $sum }
group-sum-of-all = Gabungan { $villages }: { $sum }
group-sum-of-some = Gabungan { $some } dari { $villages }: { $sum }
no-group = Tanpa kelompok
district-of-village = Wilayah: { $district }
dimension-of-village = { $name }: { $value }
dimension-unsaid = tidak disebutkan
rank-among = { $number } { $many }
rank-among-named = { $number } { $many } yang disebutkan
rank = Peringkat { $best } dari { $among }
rank-range = Antara peringkat { $best } dan { $worst } dari { $among }
rank-shared = Peringkat bersama { $best } sampai { $worst } dari { $among }
rank-open = Peringkat belum dapat dipastikan di antara { $among }
page-of-pages = Halaman { $page } dari { $pages }

## What readers ask of the list

found-none = Tidak ada { $one } yang cocok.
found-some = { $some } dari { $villages }.
over-threshold = Lebih dari { $amount }: { $villages }.
not-over-threshold = Tidak lebih dari itu: { $villages }.
open-at-threshold = Tidak dapat dipastikan dari angkanya: { $villages }.
missing-at-threshold = Tanpa data: { $villages }.

## Wholes and their parts

both-and-either = Termasuk dalam kedua kelompok: { $both }. Termasuk dalam sedikitnya satu kelompok: { $either }.
overlap = Kelompok-kelompok ini bertumpang tindih sehingga tidak dijumlahkan.
may-overlap = Kelompok-kelompok ini mungkin bertumpang tindih sehingga tidak dijumlahkan.

## Income

and-others = { $places }, dll.
and-others-spoken = { $places }, dan tempat lain
stated-times-12 = Angka asli: { $figure }, dikali 12
stated-divided-by-12 = Angka asli: { $figure }, dibagi 12

## The key to the marks

key = Cara membaca:
key-more-than = lebih dari: di atas angka yang disebutkan, selisihnya tidak diketahui
key-at-least = minimal: sama dengan angka yang disebutkan atau lebih
key-at-least-spoken = minimal: sama dengan angka yang disebutkan atau lebih
key-nearly = hampir: sedikit di bawah angka yang disebutkan
key-about = sekitar: mendekati angka yang disebutkan
key-less-than = kurang dari: di bawah angka yang disebutkan
key-at-most = maksimal: tidak lebih dari angka yang disebutkan
key-range = bagian berwarna muda: di antara kedua angka
key-estimated = arsiran: angka perkiraan
key-interval = garis di ujung batang: selang kepercayaan
key-interval-spoken = antara dua angka: selang kepercayaan
key-letter = { $letter }: { $meaning }
flag-provisional = angka sementara
flag-provisional-letter = s
flag-few-cases = dari sedikit kasus
flag-few-cases-letter = k
flag-revised = angka diperbaiki
flag-revised-letter = r
flag-break = tidak dapat dibandingkan dengan sebelumnya
flag-break-letter = b

## The table

column-chart = Grafik
column-name = Nama
column-about = Perincian
column-figure = Angka
column-qualifier = Sifat angka
column-number = Nilai
column-to = Sampai
column-unit = Satuan
column-estimated = Perkiraan
column-notes = Catatan
column-source = Sumber
column-as-of = Data per
column-interval-from = Selang dari
column-interval-to = Selang sampai
column-flags = Tanda
column-id = Kode
column-kind = Jenis
column-indicator = Indikator
qualifier-exact = sesuai yang disebutkan
qualifier-about = sekitar
qualifier-nearly = hampir
qualifier-more-than = lebih dari
qualifier-at-least = minimal
qualifier-less-than = kurang dari
qualifier-at-most = maksimal
qualifier-range = rentang
qualifier-estimate = perkiraan dengan selang
qualifier-missing = tanpa angka
yes = ya
kind-place = { $one }
kind-reference = sebagai pembanding
# Of groups: how many places, how many of them have a figure, and how many are in the sum.
groups-places = Jumlah { $many }
groups-known = Dengan data
groups-sum = Jumlah angka
groups-in-sum = Dalam jumlah
groups-lowest = Angka terendah
groups-median-column = Median
groups-greatest = Angka tertinggi

## Trend

title-trend = Perubahan dari waktu ke waktu
change-up = naik sebesar { $amount }
change-down = turun sebesar { $amount }
change-higher = lebih tinggi, tidak diketahui berapa
change-lower = lebih rendah, tidak diketahui berapa
change-same = tidak berubah
change-open = mungkin naik atau turun
change-since = { $change } sejak { $time }
points-percent = poin persentase
points-permille = poin per mil
points = poin
trend-some = Yang digambar { $some } dari { $villages }.
trend-ends = Yaitu { $highest } angka tertinggi dan { $lowest } angka terendah dari angka terakhir yang disebutkan.
trend-axis = Sumbu dimulai dari { $amount }, bukan dari nol.
title-spread = Posisi setiap tempat
spread-column = { $from } sampai di bawah { $below }
spread-columns = Tinggi kolom adalah jumlah { $many } di dalamnya.
spread-uncounted = Tidak masuk kolom mana pun karena angkanya bisa berada di beberapa kolom: { $villages }.
spread-median = Median { $villages }
title-scatter = Apa seiring dengan apa
scatter-title = { $x } dan { $y }
x-axis = Sumbu mendatar
y-axis = Sumbu tegak
keep-most = Paling banyak { $number } tempat dapat disimpan sekaligus.
scatter-missing = { $some } dari { $villages } tidak memiliki data { $title }.
scatter-neither = { $some } di antaranya tidak memiliki keduanya.
scatter-apart = Tidak ada waktu dengan angka untuk keduanya.
scatter-timeless = tanpa waktu
scatter-uncounted = Tidak digambar karena angkanya tidak pasti: { $villages }.
scatter-cells = Semakin besar kotak, semakin banyak { $many } di dalamnya:
scatter-hidden = Di balik titik dengan angka yang sama: { $villages }.
title-groups = Kelompok tempat
# $title: the name of an indicator; $by: by what places are grouped; $name: the name of that, where it is the data's.
groups-title =
    { $by ->
        [district] { $title }, menurut wilayah
        [district-named] { $title }, menurut { $name }
        [craft] { $title }, menurut kerajinan
       *[other] { $title }, menurut kelompok: { $name }
    }
groups-count = { $number } kelompok
# In the sum or in the median of a group: "12 of 15 villages".
groups-some = { $some } dari { $villages }
# From the lowest number stated to the highest: "under 2 to 9.8%".
groups-ends = { $least } hingga { $most }
groups-median = median { $median }
# $rank: "Rank 2 of 12".
groups-rank = Menurut median: { $rank }
# In the place of a sum.
groups-open = jumlahnya belum pasti dari data yang ada
groups-dots = Setiap titik adalah satu { $one }; garis membentang dari angka terendah hingga tertinggi.
# $villages: how many.
groups-highest = Yang tertinggi: { $villages }.
groups-stroke = Garis tegak adalah median.
groups-squares = Setiap kotak adalah satu { $one }.
groups-part = { $number } { $part }
groups-split = { $all }: { $parts }
groups-split-spoken = { $all }, di antaranya { $parts }
groups-more = … dan { $number } kelompok lagi
title-makeup = Terdiri dari apa
makeup-amounts = Angka
makeup-shares = Persentase
shown = Tampilkan sebagai
order = Urut menurut
makeup-rest = Tidak disebutkan
makeup-no-whole = jumlah tidak disebutkan
makeup-parts = Bagian: { $parts }
makeup-order = Urut menurut: { $part }
makeup-missing = Tidak ada data: { $parts }
makeup-missing-all = Tidak ada data untuk bagian mana pun
makeup-no-shares = Tidak ada persentase: jumlahnya bukan angka pasti
makeup-rounded = Semua bagian berjumlah { $sum } karena pembulatan; batang digambar sampai jumlah keseluruhan
makeup-rounded-spoken = Semua bagian berjumlah { $sum } karena pembulatan
makeup-above = Semua bagian berjumlah { $sum }, lebih dari keseluruhan
makeup-rounded-shares = Jika persentase berjumlah { $sum } karena pembulatan, batang digambar sampai 100%.
makeup-rounded-amounts =
    Jika jumlah bagian sedikit berbeda dari keseluruhan karena pembulatan, batang digambar sampai keseluruhan.
makeup-split = Jika ada bagian yang angkanya tidak pasti, setiap bagian memiliki batang sendiri.
key-hollow = titik kosong: angka perkiraan
key-whisker = garis melalui titik: selang kepercayaan
tools-find = Cari, lihat tabel, simpan

## Controls around the picture

indicator = Indikator
time = Waktu
time-earlier = Sebelumnya
time-later = Sesudahnya
group = Kelompokkan
only = Tampilkan hanya
all-groups = Semua
craft = Kerajinan
district = Wilayah
none = Tidak ada
sort = Urutkan berdasarkan
sort-value = Omzet
sort-figure = Angka
sort-name = Nama
unit = Tampilkan per
unit-month = Bulan
unit-year = Tahun
page = Halaman
page-previous = Halaman sebelumnya
page-next = Halaman berikutnya
figures = Angka: { $title }
keys = Tekan Tab untuk masuk: tombol panah menelusuri angka, huruf menuju nama, Enter memilih, Esc membatalkan pilihan.
tools = Cari, bandingkan, lihat tabel, simpan
tools-few = Lihat tabel, simpan

## Where the chart cannot be drawn

failed = Grafik interaktif tidak dapat ditampilkan.
failed-data = Datanya mengandung kesalahan
failed-network = Datanya tidak dapat dimuat.
failed-wasm = Komponen yang menggambar grafik tidak dapat dimuat.

## The tools

find = Cari { $one }
villages-all = { $villages }.
all = Semua
places-shown = Pada grafik
place-remove = Keluarkan { $name }
cells = Hitung per kotak
threshold = Bandingkan dengan
threshold-amount = Nilai pembanding
table = Tabel
table-of = Tabel: { $title }
table-shows = Isi tabel
table-chart = Seperti grafik
table-times = Semua waktu
table-indicators = Semua indikator
table-all = Tampilkan semua { $number } baris
sorted-up = Diurutkan menurut { $column }, urutan menaik.
sorted-down = Diurutkan menurut { $column }, urutan menurun.
save = Simpan
save-as = Simpan sebagai { $format }
save-csv-chart = CSV: grafik ini
save-csv-long = CSV: semua angka, satu angka per baris (panjang)
save-csv-wide = CSV: semua angka, satu tempat per baris (lebar)
copy = Salin data
copied = Data telah disalin.
tool-failed = Tindakan ini tidak berhasil.

## The page that stands in a frame

frame-title = Grafik
frame-no-script = Grafik ini memerlukan JavaScript, yang dinonaktifkan di peramban Anda.
frame-no-address = Grafik interaktif tidak dapat ditampilkan. Alamat datanya tidak ada atau tidak diizinkan.
frame-no-script-file = Grafik interaktif tidak dapat ditampilkan. Komponen yang menggambar grafik tidak dapat dimuat.
frame-sandbox =
    Berkas grafik ini tidak dapat dimuat. Bingkainya berada dalam sandbox:
    diperlukan allow-same-origin, atau server penyedia berkas itu harus mengirim Access-Control-Allow-Origin: *
