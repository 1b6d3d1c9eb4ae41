//! Tables that no one here made: what is not sure is asked by its cell, or said; nothing is lost in silence.

#![cfg(feature = "import")]

mod imported;

use imported::{file, names, of, outcome, said};
use serde_json::{json, Value as Json};
use village_charts::import::grid::{Grid, Kind};
use village_charts::import::mapping::Mapping;
use village_charts::import::number::Decimal;
use village_charts::import::{import, import_table, Source};

/// The cells that are asked about.
fn asked(text: &str) -> Vec<String> {
    outcome(text, Mapping::default()).problems.iter().map(|problem| problem.at.to_string()).collect()
}

fn none() -> Vec<String> {
    vec![String::new()]
}

#[test]
fn names_that_a_region_has_elsewhere_are_places() {
    let csv =
        "Region,Population 2021\nNorth East,2647100\nNorth West,7417300\nYorkshire,5480800\nLondon,8799800\n\
               South East,9278100\nSouth West,5701200\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages").len(), 6);
    assert_eq!(data["villages"][3]["district"], Json::Null);
    // all regions alone, without their provinces
    let csv = "Region,Population 2021\nRed River Delta,230\nCentral Highlands,60\nMekong River Delta,170\n";
    assert_eq!(names(&file(csv), "villages").len(), 3);
}

#[test]
fn a_country_among_countries_is_a_place() {
    let csv = "Country,Population 2020\nIndonesia,273.5\nViet Nam,97.3\nThailand,69.8\n";
    assert_eq!(names(&file(csv), "villages").len(), 3);
    let csv = "Provinsi,Population 2020\nAceh,5274\nBali,4317\nIndonesia,9591\n";
    assert_eq!(names(&file(csv), "villages").len(), 2);
}

#[test]
fn an_empty_option_takes_guesses_back() {
    let csv = "Xã,Dân số\nHUYỆN MẪU,2400\nMẫu An,1500\nMẫu Ba,900\nTổng số,2400\n";
    let data = of(outcome(csv, Mapping { references: none(), ..Mapping::default() }));
    assert!(names(&data, "villages").contains(&"Tổng số".to_owned()), "{data}");
    let csv = "Province;2020\nRed River Delta;35\nAn;25\nBa;45\nCentral Highlands;95\nDa;98\n\
               Mekong River Delta;9\nEa;9\n";
    assert_eq!(names(&file(csv), "villages").len(), 4);
    let data = of(outcome(csv, Mapping { sections: none(), ..Mapping::default() }));
    assert_eq!(names(&data, "villages").len(), 7);
}

#[test]
fn options_that_find_nothing_are_said() {
    let csv = "Province,Population 2020\nAn,5274\nBa,4317\n";
    let set = Mapping {
        sections: vec!["Nowhere".to_owned()],
        references: vec!["Nothing".to_owned()],
        times: [("Never".to_owned(), "2021".to_owned())].into(),
        ..Mapping::default()
    };
    let lines = said(&outcome(csv, set));
    for name in ["Nowhere", "Nothing", "Never"] {
        assert!(lines.contains(name), "{lines}");
    }
}

#[test]
fn a_number_that_may_stand_for_none_is_asked() {
    let csv = "Commune,Population 2020,Median income (EUR) 2020\nA,318,24230\nB,102,-9999\nC,-9999,20970\n\
               D,711,-666666666\n";
    assert_eq!(asked(csv), ["C3", "B4", "C5"]);
    assert_eq!(asked("Commune,Households\nA,318\nB,102\nC,99999999\n"), ["B4"]);
    assert_eq!(asked("Commune,Score\nA,3\nB,-1\nC,4\nD,-1\n"), ["B3"]);
    // a change may be below zero
    assert_eq!(asked("Commune,Change of population\nA,3\nB,-1\nC,4\nD,-1\n"), Vec::<String>::new());
    // who says what it is is not asked
    let set =
        Mapping { marks: [("-9999".to_owned(), "not available".to_owned())].into(), ..Mapping::default() };
    let data = of(outcome("Commune,Population\nA,318\nB,-9999\nC,12\n", set));
    assert_eq!(data["villages"][1]["figures"]["population"], json!({ "missing": "not available" }));
    let legend = "Commune,Population\nA,318\nB,-9999\nC,12\n\n-9999 = not available\n";
    assert_eq!(file(legend)["villages"][1]["figures"]["population"], json!({ "missing": "not available" }));
}

#[test]
fn a_multiplier_is_part_of_the_unit() {
    let csv = "geo,TIME_PERIOD,OBS_VALUE,Unit of measure,UNIT_MULT\nA,2020,83.5,USD,6\nA,2021,90.1,USD,6\n\
               B,2020,86.5,USD,6\nB,2021,92.8,USD,6\n";
    assert_eq!(file(csv)["indicators"][0]["unit"], json!({ "currency": "USD", "scale": "million" }));
    let csv =
        "REF_DATE,GEO,UOM,SCALAR_FACTOR,VALUE\n2021,A,Number,thousands,53.1\n2021,B,Number,thousands,52\n\
               2021,C,Number,thousands,520.4\n";
    let unit = file(csv)["indicators"][0]["unit"].to_string();
    assert!(unit.contains("thousand"), "{unit}");
    let csv = "GEO,UOM,SCALAR_FACTOR,VALUE\nA,Number,gross,53.1\nB,Number,gross,52\nC,Number,gross,520.4\n";
    assert_eq!(asked(csv), ["C2", "C3", "C4"]);
}

