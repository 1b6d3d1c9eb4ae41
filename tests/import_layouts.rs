//! Layouts of tables: what stands in headings, which rows are places, which lines are none of the table.

#![cfg(feature = "import")]

mod imported;

use imported::{file, names, of, outcome, said};
use serde_json::{json, Value as Json};
use village_charts::import::mapping::Mapping;

/// The figure of a place, by its place in the list and the name of its indicator.
fn figure(data: &Json, place: usize, indicator: &str) -> Json {
    let all = data["indicators"].as_array().into_iter().flatten();
    let id = all.clone().find(|own| own["name"] == indicator).map(|own| own["id"].clone());
    let id = id.unwrap_or_else(|| panic!("no {indicator}: {data}"));
    data["villages"][place]["figures"][id.as_str().unwrap_or("")].clone()
}

fn unit(data: &Json, indicator: &str) -> Json {
    let mut all = data["indicators"].as_array().into_iter().flatten();
    all.find(|own| own["name"] == indicator).unwrap_or_else(|| panic!("no {indicator}: {data}"))["unit"]
        .clone()
}

#[test]
fn a_percent_sign_in_a_name_is_its_unit() {
    // and not the line's above
    let tsv = "Đơn vị tính: triệu đồng\nĐịa phương\tKế hoạch năm 2023\tThực hiện năm 2023\t% hoàn thành\n\
               Xã An\t1.500\t1.620\t108,0\nXã Ba\t2.000\t1.900\t95,0\n";
    let data = file(tsv);
    assert_eq!(unit(&data, "% hoàn thành"), "percent");
    assert_eq!(unit(&data, "Kế hoạch"), json!({ "currency": "VND", "scale": "million" }));
    assert_eq!(unit(&file("Xã;Tỷ lệ % hộ nghèo\nAn;4,5\nBa;5,5\n"), "Tỷ lệ % hộ nghèo"), "percent");
}

#[test]
fn a_line_of_the_unit_below_is_no_place() {
    let tsv = "Địa phương\tQuý I/2023\tQuý II/2023\nHuyện An\t350\t410\nHuyện Ba\t210\t220\n\
               Đơn vị tính: tỷ đồng. Nguồn: Phòng Tài chính\n";
    let data = file(tsv);
    assert_eq!(names(&data, "villages"), ["Huyện An", "Huyện Ba"]);
    assert_eq!(data["indicators"][0]["unit"], json!({ "currency": "VND", "scale": "billion" }));
    assert_eq!(data["sources"][0]["name"], "Phòng Tài chính");
}

#[test]
fn a_row_of_units_is_one_of_headings() {
    let tsv = "Địa phương\tDân số\tMật độ\tThu nhập bình quân\nĐVT\tngười\tngười/km²\ttriệu đồng/người/năm\n\
               Xã An\t4.500\t130,5\t58,5\nXã Ba\t12.300\t250\t65\n";
    let data = file(tsv);
    assert_eq!(names(&data, "villages"), ["Xã An", "Xã Ba"]);
    assert_eq!(unit(&data, "Dân số"), "người");
    assert_eq!(unit(&data, "Mật độ"), "người/km²");
    assert_eq!(unit(&data, "Thu nhập bình quân"), json!({ "currency": "VND", "scale": "million" }));
    let turned = "Chỉ tiêu\tĐVT\tXã An\tXã Ba\nDân số\tngười\t4.500\t12.300\nDiện tích\tkm²\t343,3\t39,5\n";
    let data = of(outcome(turned, Mapping { transpose: true, ..Mapping::default() }));
    assert_eq!(names(&data, "villages"), ["Xã An", "Xã Ba"]);
    assert_eq!(unit(&data, "Diện tích"), "km²");
    assert_eq!(figure(&data, 1, "Dân số"), 12300);
}

