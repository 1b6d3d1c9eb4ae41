### Simplified Chinese (简体中文). The list of all messages, with what they are for, is in en.ftl.
###
### No blank stands between a number and its unit, nor between sentences.

## Figures

figure-exact = <b>{ $number }</b>{ $unit }
figure-about = <b>约{ $number }</b>{ $unit }
figure-nearly = <b>近{ $number }</b>{ $unit }
figure-more-than = <b>超过{ $number }</b>{ $unit }
figure-at-least = <b>至少{ $number }</b>{ $unit }
# "不足" and not "不到", and "最多" and not "不超过": a hurried eye must not take them for "到" and "超过".
figure-less-than = <b>不足{ $number }</b>{ $unit }
figure-at-most = <b>最多{ $number }</b>{ $unit }
figure-estimated = <b>估计</b>{ $figure }
range = { $low }～{ $high }
range-spoken = { $low }到{ $high }
range-in-text-spoken = { $low }到{ $high }
number-interval = { $number }（{ $low }–{ $high }）
number-interval-spoken = { $number }，介于{ $low }与{ $high }之间
below-zero-spoken = 负{ $number }
number-rounded = 约{ $number }
number-percent = { $number }{ $unit }
no-figure = 无数据
part-of-whole = { $whole }中有{ $part }

## Units of money

scale-power =
    { $power ->
        [5] 4
        [6] 4
        [7] 4
        [9] 8
       *[other] { $power }
    }
scale =
    { $power ->
        [3] 千
        [4] 万
        [8] 亿
        [12] 万亿
       *[other] 10^{ $power }
    }
currency =
    { $code ->
        [VND] 越南盾
       *[other] { other-currency }
    }
other-currency =
    { $code ->
        [IDR] 印尼盾
        [THB] 泰铢
        [PHP] 菲律宾比索
        [TWD] 新台币
        [CNY] 元
        [JPY] 日元
        [KRW] 韩元
        [INR] 印度卢比
        [NPR] 尼泊尔卢比
        [BDT] 孟加拉塔卡
        [PKR] 巴基斯坦卢比
        [LKR] 斯里兰卡卢比
        [MMK] 缅元
        [KHR] 柬埔寨瑞尔
        [LAK] 老挝基普
        [MYR] 马来西亚林吉特
        [SGD] 新加坡元
        [USD] 美元
        [EUR] 欧元
        [GBP] 英镑
        [CHF] 瑞士法郎
        [AUD] 澳元
        [CAD] 加元
        [BRL] 巴西雷亚尔
        [MXN] 墨西哥比索
        [ZAR] 南非兰特
        [KES] 肯尼亚先令
        [NGN] 奈拉
        [TRY] 土耳其里拉
       *[other] { $code }
    }
one-currency = { other-currency }
currency-spoken = { currency }
money = { scale }{ $currency }
unit-percent = %
unit-percent-spoken = %
unit-permille = ‰
unit-permille-spoken = ‰
per-month = { $unit }/月
per-month-spoken = { $unit }每月
per-year = { $unit }/年
per-year-spoken = { $unit }每年
per-day = { $unit }/日
per-day-spoken = { $unit }每日
per-week = { $unit }/周
per-week-spoken = { $unit }每周
per-quarter = { $unit }/季度
per-quarter-spoken = { $unit }每季度

## Dates

month-name = { $month }月
date-year = { $year }年
date-year-spoken = { $year }年
date-month = { $year }年{ month-name }
date-month-spoken = { $year }年{ month-name }
date-day = { $year }年{ month-name }{ $day }日
date-day-spoken = { $year }年{ month-name }{ $day }日
time-quarter = { $year }年第{ $quarter }季度
time-quarter-spoken = { $year }年第{ $quarter }季度
time-years = { $year }–{ $next }年
time-years-spoken = { $year }至{ $next }年

## Texts side by side

list = { $list }、{ $item }
list-long = { $list }；{ $item }
sentence = { $text }。
sentences = { $text }{ $next }
quote = “{ $text }”
in-brackets = { $text }（{ $note }）

## Where figures come from

source = 资料来源：{ $source }
source-marked = { $mark } 资料来源：{ $source }
source-other-spoken = 其他资料来源：{ $source }
as-of = 数据截至{ $date }
some-as-of = 部分数据截至{ $dates }

## Titles of charts whose data gives none

# "营业额" for revenue: "收入" would be income, too.
title-revenue = 手工艺村营业额
title-income = 手工艺村收入水平
# "工业集群", as Vietnam's news agency has it: a place with an area, which "产业集群" need not be.
title-clusters = 工业集群
title-villages = 手工艺村数量
title-petitions = 诉求
title-ranking = 排名
title-at-time = { $title }（{ $time }）
title-of-group = { $title }：{ $group }
total-revenue = 总营业额

## The list of villages