#[test]
fn numbers_among_signs_are_figures() {
    let csv = "Code,Commune,Ménages 2020,Taux de pauvreté (%) 2020\n01001,Aa,318,w\n01002,Ba,102,w\n01004,Ca,6448,17\n\
               01005,Da,711,qq\n02004,Ea,31580,18\n";
    assert_eq!(asked(csv), ["D2", "D3", "D5"]);
    // whatever the heading says
    let csv = "Commune,Households,Size\nAa,318,qq\nBa,102,qq\nCa,6448,qq\nDa,711,17\nEa,3158,qq\n";
    assert_eq!(asked(csv).len(), 4);
}

#[test]
fn codes_are_no_figures() {
    let csv = "nom,code,densite\nAisne,02,72.3\nCorse-du-Sud,2A,38.4\nHaute-Corse,2B,37.4\nParis,75,20382\n";
    let data = file(csv);
    assert_eq!(data["villages"][1]["id"], "2A");
    assert_eq!(data["indicators"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_letter_behind_a_number_is_not_lost() {
    assert_eq!(asked("District,Cases\nA,12\nB,678 (a)\nC,13 a\nD,45\n"), ["B3", "B4"]);
}

#[test]
fn a_second_table_is_not_a_part_of_the_first() {
    let csv =
        "Urban areas,,,Rural areas,\nDistrict,Poor 2020,,District,Poor 2020\nA,5,,X,9\nB,6,,Y,8\nC,7,,Z,3\n";
    assert!(import(csv.into(), Mapping::default(), false).is_err());
    let csv = "Table 1,,\nKabupaten,2022,2023\nBogor,7.73,7.27\nCianjur,10.55,10.22\nTable 1 (continued),,\n\
               Kabupaten,2022,2023\nGarut,10.42,9.77\nCiamis,7.72,7.42\n";
    assert_eq!(names(&file(csv), "villages"), ["Bogor", "Cianjur", "Garut", "Ciamis"]);
    let csv =
        "Kabupaten,2022,2023\nBogor,7.73,7.27\nCianjur,10.55,10.22\nKabupaten,2020,2021\nGarut,10.42,9.77\n";
    assert!(import(csv.into(), Mapping::default(), false).is_err());
}

#[test]
fn quarters_have_words_in_many_languages() {
    let times = |heading: &str| {
        let data = file(&format!("Région,Taux {heading}\nAin,5.5\nAube,6.5\n"));
        let figures = data["villages"][0]["figures"].as_object().into_iter().flatten();
        figures
            .flat_map(|(_, of)| of.as_object().cloned())
            .flat_map(|of| of.into_iter().map(|f| f.0))
            .collect()
    };
    for heading in
        ["2e trimestre 2022", "2º trimestre 2022", "trimestre 2 2022", "Q2 2022", "2. Quartal 2022"]
    {
        let times: Vec<String> = times(heading);
        assert_eq!(times, ["2022-Q2"], "{heading}");
    }
    let times: Vec<String> = times("mars 2022");
    assert_eq!(times, ["2022-03"]);
    // a quarter in French, a month in Vietnamese
    let csv = "Nom,T1 2023,T2 2023\nBretagne,6,5\nNormandie,6,6\n";
    let outcome = |locale: &str| {
        import(csv.into(), Mapping { locale: Some(locale.to_owned()), ..Mapping::default() }, false)
    };
    assert!(import(csv.into(), Mapping::default(), false).is_err());
    assert!(outcome("fr").expect("a table").text.contains("2023-Q2"));
    assert!(outcome("vi").expect("a table").text.contains("2023-02"));
    assert!(file("Nom,T1 2023,T5 2023\nBretagne,6,5\nNormandie,6,6\n").to_string().contains("2023-05"));
}

#[test]
fn flags_are_those_of_their_figures() {
    let figure = |data: &Json, place: usize, time: &str| {
        let figures = data["villages"][place]["figures"].as_object().expect("figures");
        figures.values().next().map(|of| of[time].clone()).unwrap_or_default()
    };
    let csv =
        "Territorio,TIME,Value,Flag Codes,Flags\nAgliè,2022,2563,,\nAgliè,2023,2541,p,dato provvisorio\n\
               Airasca,2022,3623,,\nAirasca,2023,3598,p,dato provvisorio\n";
    let data = file(csv);
    assert_eq!(figure(&data, 1, "2023")["provisional"], true);
    let csv = "Province;Poverty (%) 2015;Poverty (%) 2018;Poverty (%) 2021p\nAbra;29;19;22\nApayao;43;20;7\n";
    let data = file(csv);
    assert_eq!(figure(&data, 0, "2021"), json!({ "exact": 22, "provisional": true }));
    let csv = "Province;Year;Poverty\nAbra;2020;22\nAbra;2021p;23\nBa;2020;22\nBa;2021p;24\n";
    assert_eq!(figure(&file(csv), 0, "2021"), json!({ "exact": 23, "provisional": true }));
    // a column of flags behind each column of figures
    let csv = "geo,2020,Flag,2021,Flag\nAa,5.3,,5.4,p\nBa,6.1,b,6.2,\nCa,5.1,,,c\n";
    let data = file(csv);
    assert_eq!(figure(&data, 0, "2020"), 5.3);
    assert_eq!(figure(&data, 0, "2021"), json!({ "exact": 5.4, "provisional": true }));
    assert_eq!(figure(&data, 2, "2021")["missing"], "not shown: suppressed or confidential");
    // the reason of an empty value is not lost, whatever stands in other columns
    let csv =
        "TIME_PERIOD,geo,OBS_VALUE,OBS_FLAG,DECIMALS\n2021,ITC1,5.3,,3\n2021,ITC2,6.1,p,3\n2021,ITC3,,c,2\n";
    let data = file(csv);
    assert!(data.to_string().contains("suppressed"), "{data}");
}

#[test]
fn what_the_figures_add_up_to_is_no_place() {
    let csv = "Bundesland;Population 2020\nBayern;12996701\nBremen;681202\nBerlin;3669491\nSumme;17347394\n";
    assert_eq!(names(&file(csv), "villages"), ["Bayern", "Bremen", "Berlin"]);
    // without a word
    let csv =
        "District;Population 2020\nNorthland;17347394\nBayern;12996701\nBremen;681202\nBerlin;3669491\n";
    assert_eq!(names(&file(csv), "villages"), ["Bayern", "Bremen", "Berlin"]);
    let csv = "Huyện,Dân số 2021\nTỔNG SỐ - TOTAL,605\nYên Phong,200\nQuế Võ,203\nTừ Sơn,201\n";
    assert_eq!(names(&file(csv), "villages").len(), 3);
    let csv = "Name,Population 2020\nAlpha,1031\nBeta,2044\nSubtotal North,3075\nGamma,4011\nDelta,5022\n\
               Subtotal South,9033\nTotal,12108\n";
    assert_eq!(names(&file(csv), "villages"), ["Alpha", "Beta", "Gamma", "Delta"]);
    let csv = "Name,Population 2020\nAll,12108\nNorth,3075\nAlpha,1031\nBeta,2044\nSouth,9033\nGamma,4011\n\
               Delta,5022\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Alpha", "Beta", "Gamma", "Delta"]);
    assert_eq!(data["villages"][3]["district"], "South");
}

#[test]
fn levels_are_read_from_signs_before_names() {
    let csv =
        "Geolocation;Poverty (%) 2015\nPHILIPPINES;23\n..CAR;23\n....Abra;29\n....Apayao;43\n..Region I;25\n\
               ....Ilocos Norte;13\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Abra", "Apayao", "Ilocos Norte"]);
    assert_eq!(data["villages"][2]["district"], "Region I");
    assert_eq!(names(&data, "references"), ["PHILIPPINES", "CAR", "Region I"]);
}