#[test]
fn rows_with_roman_numbers_before_their_names_are_groups() {
    let tsv =
        "TT\tTên đơn vị\tSản lượng (tấn)\n\tI. Huyện An\t25.300,5\n1\tXã Aa\t12.300\n2\tXã Ab\t13.000,5\n\
               \tII. Huyện Ba\t20.000\n1\tXã Ba\t9.000\n2\tXã Bb\t11.000\n";
    let data = file(tsv);
    assert_eq!(names(&data, "villages"), ["Xã Aa", "Xã Ab", "Xã Ba", "Xã Bb"]);
    assert_eq!(data["villages"][3]["district"], "II. Huyện Ba");
    // a column of such numbers, under a heading that may be one of units
    let tsv = "STT\tĐơn vị\tTỷ lệ hộ nghèo (%)\nI\tHuyện An\t6,0\n1\tXã Aa\t8,0\n2\tXã Ab\t6,0\nII\tHuyện Ba\t4,0\n\
               1\tXã Ba\t4,5\n2\tXã Bb\t3,6\n\tToàn tỉnh\t5,1\n";
    let data = file(tsv);
    assert_eq!(names(&data, "villages"), ["Xã Aa", "Xã Ab", "Xã Ba", "Xã Bb"]);
    assert_eq!(names(&data, "references"), ["Huyện An", "Huyện Ba", "Toàn tỉnh"]);
    // letters that do not begin with A are of names
    let data = file("Tên;Số hộ\nB. Giang;12\nC. Mai;15\nDa;17\nEa;20\n");
    assert_eq!(names(&data, "villages").len(), 4);
}

#[test]
fn headings_that_are_the_same_are_told_apart_by_those_before_them() {
    let csv = "Phường;Tổng số hộ;Hộ nghèo;Tỷ lệ (%);Hộ cận nghèo;Tỷ lệ (%)\nAn;2150;43;2,0;86;4,0\n\
               Ba;1800;18;1,0;54;3,0\n";
    let data = file(csv);
    assert_eq!(figure(&data, 0, "Hộ nghèo: Tỷ lệ"), 2);
    assert_eq!(figure(&data, 0, "Hộ cận nghèo: Tỷ lệ"), 4);
    // nothing tells these apart
    let outcome = outcome("Xã;Tỷ lệ (%);Tỷ lệ (%)\nAn;2,0;4,0\nBa;1,0;3,0\n", Mapping::default());
    assert_eq!(outcome.problems.len(), 2);
}

#[test]
fn days_of_one_month_in_headings_are_names() {
    for csv in [
        "Province,2024-03-30,2024-03-31\nHa Noi,15,18\nHai Phong,4,5\n",
        "Province;30/03/2024;31/03/2024\nHa Noi;15;18\nHai Phong;4;5\n",
    ] {
        let data = file(csv);
        assert_eq!(names(&data, "indicators").len(), 2);
        let figures = data["villages"][0]["figures"].as_object().expect("figures");
        assert_eq!(
            figures.values().collect::<Vec<_>>(),
            [&json!({ "2024-03": 15 }), &json!({ "2024-03": 18 })]
        );
    }
    // those of several months are times of one
    let data = file("Province,2024-01-31,2024-02-29\nHa Noi,15,18\nHai Phong,4,5\n");
    assert_eq!(figure(&data, 0, "Value"), json!({ "2024-01": 15, "2024-02": 18 }));
    let data = file("Town,1-Aug-15,1-May-20\nBasco,8669,9517\nItbayat,2867,3128\n");
    assert_eq!(figure(&data, 0, "Value"), json!({ "2015-08": 8669, "2020-05": 9517 }));
}

#[test]
fn years_of_eras_are_read_in_headings() {
    let data = file("區域別,111年底人口數,112年底人口數,增減率(%)\n中正區,40,45,0.5\n大安區,60,65,0.8\n");
    assert_eq!(figure(&data, 0, "人口數"), json!({ "2022": 40, "2023": 45 }));
    let data = file("市区町村,令和元年,令和2年3月\n千代田区,66680,67216\n港区,260486,257183\n");
    assert_eq!(figure(&data, 0, "Value"), json!({ "2019": 66680, "2020-03": 67216 }));
}

#[test]
fn rows_of_no_place_before_those_of_places_are_left_out_and_counted() {
    let csv =
        "Year,Area,Units,Value\n2019,,Percentage,12.1\n2020,,Percentage,12.5\n2019,North,Percentage,10.1\n\
               2020,North,Percentage,10.9\n2019,South,Percentage,14.2\n2020,South,Percentage,14.3\n";
    let outcome = outcome(csv, Mapping::default());
    assert!(said(&outcome).contains("left out: 2 rows that name no place"), "{}", said(&outcome));
    let data = of(outcome);
    assert_eq!(names(&data, "villages"), ["North", "South"]);
    assert!(!data.to_string().contains("12.1"));
    // one whose name is forgotten is asked
    let csv = "Year,Area,Value\n2019,North,10.1\n2020,North,10.9\n2019,,14.2\n2020,South,14.3\n";
    assert_eq!(imported::outcome(csv, Mapping::default()).problems.len(), 1);
}