village-one = 村
village-many = 村
villages = { $number }个{ $many }
list-opening = { $villages }。
list-opening-missing = { $villages }，其中{ $missing }个无数据。
list-ends = 所列最高数字：{ $most }；最低：{ $least }。
missing-figures = { $villages }中有{ $some }个无数据。
more-villages = ……另有{ $number }个{ $many }
more-figures-spoken = 另有{ $number }项
sum-of-all = 以下{ $villages }合计：{ $sum }
sum-of-some = 以下{ $villages }中的{ $some }个合计：{ $sum }
group-sum-of-all = { $villages }合计：{ $sum }
group-sum-of-some = { $villages }中的{ $some }个合计：{ $sum }
no-group = 未分组
district-of-village = 区县：{ $district }
dimension-of-village = { $name }：{ $value }
dimension-unsaid = 未说明
rank-among = { $number }个{ $many }
rank-among-named = 所提及的{ $number }个{ $many }
rank = 在{ $among }中排名第{ $best }
rank-range = 在{ $among }中位于第{ $best }名至第{ $worst }名之间
rank-shared = 在{ $among }中并列第{ $best }至第{ $worst }名
rank-open = 在{ $among }中排名无法确定
page-of-pages = 第{ $page }页，共{ $pages }页

## What readers ask of the list

found-none = 没有符合条件的{ $one }。
found-some = { $villages }中有{ $some }个符合。
over-threshold = 超过{ $amount }：{ $villages }。
not-over-threshold = 未超过此数：{ $villages }。
open-at-threshold = 凭现有数字无法判定：{ $villages }。
missing-at-threshold = 无数据：{ $villages }。

## Wholes and their parts

both-and-either = 同属两组：{ $both }。至少属于一组：{ $either }。
overlap = 各组有重叠，因此不相加。
may-overlap = 各组可能有重叠，因此不相加。

## Income

and-others = { $places }等地
and-others-spoken = { $places }等地
stated-times-12 = 原始数字：{ $figure }，乘以12
stated-divided-by-12 = 原始数字：{ $figure }，除以12

## The key to the marks

key = 图例说明：
key-more-than = 超过：高于所示数字，高出多少不详
key-at-least = 至少：等于或高于所示数字
key-at-least-spoken = 至少：等于或高于所示数字
key-nearly = 近：略低于所示数字
key-about = 约：与所示数字相近
key-less-than = 不足：低于所示数字
key-at-most = 最多：不高于所示数字
key-range = 浅色部分：介于两数之间
key-estimated = 斜线部分：估计值
key-interval = 条形末端的横线：置信区间
key-interval-spoken = 介于两数之间：置信区间
key-letter = { $letter }：{ $meaning }
flag-provisional = 初步数据
flag-provisional-letter = p
flag-few-cases = 样本量少
flag-few-cases-letter = u
flag-revised = 修订数据
flag-revised-letter = r
flag-break = 与此前数据不可比
flag-break-letter = b

## The table

column-chart = 图表
column-name = 名称
column-about = 详情
column-figure = 数据
column-qualifier = 限定词
column-number = 数值
column-to = 至
column-unit = 单位
column-estimated = 是否估计
column-notes = 备注
column-source = 资料来源
column-as-of = 数据截至
column-interval-from = 区间下限
column-interval-to = 区间上限
column-flags = 标记
column-id = 代码
column-kind = 类别
column-indicator = 指标
qualifier-exact = 原文数字
qualifier-about = 约
qualifier-nearly = 近
qualifier-more-than = 超过
qualifier-at-least = 至少
qualifier-less-than = 不足
qualifier-at-most = 最多
qualifier-range = 区间
qualifier-estimate = 带区间的估计值
qualifier-missing = 无数字
yes = 是
kind-place = { $one }
kind-reference = 供比较
# Of groups: how many places, how many of them have a figure, and how many are in the sum.
groups-places = { $many }数量
groups-known = 有数据
groups-sum = 数字之和
groups-in-sum = 计入总和
groups-lowest = 最低的数字
groups-median-column = 中位数
groups-greatest = 最高的数字

## Trend

title-trend = 历年变化
change-up = 上升了{ $amount }
change-down = 下降了{ $amount }
change-higher = 有所上升，幅度不详
change-lower = 有所下降，幅度不详
change-same = 没有变化
change-open = 可能上升，也可能下降
change-since = 与{ $time }相比{ $change }
points-percent = 个百分点
points-permille = 个千分点
points = 点
trend-some = 图中画出{ $villages }中的{ $some }个。
trend-ends = 即最近所列数字最高的{ $highest }个和最低的{ $lowest }个。
trend-axis = 坐标轴从{ $amount }开始，不从零开始。
title-spread = 各地所处位置
spread-column = { $from }至不足{ $below }
spread-columns = 柱的高度是其中{ $many }的数量。
spread-uncounted = 数字可能落在几根柱中，因此不计入任何一根：{ $villages }。
spread-median = { $villages }的中位数
title-scatter = 什么与什么相伴
scatter-title = { $x }与{ $y }
x-axis = 横轴
y-axis = 纵轴
keep-most = 一次最多可保留{ $number }个地方。
scatter-missing = { $villages }中有{ $some }个没有“{ $title }”的数据。
scatter-neither = 其中{ $some }个两项都没有。
scatter-apart = 没有任何时间同时有两项的数据。
scatter-timeless = 未注明时间
scatter-uncounted = 数字并不确切，因此没有画出：{ $villages }。
scatter-cells = 方块越大，其中的{ $many }越多：
scatter-hidden = 在数字相同的圆点之后：{ $villages }。
title-groups = 各组对比
# $title: the name of an indicator; $by: by what places are grouped; $name: the name of that, where it is the data's.
groups-title =
    { $by ->
        [district] { $title }（按区县）
        [district-named] { $title }（按{ $name }）
        [craft] { $title }（按行业）
       *[other] { $title }（按组：{ $name }）
    }