#[test]
fn two_levels_of_one_name_are_asked() {
    let csv =
        "Category,Name,Residence,Population\nDISTRICT,Kupwara,Total,870354\nDISTRICT,Kupwara,Rural,765625\n\
               SUB-DISTRICT,Kupwara,Total,540914\nSUB-DISTRICT,Kupwara,Rural,465323\n\
               DISTRICT,Badgam,Total,753745\nDISTRICT,Badgam,Rural,655833\n\
               DISTRICT,Leh,Total,133487\nDISTRICT,Leh,Rural,87816\n";
    assert!(import(csv.into(), Mapping::default(), false).is_err());
    let only = [("Category".to_owned(), vec!["DISTRICT".to_owned()])].into();
    let data = of(outcome(csv, Mapping { only, ..Mapping::default() }));
    assert_eq!(names(&data, "villages"), ["Kupwara", "Badgam", "Leh"]);
}

#[test]
fn what_is_measured_is_said_beside_what_divides_it() {
    let csv =
        "Municipality,Sex,Year,Population\nAbra,Total,2020,100\nAbra,Male,2020,52\nAbra,Female,2020,48\n\
               Bucay,Total,2020,60\nBucay,Male,2020,31\nBucay,Female,2020,29\n";
    let data = file(csv);
    assert_eq!(data["indicators"][1]["kind"], "count");
    assert_eq!(data["indicators"][1]["note"], "Population");
    let csv = "region,kön,Folkmängd 2021,Folkmängd 2022\nVäsby,män,24208,24512\nVäsby,kvinnor,23985,24211\n\
               Vallentuna,män,17215,17296\nVallentuna,kvinnor,16980,16991\n";
    assert!(file(csv)["indicators"].to_string().contains("Folkmängd"));
    let set = Mapping { indicator: Some("Inhabitants".to_owned()), ..Mapping::default() };
    assert!(outcome(csv, set).text.contains("Inhabitants"));
}