#[test]
fn a_row_that_names_its_district_alone_is_of_all_of_it() {
    let csv = "Year,Country,Region,Value\n2019,,,50.1\n2019,England,,50.3\n2020,England,,51.4\n2019,England,London,52\n\
               2020,England,London,53.0\n2019,England,South,48.0\n2020,England,South,48.4\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["London", "South"]);
    assert_eq!(names(&data, "references"), ["England"]);
    let tsv = "Quận\tPhường\tTỷ lệ (%)\nBa Đình\t\t22,6\n\tPhúc Xá\t21,5\n\tTrúc Bạch\t7,8\n\
               Tây Hồ\t\t16,7\n\tBưởi\t23,4\n";
    let data = file(tsv);
    assert_eq!(names(&data, "villages"), ["Phúc Xá", "Trúc Bạch", "Bưởi"]);
    assert_eq!(data["villages"][2]["district"], "Tây Hồ");
    assert_eq!(names(&data, "references"), ["Ba Đình", "Tây Hồ"]);
}

#[test]
fn rows_with_whose_names_those_of_others_end_hold_them() {
    let csv = "NAME,B01003_001E\n\"Autauga County, Alabama\",58761\n\"Baldwin County, Alabama\",233420\n\
               \"Barbour County, Alabama\",24877\nAlabama,5028092\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages").len(), 3);
    assert_eq!(names(&data, "references"), ["Alabama"]);
    let csv = "NAME,Rate (%)\nAlabama,5.1\nAlaska,4.2\n\"Autauga County, Alabama\",5.5\n\"Baldwin County, Alabama\",5\n\
               \"Juneau, Alaska\",4.1\n\"Nome, Alaska\",4.4\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages").len(), 4);
    assert_eq!(data["villages"][3]["district"], "Alaska");
    assert_eq!(
        names(&file("State,Area\nPunjab,31.45\nHaryana,14.2\nBihar,51.5\nAll India,463.8\n"), "villages")
            .len(),
        3
    );
}

#[test]
fn marks_that_notes_explain_may_stand_behind_headings_and_places() {
    let tsv =
        "Địa phương\tDân số(1)\nHà Nội\t8.587,1\nHải Phòng(*)\t2.105,0\nĐà Nẵng\t1.245,2\n(1) Nghìn người\n\
               (*) Số liệu ước tính\n";
    let data = file(tsv);
    assert_eq!(unit(&data, "Dân số"), "Nghìn người");
    assert_eq!(names(&data, "villages")[1], "Hải Phòng");
    assert_eq!(figure(&data, 1, "Dân số"), json!({ "exact": 2105, "estimated": true }));
}

#[test]
fn those_who_sign_a_table_are_no_rows_of_it() {
    let tsv = "ỦY BAN NHÂN DÂN HUYỆN THANH OAI\nBÁO CÁO KẾT QUẢ SẢN XUẤT LÀNG NGHỀ\nTT\tTên làng nghề\tSố hộ\tGiá trị\n\
               1\tChuông\t1.200\t25.600,5\n2\tCự Đà\t150\t18.300,5\nNgười lập biểu\t\t\tPhó Trưởng phòng\n";
    let data = file(tsv);
    assert_eq!(names(&data, "villages"), ["Chuông", "Cự Đà"]);
    assert_eq!(data["title"], "BÁO CÁO KẾT QUẢ SẢN XUẤT LÀNG NGHỀ");
}

#[test]
fn wards_and_communes_are_of_one_level() {
    let data = file("Phường/Xã;Loại;Số thôn\nĐồng Nguyên;Phường;10\nTam Sơn;Xã;6\nHương Mạc;Xã;7\n");
    assert_eq!(names(&data, "villages").len(), 3);
}