groups-count = { $number }个组
# In the sum or in the median of a group: "12 of 15 villages".
groups-some = { $villages }中的{ $some }个
# From the lowest number stated to the highest: "under 2 to 9.8%".
groups-ends = { $least }至{ $most }
groups-median = 中位数{ $median }
# $rank: "Rank 2 of 12".
groups-rank = 按中位数：{ $rank }
# In the place of a sum.
groups-open = 现有数字不足以求和
groups-dots = 每个圆点是一个{ $one }；横线从最低的数字到最高的数字。
# $villages: how many.
groups-highest = 最高的是{ $villages }。
groups-stroke = 竖线是中位数。
groups-squares = 每个方块是一个{ $one }。
groups-part = { $part } { $number } 个
groups-split = { $all }：{ $parts }
groups-split-spoken = { $all }，其中{ $parts }
groups-more = ……还有{ $number }个组
title-makeup = 由什么构成
makeup-amounts = 数值
makeup-shares = 占比
shown = 显示为
order = 排序依据
makeup-rest = 未说明
makeup-no-whole = 未说明总数
makeup-parts = 组成部分：{ $parts }
makeup-order = 排序依据：{ $part }
makeup-missing = 没有数据：{ $parts }
makeup-missing-all = 各部分均没有数据
makeup-no-shares = 无法计算占比：总数不是确切数字
makeup-rounded = 因四舍五入，各部分合计为{ $sum }；条形按总数画出
makeup-rounded-spoken = 因四舍五入，各部分合计为{ $sum }
makeup-above = 各部分合计为{ $sum }，超过总数
makeup-rounded-shares = 占比因四舍五入合计为{ $sum }的，条形画到100%。
makeup-rounded-amounts = 各部分合计因四舍五入与总数略有出入的，条形按总数画出。
makeup-split = 有的部分不是确切数字时，各部分分别画一条。
key-hollow = 空心点：估计值
key-whisker = 穿过圆点的线：置信区间
tools-find = 查找、查看数据表、保存

## Controls around the picture

indicator = 指标
time = 时间
time-earlier = 更早
time-later = 更晚
group = 分组
only = 仅显示
all-groups = 全部
craft = 手工艺
district = 区县
none = 无
sort = 排序方式
sort-value = 营业额
sort-figure = 数值
sort-name = 名称
unit = 显示方式
unit-month = 按月
unit-year = 按年
page = 页码
page-previous = 上一页
page-next = 下一页
figures = 数据：{ $title }
keys = 按Tab键进入：方向键逐项查看数据，键入字母跳到相应名称，Enter键选择，Esc键取消选择。
tools = 查找、比较、查看数据表、保存
tools-few = 查看数据表、保存

## Where the chart cannot be drawn

failed = 无法显示交互式图表。
failed-data = 数据有误
failed-network = 无法加载数据。
failed-wasm = 无法加载绘图模块。

## The tools

find = 查找{ $one }
villages-all = { $villages }。
all = 全部
places-shown = 图中所示
place-remove = 移除{ $name }
cells = 逐格计数
threshold = 比较基准
threshold-amount = 比较基准数值
table = 数据表
table-of = 数据表：{ $title }
table-shows = 表格内容
table-chart = 与图表一致
table-times = 全部时间
table-indicators = 全部指标
table-all = 显示全部{ $number }行
sorted-up = 已按“{ $column }”升序排列。
sorted-down = 已按“{ $column }”降序排列。
save = 保存
save-as = 保存为{ $format }
save-csv-chart = CSV：此图表
save-csv-long = CSV：全部数据，每行一个数值（长表）
save-csv-wide = CSV：全部数据，每行一个地方（宽表）
copy = 复制数据
copied = 数据已复制。
tool-failed = 操作未能完成。

## The page that stands in a frame

frame-title = 图表
frame-no-script = 此图表需要JavaScript，而您的浏览器已将其禁用。
frame-no-address = 无法显示交互式图表。数据地址缺失或不被允许。
frame-no-script-file = 无法显示交互式图表。无法加载绘图模块。
frame-sandbox = 无法加载此图表的文件。图表所在框架处于沙盒（sandbox）中：须设置allow-same-origin，或由文件服务器发送Access-Control-Allow-Origin: *