#[test]
fn a_column_of_times_needs_no_word() {
    let csv = "id,地域,時間軸(調査年),unit,value\n1,北海道,1920年,人,2359183\n2,北海道,1925年,人,2498679\n\
               3,青森県,1920年,人,756454\n4,青森県,1925年,人,812977\n";
    assert_eq!(file(csv)["indicators"].as_array().map(Vec::len), Some(1));
    let csv = "stichtag,bevoelkerung,maennlich\n1971-03-31,11710,5716\n1971-06-30,11922,5852\n";
    assert!(import(csv.into(), Mapping::default(), false).is_err());
}

#[test]
fn thousands_are_no_decimals() {
    let set = Mapping { decimal: Some(Decimal::Point), ..Mapping::default() };
    let data = of(outcome("District,Men 2020\nA,\"862,101\"\nB,\"106,733\"\n", set));
    assert_eq!(data["indicators"][0]["decimals"], Json::Null);
}

#[test]
fn a_time_that_is_set_leaves_the_name_of_its_heading() {
    let csv = "Province;Threshold 2015;Threshold 2021x;Poverty (%) 2015;Poverty (%) 2021x\nAbra;21294;29321;29;22\n";
    let pairs = [("Threshold 2021x", "2021"), ("Poverty (%) 2021x", "2021")];
    let times = pairs.into_iter().map(|(of, time)| (of.to_owned(), time.to_owned())).collect();
    let data = of(outcome(csv, Mapping { times, ..Mapping::default() }));
    assert_eq!(names(&data, "indicators"), ["Threshold", "Poverty"]);
}

#[test]
fn numbers_of_a_workbook_may_stand_for_none() {
    assert_eq!(asked_of_book(&[["Commune", "Population"], ["A", "12"], ["B", "-9999"], ["C", "15"]]), ["B3"]);
    // percentages by their format beside others
    let book = [["District", "Poverty rate 2020"], ["A", "0.056"], ["B", "0.102"], ["C", "12.1"]];
    assert_eq!(asked_of_book(&book), ["B2"]);
    let book = [["District", "Poverty rate 2020"], ["A", "0.5"], ["B", "0.1"], ["C", "12.1"]];
    assert_eq!(asked_of_book(&book), Vec::<String>::new());
}

/// The cells that are asked about in a workbook of names and numbers.
fn asked_of_book(rows: &[[&str; 2]]) -> Vec<String> {
    let mut grid = Grid::default();
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            let kind = if at == 1 && row[0].len() == 1 { Kind::Number } else { Kind::Text };
            assert!(grid.push(cell, kind));
        }
        grid.end_row();
    }
    let source = Source { grid, ..Source::default() };
    let outcome = import_table(source, Mapping::default(), false).expect("a table");
    outcome.problems.iter().map(|problem| problem.at.to_string()).collect()
}

#[test]
fn sums_of_sums_are_no_places() {
    let csv = "Area,Population\nCountry,24238\nNorth,6155\nAxx,3075\nAlpha,1031\nBeta,2044\nBxx,3080\n\
               Ga,1033\nDe,2047\n\
               South,18083\nCxx,9033\nEa,4011\nFa,5022\nDxx,9050\nGb,4021\nHa,5029\n";
    assert_eq!(names(&file(csv), "villages"), ["Alpha", "Beta", "Ga", "De", "Ea", "Fa", "Gb", "Ha"]);
}

#[test]
fn rows_of_codes_below_headings_are_no_places() {
    let csv = "Province,District,P-Code,People in need\n#adm1+name,#adm2+name,#adm2+code,#inneed\n\
               Kabul,Kabul,AF0101,1200345\nKabul,Paghman,AF0102,56012\nKapisa,Mahmood Raqi,AF0201,21034\n";
    assert_eq!(names(&file(csv), "villages"), ["Kabul", "Paghman", "Mahmood Raqi"]);
    let csv = "Code;Commune;Population 2020;Surface 2020\nCODGEO;LIBGEO;NBMEN20;TP6020\n01001;Aa;318;17\n\
               01004;Ba;6448;18\n01005;Ca;711;19\n";
    assert_eq!(names(&file(csv), "villages"), ["Aa", "Ba", "Ca"]);
}

#[test]
fn what_is_an_id_by_its_name_is_no_figure() {
    for heading in ["ID_1", "IdLandkreis", "geo_id"] {
        let csv = format!("{heading},Name,Population\n1001,Aa,318\n1002,Ba,644\n1003,Ca,711\n");
        let data = file(&csv);
        assert_eq!(data["indicators"].as_array().map(Vec::len), Some(1), "{heading}");
        assert_eq!(data["villages"][0]["id"], "1001", "{heading}");
    }
    // a level is none, either
    let csv = "ADM_LEVEL,Name,Population\n1,Aa,318\n2,Ba,644\n2,Ca,711\n";
    assert!(import(csv.into(), Mapping::default(), false).is_err());
}

#[test]
fn a_country_where_nothing_says_that_the_others_lie_in_it_is_asked() {
    let csv = "Geolocation;Poverty (%) 2020\nAbra;29\nPHILIPPINES;23\nApayao;43\n";
    assert_eq!(asked(csv), ["A3"]);
    let set = Mapping { references: vec!["Philippines".to_owned()], ..Mapping::default() };
    assert_eq!(names(&of(outcome(csv, set)), "villages"), ["Abra", "Apayao"]);
    // above all others it is their whole
    let csv = "Geolocation;Poverty (%) 2020\nPHILIPPINES;23\nAbra;29\nApayao;43\n";
    assert_eq!(names(&file(csv), "villages"), ["Abra", "Apayao"]);
    let csv = "geo;Poverty (%) 2020\nPhilippines;23\nIndonesia;29\nAustria;43\n";
    assert_eq!(names(&file(csv), "villages").len(), 3);
}