#[test]
fn statline_names_dimensions_before_its_headings_and_times_by_codes() {
    let csv = "\"Bevolking; geslacht, regio\"\nPerioden;2023;2023\nGeslacht;Mannen;Vrouwen\nRegio's;aantal;aantal\n\
               Groningen;298000;297000\nFryslân;329000;330000\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Groningen", "Fryslân"]);
    assert_eq!(figure(&data, 1, "Vrouwen"), json!({ "2023": 330000 }));
    let csv = "ID;RegioS;Perioden;TotaleBevolking_1\n0;PV20  ;2021JJ00;586937\n1;PV20  ;2022KW02;590170\n\
               2;PV21  ;2021JJ00;651435\n3;PV21  ;2022KW02;654019\n";
    let data = file(csv);
    assert_eq!(figure(&data, 1, "TotaleBevolking_1"), json!({ "2021": 651435, "2022-Q2": 654019 }));
}

#[test]
fn the_old_json_of_pxweb_is_read() {
    let json = r#"{"columns":[{"code":"Region","text":"region","type":"d"},{"code":"Kon","text":"sex","type":"d"},
        {"code":"Tid","text":"year","type":"t"},{"code":"N1","text":"Population","type":"c"},
        {"code":"N2","text":"Population growth","type":"c"}],"comments":[],
        "data":[{"key":["01","1","2021"],"values":["48964","12"]},{"key":["01","2","2021"],"values":["49721","-3"]},
        {"key":["03","1","2021"],"values":["34090",".."]},{"key":["03","2","2021"],"values":["34563","0"]}],
        "metadata":[{"label":"Population by region and year","source":"Statistics Sweden"}]}"#;
    let data = file(json);
    assert_eq!(names(&data, "villages"), ["01", "03"]);
    assert_eq!(figure(&data, 1, "sex 2: Population"), json!({ "2021": 34563 }));
    assert_eq!(figure(&data, 0, "sex 2: Population growth"), json!({ "2021": -3 }));
    assert_eq!(data["sources"][0]["name"], "Statistics Sweden");
}

#[test]
fn rows_that_begin_with_a_letter_and_numbers_are_places() {
    let data = file("Xã;2020;2021\nA;1;2\nB;3;4\nC;5;6\n");
    assert_eq!(names(&data, "villages"), ["A", "B", "C"]);
}

#[test]
fn options_without_effect_are_said() {
    let csv = "Xã;2020;2021\nAn;1;2\nBa;3;4,5\n";
    let marks = [("*".to_owned(), "provisional".to_owned())].into();
    let said_of = |set: Mapping| said(&outcome(csv, set));
    assert!(said_of(Mapping { marks, ..Mapping::default() }).contains("no cell has the mark \"*\" [--mark]"));
    let time = said_of(Mapping { time: Some("2024".to_owned()), ..Mapping::default() });
    assert!(time.contains("no figure is of 2024: each has a time of its own [--time]"), "{time}");
    let sheet = said_of(Mapping { sheet: Some("2024".to_owned()), ..Mapping::default() });
    assert!(sheet.contains("the file is no workbook, and has no sheets [--sheet]"), "{sheet}");
    let plain = said_of(Mapping::default());
    assert!(
        !plain.contains("no cell") && !plain.contains("no figure") && !plain.contains("no workbook"),
        "{plain}"
    );
    // those that have one are not
    let csv = "Xã;Số hộ\nAn;1*\nBa;3\n";
    let marks = [("*".to_owned(), "provisional".to_owned())].into();
    let set = Mapping { marks, time: Some("2024".to_owned()), ..Mapping::default() };
    let lines = said(&outcome(csv, set));
    assert!(!lines.contains("no cell") && !lines.contains("no figure"), "{lines}");
}

#[test]
fn a_column_of_levels_tells_places_from_what_they_lie_in() {
    let csv = "State,District,Level,Name,TRU,Households\n28,000,STATE,ANDHRA PRADESH,Total,2102\n\
               28,000,STATE,ANDHRA PRADESH,Rural,1423\n28,532,DISTRICT,Adilabad,Total,648\n\
               28,532,DISTRICT,Adilabad,Rural,480\n29,000,STATE,KARNATAKA,Total,133\n29,000,STATE,KARNATAKA,Rural,786\n\
               29,555,DISTRICT,Belgaum,Total,962\n29,555,DISTRICT,Belgaum,Rural,712\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Adilabad", "Belgaum"]);
    assert_eq!(data["villages"][1]["district"], "KARNATAKA");
    // one state is the whole of its districts
    let csv = "Level,Name,Rate (%)\nSTATE,Nicobar,5.1\nDISTRICT,Aa,4.1\nDISTRICT,Ba,6.1\nDISTRICT,Ca,5.5\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Aa", "Ba", "Ca"]);
    assert_eq!(names(&data, "references"), ["Nicobar"]);
    // nothing says which district is in which state
    let csv = "Level,Name,Rate (%)\nSTATE,Aa,5.1\nSTATE,Ba,4.1\nDISTRICT,Ca,6.1\nDISTRICT,Da,5.5\n";
    let fault = village_charts::import::import(csv.into(), Mapping::default(), false).expect_err("asked");
    assert_eq!(fault.code, "fault-tiers");
}

#[test]
fn names_in_capitals_among_others_hold_them() {
    let csv =
        "Kabupaten/Kota;2022;2023\nCilacap;11,02;10,99\nBanyumas;12,84;12,53\nPurbalingga;15,30;14,99\n\
               Kota Semarang;4,25;4,23\nJAWA TENGAH;10,93;10,77\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages").len(), 4);
    assert_eq!(names(&data, "references"), ["JAWA TENGAH"]);
    let csv =
        "Municipality;Rate (%)\nBATANES;5,5\nBasco;4,5\nItbayat;6,1\nBULACAN;3,2\nAngat;3,0\nBaliwag;3,5\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Basco", "Itbayat", "Angat", "Baliwag"]);
    assert_eq!(data["villages"][3]["district"], "BULACAN");
    // an abbreviation is a place, and so is what has more than any other
    for last in ["TPHCM;4,5", "HO CHI MINH;99"] {
        let csv = format!("Tỉnh;Tỷ lệ (%)\nAn Giang;4,1\nBến Tre;5,5\nCà Mau;3,9\n{last}\n");
        assert_eq!(names(&file(&csv), "villages").len(), 4, "{last}");
    }
}

#[test]
fn a_finer_level_is_the_place_whatever_totals_the_coarser_one_has() {
    let tsv = "Huyện\tXã\tTỷ lệ (%)\nBa Vì\tTản Lĩnh\t4,5\nBa Vì\tVân Hòa\t3,2\nCộng huyện Ba Vì\t\t3,8\n\
               Quốc Oai\tPhú Mãn\t5,1\nQuốc Oai\tĐông Xuân\t6,0\nCộng huyện Quốc Oai\t\t5,5\nTổng cộng\t\t4,4\n";
    let data = file(tsv);
    assert_eq!(names(&data, "villages"), ["Tản Lĩnh", "Vân Hòa", "Phú Mãn", "Đông Xuân"]);
    assert_eq!(names(&data, "references"), ["Cộng huyện Ba Vì", "Cộng huyện Quốc Oai", "Tổng cộng"]);
    // what each row is of stands before where that lies
    let tsv = "Di tích\tHuyện\tSố khách\nĐền Và\tSơn Tây\t1.250,5\nChùa Thầy\tQuốc Oai\t320\n";
    let data = file(tsv);
    assert_eq!(names(&data, "villages"), ["Đền Và", "Chùa Thầy"]);
    assert_eq!(data["villages"][1]["district"], "Quốc Oai");
}

#[test]
fn the_language_of_headings_says_what_t1_is() {
    let csv = "Code;Département;T1_2022;T2_2022 (p)\n01;Ain;5,5;5,2\n02;Aisne;10,4;10,1\n";
    let data = file(csv);
    assert_eq!(figure(&data, 0, "Value")["2022-Q1"], 5.5);
    let csv = "Taux de chômage\n\"En moyenne annuelle, en %\"\nDépartement;2022;2023\nAin;5,5;5,2\nAisne;10,4;10,1\n";
    assert_eq!(unit(&file(csv), "Taux de chômage"), "percent");
}

#[test]
fn the_country_at_an_end_of_its_states_is_their_whole() {
    let data = file("Negeri;2021;2022\nJohor;4009,7;4028,3\nKedah;2131,4;2163,0\nMalaysia;32576,3;32698,1\n");
    assert_eq!(names(&data, "villages"), ["Johor", "Kedah"]);
    assert_eq!(names(&data, "references"), ["Malaysia"]);
}