#[test]
fn ages_are_no_places() {
    let csv = "Alter,Bayern,Berlin\nunter 1 Jahr,10,12\n1 bis 2 Jahre,11,13\n2 bis 3 Jahre,14,16\n";
    assert!(import(csv.into(), Mapping::default(), false).is_err());
}

#[test]
fn notes_say_what_signs_stand_for() {
    let csv =
        "Area,Rate 2020\nAa,!\nBa,4.8\nCa,~\nDa,np\nEa,5.1\n\n\"! Estimate is not available, see below\"\n\
               ~ Estimate is less than 500\nnp not available for publication\n";
    let data = file(csv);
    assert_eq!(
        data["villages"][0]["figures"]["rate"]["2020"]["missing"],
        "Estimate is not available, see below"
    );
    assert_eq!(data["villages"][2]["figures"]["rate"]["2020"]["missing"], "Estimate is less than 500");
    assert!(data["villages"][3]["figures"]["rate"]["2020"]["missing"].is_string());
}

#[test]
fn years_of_the_buddhist_era_are_years() {
    let csv = "อำเภอ,2564,2565\nเมือง,107550,106733\nจอมทอง,32210,32105\n";
    assert!(file(csv)["villages"][0]["figures"].to_string().contains("2021"));
    let csv = "District,2564,,2565,\n,Men,Women,Men,Women\nA,5,6,7,8\nB,7,8,9,10\n";
    let times =
        [("2564", "2021"), ("2565", "2022")].map(|(of, time)| (of.to_owned(), time.to_owned())).into();
    let data = of(outcome(csv, Mapping { times, headings: Some([1, 2]), ..Mapping::default() }));
    assert_eq!(names(&data, "indicators"), ["Men", "Women"]);
    assert_eq!(data["villages"][0]["figures"]["men"], json!({ "2021": 5, "2022": 7 }));
}

#[test]
fn a_clock_behind_a_day_is_no_other_time() {
    let csv = "date,provincia,casi\n2020-03-24T17:00:00,Teramo,140\n2020-03-24T17:00:00,Pescara,369\n\
               2020-03-24T17:00:00,Chieti,189\n";
    assert!(file(csv)["villages"][0]["figures"].to_string().contains("2020-03"));
}

#[test]
fn tabs_in_every_line_are_separators() {
    let tsv = "unit,sex,age,isced,c,geo\\TIME_PERIOD\t2020 \t2021 \n\
               PC,T,Y,E,X,AT\t5.1 \t5.2 p\nPC,T,Y,E,X,BE\t6.1 \t6.2 \n\
               PC,T,Y,E,X,BG\t7.1 \t: c\n";
    assert!(outcome(tsv, Mapping::default()).text.contains("6.2"));
}

#[test]
fn ids_of_one_row_each_tell_places_of_one_name_apart() {
    let csv =
        "IdKreis,Kreis,Land,Population\n1001,Rosenheim,BY,318\n1002,Rosenheim,BY,644\n1003,Kassel,HE,711\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Rosenheim", "Rosenheim", "Kassel"]);
    assert_eq!(data["villages"][1]["id"], "1002");
}

#[test]
fn codes_that_count_up_are_no_levels() {
    let csv = "code,Ward,Rate (%)\nW1,Aa,3\nW10,Ba,4\nW11,Ca,5\nW12,Da,6\nW2,Ea,7\nW20,Fa,8\n";
    assert_eq!(names(&file(csv), "villages").len(), 6);
}

#[test]
fn footnotes_are_no_part_of_what_an_option_names() {
    let csv = "Area;Year;Poverty (%)\nPHILIPPINES*;2015;18.0\nPHILIPPINES*;2018;12.1\nLuzon*;2015;10.9\n\
               Luzon*;2018;6.6\nVisayas;2015;10.9\nVisayas;2018;6.7\n";
    assert_eq!(asked(csv), ["A2"]);
    let set = Mapping { references: vec!["Philippines".to_owned()], ..Mapping::default() };
    assert_eq!(names(&of(outcome(csv, set)), "villages").len(), 2);
    let latin = b"Region;Poverty (%) 2015\nPHILIPPINES \xB9 \xB2;13.2\nNCR \xB9;4.2\n".to_vec();
    let set = Mapping { references: vec!["Philippines".to_owned()], ..Mapping::default() };
    let outcome = import(latin, set, false).expect("a table");
    assert!(outcome.text.contains("NCR ¹"), "{}", outcome.text);
}

#[test]
fn powers_of_ten_are_known_by_what_a_column_says() {
    let csv = "Area,Value,Unit,Size\nA,5.5,USD,Millions\nB,6.5,USD,Thousands\nC,7.5,USD,Millions\n";
    let data = file(csv);
    assert_eq!(data["indicators"][0]["unit"], json!({ "currency": "USD", "scale": "million" }));
    assert_eq!(data["indicators"].as_array().map(Vec::len), Some(2));
}

#[test]
fn men_and_women_are_no_places() {
    let csv =
        "Commune,Sex,2020,2021\nAa,Male,10,11\nAa,Female,12,13\nAa,Total,22,24\nBa,Male,5,6\nBa,Female,6,7\n\
               Ba,Total,11,13\n";
    assert_eq!(names(&file(csv), "villages"), ["Aa", "Ba"]);
}

#[test]
fn a_row_of_numbers_of_columns_is_said() {
    let lines = said(&outcome("Commune,2020,2021\n(1),(2),(3)\nAa,10,11\nBa,12,13\n", Mapping::default()));
    assert!(lines.contains("row 2, numbers of columns"), "{lines}");
}

#[test]
fn a_word_for_years_may_stand_behind_a_blank() {
    let data = file("시도,2021 년,2022 년\n서울,60,65\n부산,40,45\n");
    assert_eq!(data["indicators"].as_array().map(Vec::len), Some(1));
    assert!(!data["indicators"].to_string().contains('년'), "{data}");
}

#[test]
fn a_code_with_which_all_others_begin_is_that_of_the_whole() {
    let csv = "kode,nama,tahun,miskin\n1101,Aa,2015,20.5\n1101,Aa,2016,19.5\n1102,Ba,2015,20.5\n1102,Ba,2016,19.5\n\
               1103,Ca,2015,20.5\n1103,Ca,2016,19.5\n11,aceh,2015,17.5\n11,aceh,2016,16.5\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Aa", "Ba", "Ca"]);
    assert_eq!(names(&data, "references"), ["aceh"]);
}

#[test]
fn what_is_the_same_in_all_rows_names_what_is_measured() {
    let csv = "REF_DATE,GEO,Household characteristics,Statistics,Sex,UOM,VALUE\n\
               2020,Barrie,All households,Number of households,Total,Number,54.1\n\
               2021,Barrie,All households,Number of households,Total,Number,55.2\n\
               2020,Calgary,All households,Number of households,Total,Number,54.3\n\
               2021,Calgary,All households,Number of households,Total,Number,55.4\n";
    let indicator = &file(csv)["indicators"][0];
    assert_eq!(indicator["name"], json!("All households: Number of households"));
    assert_eq!(indicator["kind"], json!("count"));
}

#[test]
fn coordinates_are_no_figures_of_places() {
    let csv =
        "provincia,lat,long,casi\nTeramo,42.65,13.70,140\nPescara,42.46,14.21,369\nChieti,42.35,14.16,189\n";
    assert_eq!(file(csv)["indicators"].as_array().map(Vec::len), Some(1));
    let csv = "Country,Latitude,Longitude (deg),Value 2020\nPeru,-9.2,-75,140\nChile,-35.7,-71.5,369\n";
    assert_eq!(file(csv)["indicators"].as_array().map(Vec::len), Some(1));
}

#[test]
fn totals_by_their_codes_are_no_places() {
    let csv = "geo_code,geo,Year,Population\n_T,Everything,2020,100\nA1,Abra,2020,60\nA2,Bucay,2020,40\n";
    assert_eq!(names(&file(csv), "villages"), ["Abra", "Bucay"]);
}

#[test]
fn numbers_in_brackets_are_asked_unless_a_legend_says_what_they_are() {
    let csv = "LGA,Change (%) 2023\nAlbury,1.6\nArmidale,(0.4)\nBallina,2.2\n";
    assert_eq!(asked(csv), ["B3"]);
    let outcome_of = outcome(csv, Mapping::default());
    let problem = outcome_of.problems[0].to_string();
    assert!(problem.contains("--mark '()=negative'") && problem.contains("0.4 below zero"), "{problem}");
    let figure = |data: &Json| data["villages"][1]["figures"]["change"]["2023"].clone();
    for note in ["Figures in parentheses are negative", "( ) negative"] {
        assert_eq!(figure(&file(&format!("{csv}\n{note}\n"))), json!(-0.4), "{note}");
    }
    let set = Mapping { marks: [("()".to_owned(), "negative".to_owned())].into(), ..Mapping::default() };
    assert_eq!(figure(&of(outcome(csv, set))), json!(-0.4));
    let noted = file(&format!("{csv}\n( ) based on few cases\n"));
    assert_eq!(figure(&noted)["exact"], json!(0.4));
}

#[test]
fn headings_without_names_for_the_first_columns_stand_in_several_rows() {
    let csv = "GENESIS-Tabelle: 13211-02-05-4\nArbeitsmarktstatistik;;;;\n;;;Arbeitslose;Arbeitslosenquote\n\
               ;;;Anzahl;Prozent\n2022;01001;Flensburg;3801;7,3\n2022;01002;Kiel;10212;7,4\n\
               2022;09471;Bamberg;2101;5,2\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Flensburg", "Kiel", "Bamberg"]);
    assert_eq!(data["villages"][0]["id"], json!("01001"));
    assert_eq!(names(&data, "indicators"), ["Arbeitslose", "Arbeitslosenquote"]);
    assert_eq!(data["indicators"][1]["unit"], json!("percent"));
    assert_eq!(data["villages"][0]["figures"]["arbeitslosenquote"]["2022"], json!(7.3));
}