#[test]
fn what_is_measured_may_stand_in_the_first_row_of_a_block() {
    let csv = "Chỉ tiêu,Huyện,2022,2023\nDân số (người),Ba Vì,305933,308120\n,Thạch Thất,223844,226010\n\
               Hộ nghèo (hộ),Ba Vì,1200,900\n,Thạch Thất,800,650\n";
    let data = file(csv);
    assert_eq!(figure(&data, 1, "Hộ nghèo"), json!({ "2022": 800, "2023": 650 }));
    assert_eq!(names(&data, "indicators"), ["Dân số", "Hộ nghèo"]);
    let csv = "Năm;Huyện;Dân số\n2022;Ba Vì;305\n;Thạch Thất;223\n2023;Ba Vì;308\n;Thạch Thất;226\n";
    assert_eq!(figure(&file(csv), 1, "Dân số"), json!({ "2022": 223, "2023": 226 }));
}

#[test]
fn pairs_above_a_table_say_its_time_and_are_no_headings() {
    let csv = "\"Claimant count\"\n\n\"date\",\"January 2024\"\n\"sex\",\"Total\"\n\n\
               \"local authority\",\"number\",\"rate\"\n\"Darlington\",\"2,300\",\"3.5\"\n\
               \"Durham\",\"9,870.5\",\"3.1\"\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Darlington", "Durham"]);
    assert_eq!(figure(&data, 0, "rate"), json!({ "2024-01": 3.5 }));
    // a column of numbers is none of numbers of rows for its heading
    assert_eq!(names(&data, "indicators").len(), 2);
}

#[test]
fn a_sign_before_a_number_above_zero_says_no_more() {
    let data = file("Commune,Growth\nAn,+3.5%\nBa,-1.2%\nCa,0%\n");
    assert_eq!(figure(&data, 0, "Growth"), 3.5);
    // a mark behind a heading is said in its name
    let data = file("Village,Income (USD)*\nAn,350.5\nBa,>400\n* monthly average\n");
    assert_eq!(names(&data, "indicators"), ["Income (monthly average)"]);
}

#[test]
fn texts_aligned_by_blanks_and_tables_of_markdown_are_cut() {
    let text = "Xã            Số hộ    Tỷ lệ (%)\nAn Bình       1.250,5  12,5\nBình Hòa      980      9,8\n";
    let data = file(text);
    assert_eq!(names(&data, "villages"), ["An Bình", "Bình Hòa"]);
    assert_eq!(figure(&data, 0, "Tỷ lệ"), 12.5);
    let data = file("| Xã | Tỷ lệ (%) |\n|---|---:|\n| An Bình | 12,5 |\n| Bình Hòa | 9,8 |\n");
    assert_eq!(names(&data, "villages"), ["An Bình", "Bình Hòa"]);
    assert_eq!(data["places"]["one"], "xã");
}

#[test]
fn numbers_with_a_stroke_are_marks_of_notes() {
    let data = file("Region,Population\nNorth 1/,120.5\nSouth 2/,98\nEast,75.2\n1/ Islands.\n2/ Estimate.\n");
    assert_eq!(names(&data, "villages"), ["North", "South", "East"]);
    assert_eq!(figure(&data, 1, "Population"), json!({ "exact": 98, "estimated": true }));
    assert_eq!(figure(&data, 0, "Population"), 120.5);
}

#[test]
fn levels_in_the_order_of_rows_and_codes_before_names() {
    let csv = "10-digit PSGC,Name,Geographic Level,2020 Population\n1400000000,Cordillera,Reg,\"1,797,660\"\n\
               1400100000,Abra,Prov,\"250,985\"\n1400101000,Bangued,Mun,\"50,382\"\n1400102000,Boliney,Mun,\"4,551\"\n\
               1401100000,Benguet,Prov,\"460,683\"\n1401101000,Atok,Mun,\"19,218\"\n\
               1401102000,Bakun,Mun,\"14,535.5\"\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Bangued", "Boliney", "Atok", "Bakun"]);
    assert_eq!(data["villages"][3]["district"], "Benguet");
    assert_eq!(data["villages"][3]["id"], "1401102000");
    assert_eq!(names(&data, "indicators"), ["Population"]);
}