#[test]
fn a_legend_may_stand_in_two_rows_above() {
    let csv = "統計名：,社会・人口統計体系\n***,-,X\nデータが得られないもの,皆無,秘匿\n\
               地域 コード,地域,A1101_総人口【人】 2020年度,A1303_65歳以上人口【人】 2020年度\n\
               01100,札幌市,197,53\n01202,函館市,25,***\n01303,当別町,15,X\n01304,新篠津村,30,-\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages").len(), 4);
    let missing = |at: usize| data["villages"][at]["figures"].to_string();
    assert!(missing(1).contains("データが得られないもの"), "{}", missing(1));
    assert!(missing(2).contains("秘匿"), "{}", missing(2));
    assert!(missing(3).contains("皆無"), "{}", missing(3));
}

#[test]
fn a_state_that_is_its_only_district_is_no_place_beside_it() {
    let csv = "GENESIS-Tabelle: 12411\nBevölkerung (Anzahl);;;\n;;Insgesamt;weiblich\n31.12.2022;;;\n\
               DG;Deutschland;84358845;42773718\n01;  Schleswig-Holstein;2953270;1504945\n\
               01001;      Flensburg;92550;46113\n01002;      Kiel;247717;120763\n02;  Hamburg;1892122;926621\n\
               02000;      Hamburg;1892122;965501\n__________;;;\n(C)opyright Statistisches Bundesamt, 2023;;;\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Flensburg", "Kiel", "Hamburg"]);
    assert_eq!(names(&data, "indicators"), ["Insgesamt", "weiblich"]);
    assert_eq!(data["indicators"][0]["note"], json!("Bevölkerung"));
    assert_eq!(data["villages"][2]["id"], json!("02000"));
    assert_eq!(data["villages"][2]["figures"]["insgesamt"]["2022-12"], json!(1892122));
}

#[test]
fn months_are_no_places() {
    let csv = "GENESIS-Tabelle: 12612\nLebendgeborene;;;\n;;männlich;weiblich\n1950;Januar;33504;33511\n\
               1950;Februar;33142;33119\n1951;Januar;35685;36082\n1951;Februar;32922;33146\n";
    let fault = import(csv.into(), Mapping::default(), false).expect_err("no places");
    assert_eq!(fault.code, "fault-no-places");
}

#[test]
fn a_flag_may_stand_before_the_year_of_a_row() {
    let csv = "Tỉnh,Năm,Dân số (nghìn người)\nMẫu An,2015,120.5\nMẫu An,Sơ bộ 2016,121.5\nMẫu An,Prel. 2017,122.5\n\
               Mẫu Hà,2015,80.5\nMẫu Hà,2016 (sơ bộ),81.5\nMẫu Hà,Ước 2017,82.5\n";
    let data = file(csv);
    let figures = serde_json::to_string(&data["villages"]).expect("JSON");
    assert_eq!(figures.matches("\"provisional\":true").count(), 3, "{figures}");
    assert_eq!(figures.matches("\"estimated\":true").count(), 1, "{figures}");
    assert_eq!(figures.matches("\"2015\"").count(), 2, "{figures}");
}

#[test]
fn years_of_schools_may_have_blanks_around_their_stroke() {
    let data = file("Tỉnh,1999 - 2000,2000-2001,2001 – 2002\nMẫu An,11,12,13\nMẫu Hà,21,22,23\n");
    let figures = serde_json::to_string(&data).expect("JSON");
    for year in ["1999/00", "2000/01", "2001/02"] {
        assert_eq!(figures.matches(&format!("\"{year}\":")).count(), 2, "{figures}");
    }
}

#[test]
fn a_letter_that_a_program_put_before_years_is_none_of_a_name() {
    let data = file("Province,X2008,X2009\nMau An,11,12\nMau Ha,21,22\n");
    assert_eq!(data["indicators"].as_array().map(Vec::len), Some(1), "{data}");
    assert!(serde_json::to_string(&data).expect("JSON").contains("\"2009\":22"), "{data}");
}

#[test]
fn measures_with_units_of_their_own_are_no_districts() {
    let csv = "Items,Crops,2014,2015\nArea (Thous. ha),Maize,10.5,11.5\nArea (Thous. ha),Rice,20.5,21.5\n\
               Index (Previous year = 100) - %,Maize,101.5,109.5\nIndex (Previous year = 100) - %,Rice,99.5,104.9\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Maize", "Rice"]);
    assert_eq!(names(&data, "indicators"), ["Area", "Index (Previous year = 100)"]);
    assert_eq!(data["villages"][0]["district"], Json::Null);
    // and no places
    let csv = "Items,Year,State,Others\nAt current prices (bill. dongs),2014,10.5,11.5\nStructure (%),2014,47.7,52.3\n\
               At current prices (bill. dongs),2015,20.5,21.5\nStructure (%),2015,48.8,51.2\n";
    assert!(import(csv.into(), Mapping::default(), false).is_err());
    // a province is no money
    let csv = "Tỉnh,Huyện,2014\nLâm Đồng,Mẫu A,10\nLâm Đồng,Mẫu B,11\nĐà Nẵng,Mẫu C,12\nĐà Nẵng,Mẫu D,13\n";
    assert_eq!(file(csv)["villages"][0]["district"], "Lâm Đồng");
}