#[test]
fn json_may_have_a_list_for_each_column() {
    let data = file(r#"{"place":["An Binh","Binh Hoa"],"households":[120,98],"rate":[4.5,null]}"#);
    assert_eq!(names(&data, "villages"), ["An Binh", "Binh Hoa"]);
    assert_eq!(figure(&data, 1, "households"), 98);
}

#[test]
fn codes_are_places_where_there_are_no_names() {
    let json = r#"{"value":[{"ID":0,"RegioS":"GM1680    ","Perioden":"2022JJ00","Inwoners_1":25445},
        {"ID":1,"RegioS":"GM0358    ","Perioden":"2022JJ00","Inwoners_1":32300},
        {"ID":2,"RegioS":"GM1680    ","Perioden":"2023JJ00","Inwoners_1":25730}]}"#;
    let outcome = outcome(json, Mapping::default());
    assert!(said(&outcome).contains("places have codes for names"), "{}", said(&outcome));
    assert_eq!(figure(&of(outcome), 0, "Inwoners_1"), json!({ "2022": 25445, "2023": 25730 }));
}

#[test]
fn digits_of_other_scripts_are_read() {
    let data = file("जिल्ला,जनसंख्या,साक्षरता (%)\nकाठमाडौं,२०१७५३२,८९.२\nललितपुर,५५१६६७,८६.५\n");
    assert_eq!(figure(&data, 1, "साक्षरता"), 86.5);
    let data = file("المحافظة;النسبة (%)\nالقاهرة;٥٫٥\nالجيزة;٤٫٢\n");
    assert_eq!(figure(&data, 0, "النسبة"), 5.5);
}

#[test]
fn what_compares_two_years_keeps_both_in_its_name() {
    let data = file(
        "Xã;Thực hiện 2022;Thực hiện 2023;So sánh 2023/2022 (%)\nAn;120,5;128,4;106,6\nBa;98;101,2;103,3\n",
    );
    assert_eq!(names(&data, "indicators"), ["Thực hiện", "So sánh 2023/2022"]);
    assert_eq!(figure(&data, 0, "So sánh 2023/2022"), json!({ "2023": 106.6 }));
}

#[test]
fn titles_are_no_numbers_of_forms() {
    let tsv = "Biểu số 03/LN\nDANH SÁCH LÀNG NGHỀ\nTên làng\tSố hộ\tDiện tích (ha)\nĐồng Kỵ\t3200\t12,5\n\
               Đa Hội\t1100\t9\n";
    assert_eq!(file(tsv)["title"], "DANH SÁCH LÀNG NGHỀ");
    let csv = "地域,時間軸（年度）,総人口【人】\n札幌市,2020年度,1973395\n函館市,2020年度,251084\n";
    assert_eq!(figure(&file(csv), 0, "総人口"), json!({ "2020": 1973395 }));
}

#[test]
fn an_indicator_of_references_alone_is_left_out() {
    let csv = "Area;Rate (%);Other (%)\nTotal;5,5;4,1\nAa;4,5;\nBa;6,5;\n";
    let outcome = outcome(csv, Mapping::default());
    assert!(said(&outcome).contains("left out: Other, which no place has a figure of"), "{}", said(&outcome));
    assert_eq!(names(&of(outcome), "indicators"), ["Rate"]);
}

#[test]
fn spans_of_years_may_stand_in_the_second_row_of_headings() {
    let csv =
        "Region,Population,,Growth Rate\n,1-Aug-15,1-May-20,2015-2020\nAa,\"100,981.5\",\"109,035\",1.63\n\
               Ba,\"12,877\",\"13,484\",0.97\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Aa", "Ba"]);
    assert_eq!(figure(&data, 0, "Population"), json!({ "2015-08": 100981.5, "2020-05": 109035 }));
    let csv = "Province,Index 2021 (2015=100),Index 2022 (2015=100)\nAa,104.5,110.1\nBa,99.8,101.2\n";
    assert_eq!(names(&file(csv), "indicators"), ["Index (2015=100)"]);
}

#[test]
fn rows_of_no_place_behind_those_of_places_are_left_out() {
    let csv = "Year,Region,Value\n2019,North,10.1\n2020,North,10.9\n2019,South,9\n2020,South,9.5\n2019,,14\n\
               2020,,14.3\n";
    let outcome = outcome(csv, Mapping::default());
    assert!(said(&outcome).contains("left out: 2 rows that name no place"), "{}", said(&outcome));
}