#[test]
fn parts_of_a_structure_are_percentages_and_an_index_is_no_share() {
    let csv = "Cơ cấu sử dụng đất năm 2015\n\nTỉnh,Tổng diện tích,Đất trồng trọt,Đất ở\n\
               Mẫu An,100.0,34.8,2.1\nMẫu Hà,100.0,37.6,6.8\n";
    for indicator in file(csv)["indicators"].as_array().expect("a list") {
        assert_eq!(
            (&indicator["kind"], &indicator["unit"]),
            (&json!("rate"), &json!("percent")),
            "{indicator}"
        );
    }
    // a table of people has the same word
    let csv = "Cơ cấu dân số năm 2015\n\nTỉnh,Tổng dân số,Nam\nMẫu An,1234,634\nMẫu Hà,1334,684\n";
    assert_eq!(file(csv)["indicators"][0]["kind"], "count");
    let csv = "Tỉnh,\"Chỉ số sản xuất (năm trước = 100), %\"\nMẫu An,101.5\nMẫu Hà,109.5\n";
    assert_eq!(file(csv)["indicators"][0]["kind"], "index");
    let set = village_charts::import::mapping::pairs("Chỉ số (năm trước = 100)=rate, Dân số=count");
    assert_eq!(set[0], ("Chỉ số (năm trước = 100)".to_owned(), "rate".to_owned()));
    assert_eq!(set[1], ("Dân số".to_owned(), "count".to_owned()));
}

#[test]
fn a_legend_is_read_in_the_words_that_it_has() {
    let csv = "Xã,Dân số (người)\nMẫu An,-\nMẫu Hà,9406\nMẫu B,..\nMẫu C,…\n";
    let missing = |note: &str| {
        let data = file(&format!("{csv}{note}\n"));
        let of = |at: usize| data["villages"][at]["figures"]["dan-so"]["missing"].clone();
        [of(0), of(2), of(3)]
    };
    assert_eq!(missing("Ghi chú: (-) không có hiện tượng phát sinh")[0], "không có hiện tượng phát sinh");
    assert_eq!(missing("Ghi chú: .. là chưa có số liệu.")[1], "chưa có số liệu");
    let said = missing("Ký hiệu (..): chưa có số liệu; Dấu \"-\": không điều tra");
    assert_eq!(said[..2], [json!("không điều tra"), json!("chưa có số liệu")]);
}

#[test]
fn what_a_cell_counts_by_itself_is_no_figure_of_another_unit() {
    assert_eq!(asked("Xã,Tỷ lệ hộ nghèo (%)\nMẫu An,\"12,5 triệu\"\nMẫu Hà,\"7,5\"\n"), ["B2"]);
    assert_eq!(asked("Xã,Dân số (người)\nMẫu An,9000 hộ\nMẫu Hà,9406\nMẫu B,9300 người\n"), ["B2"]);
    // one cell makes no decimals of the thousands of all others
    let csv = "Xã,Dân số (người) 2019,Dân số (người) 2020\nMẫu An,4.867,9.00\nMẫu Hà,9.406,9.500\nMẫu B,9.406,9.600\n";
    assert_eq!(asked(csv), ["B2", "C3"]);
    let csv = "Xã,Dân số (nghìn người)\nMẫu An,4.867\nMẫu Hà,9.40\n";
    assert_eq!(asked(csv), none()[1..]);
}

#[test]
fn options_that_name_no_indicator_are_said() {
    let sai = |key: &str, value: &str| [(key.to_owned(), value.to_owned())].into_iter().collect();
    let set = Mapping { unit: sai("Sai", "%"), kind: sai("Nhầm", "rate"), ..Mapping::default() };
    let told = said(&outcome("Xã,Dân số\nMẫu An,120\nMẫu Hà,130\n", set));
    assert!(told.contains("no indicator is \"Sai\"") && told.contains("no indicator is \"Nhầm\""), "{told}");
    let set = Mapping { unit: sai("dân số", "người"), ..Mapping::default() };
    let told = said(&outcome("Xã,Dân số\nMẫu An,120\nMẫu Hà,130\n", set));
    assert!(!told.contains("no indicator"), "{told}");
}

#[test]
fn a_data_file_is_no_table() {
    let json =
        r#"{ "format": "village-charts/1", "villages": [{ "name": "Mẫu An" }, { "name": "Mẫu Hà" }] }"#;
    let told = import(json.into(), Mapping::default(), false).expect_err("a data file").to_string();
    assert!(told.contains("a data file of village-charts"), "{told}");
}

/// Titles that were typed with two blanks between words are names, and `check` warns of what no one sees in one.
#[test]
fn names_have_single_blanks() {
    let data =
        file("Planted area of sweet  potatoes by province\n;2015;2016\nHà Nội;3.5;3.2\nHà Nam;0.6;0.5\n");
    let name = data["indicators"][0]["name"].as_str().unwrap_or("");
    assert!(name.contains("sweet potatoes"), "{name}");
}
