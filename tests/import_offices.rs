//! Tables in the forms of statistics offices: what is no place is none, and what is measured keeps its interval.

#![cfg(feature = "import")]

mod imported;

use imported::{file, names, of, outcome, said};
use serde_json::{json, Value as Json};
use village_charts::import::mapping::Mapping;
use village_charts::import::{import, Outcome};

/// The code of what is wrong with a table as a whole.
fn fault(text: &str) -> &'static str {
    import(text.into(), Mapping::default(), false).expect_err("no table").code
}

#[test]
fn groups_of_countries_are_no_places_among_countries() {
    let csv = "geo;Unemployment rate (%) 2022\nEuro area (20 countries);6.7\n\
               European Union - 27 countries (from 2020);6.2\n\
               Belgium;5.6\nEstonia;5.6\nSpain;12.9\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Belgium", "Estonia", "Spain"]);
    assert_eq!(names(&data, "references").len(), 2);
    // sums of counts are left out, and said
    let csv =
        "Country Name,Country Code,Year,Population\nAruba,ABW,2020,54\nSub-Saharan Africa,SSF,2020,1100\n\
               High income,HIC,2020,1200\nPeru,PER,2020,33\nChad,TCD,2020,16\n";
    let outcome_of = outcome(csv, Mapping::default());
    let lines = said(&outcome_of);
    assert!(lines.contains("Sub-Saharan Africa") && lines.contains("High income"), "{lines}");
    let data = of(outcome_of);
    assert_eq!(names(&data, "villages"), ["Aruba", "Peru", "Chad"]);
    assert_eq!(data["villages"][1]["district"], Json::Null);
    // codes alone
    let csv = "geo,TIME_PERIOD,OBS_VALUE\nEU27_2020,2020,6.2\nEA20,2020,6.1\nBE,2020,5.5\nEE,2020,4.5\nES,2020,12\n";
    assert_eq!(names(&file(csv), "villages"), ["BE", "EE", "ES"]);
    let csv =
        "country,indicator,2000,2001\nABW,SP.POP,5,6\nAFE,SP.POP,50,60\nAFG,SP.POP,7,8\nEUU,SP.POP,90,95\n\
               PER,SP.POP,9,9\n";
    assert_eq!(names(&file(csv), "villages"), ["ABW", "AFG", "PER"]);
    // alone they are the places, and so are villages of such names
    let csv = "Region,Poverty (%) 2020\nSub-Saharan Africa,35\nSouth Asia,10\nArab World,9\nEuro area,3\n";
    assert_eq!(names(&file(csv), "villages").len(), 4);
    let csv = "Commune,Population\nAfrica,35\nMẫu An,10\nAsia,9\nDa,3\n";
    assert_eq!(names(&file(csv), "villages").len(), 4);
    let set = Mapping { references: vec![String::new()], ..Mapping::default() };
    let csv = "geo;Rate (%) 2022\nEuro area;6.7\nBelgium;5.6\nEstonia;5.6\nSpain;12.9\n";
    assert_eq!(names(&of(outcome(csv, set)), "villages").len(), 4);
    // the mapping of one table reads the next one alike
    let mapping = outcome(csv, Mapping::default()).mapping;
    assert_eq!(names(&of(outcome(csv, mapping)), "villages"), ["Belgium", "Estonia", "Spain"]);
}

#[test]
fn a_state_among_its_counties_is_the_whole() {
    let csv =
        "County,Year,Rate (%)\nState,2020,5\nCarlow,2020,6\nDublin,2020,7\nState,2021,5\nCarlow,2021,6\n\
               Dublin,2021,7\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Carlow", "Dublin"]);
    assert_eq!(names(&data, "references"), ["State"]);
}

#[test]
fn regions_of_regions_are_told_by_their_codes() {
    let csv = "geo,name,Rate (%) 2020\nAT,Österreich,5\nAT1,Ostösterreich,6\nAT11,Burgenland,4\n\
               AT12,Niederösterreich,5\n\
               AT2,Südösterreich,5\nAT21,Kärnten,6\nAT22,Steiermark,4\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Burgenland", "Niederösterreich", "Kärnten", "Steiermark"]);
    assert_eq!(data["villages"][2]["district"], "Südösterreich");
}

#[test]
fn what_names_no_place_is_left_out_and_said() {
    let csv =
        "regione,provincia,casi\nAbruzzo,Teramo,140\nAbruzzo,Chieti,150\nAbruzzo,In fase di definizione,12\n\
               Molise,Isernia,90\nMolise,In fase di definizione,9\nLazio,Roma,900\nLazio,Fuori Regione,3\n";
    let outcome_of = outcome(csv, Mapping::default());
    assert!(said(&outcome_of).contains("In fase di definizione"), "{}", said(&outcome_of));
    assert_eq!(names(&of(outcome_of), "villages"), ["Teramo", "Chieti", "Isernia", "Roma"]);
    let csv = "County,Population\nKent,140\nEssex,150\nNot stated,12\nUnknown,3\n";
    assert_eq!(names(&file(csv), "villages"), ["Kent", "Essex"]);
    // what no word says is asked where it stands in many districts
    let csv =
        "Region,District,Births\nA,Aa,14\nA,Ab,15\nA,Rest,12\nB,Ba,90\nB,Rest,9\nC,Ca,9\nC,Rest,3\nD,Da,7\n\
               D,Rest,3\n";
    let problems = outcome(csv, Mapping::default()).problems;
    assert_eq!(problems.iter().map(|p| p.at.to_string()).collect::<Vec<_>>(), ["B4"]);
    let marks = [("Rest".to_owned(), "not available".to_owned())].into();
    let data = of(outcome(csv, Mapping { marks, ..Mapping::default() }));
    assert_eq!(names(&data, "villages").len(), 5);
}

#[test]
fn codes_are_no_names() {
    // of places: said
    let csv =
        "country,Year,Rate (%)\nAFG,2020,5\nALB,2020,6\nDZA,2020,7\nAFG,2021,5\nALB,2021,6\nDZA,2021,7\n";
    let lines = said(&outcome(csv, Mapping::default()));
    assert!(lines.contains("codes"), "{lines}");
    // of districts: left out
    let csv = "country,City,Rate (%)\nDE,Aachen,5\nDE,Bonn,6\nFR,Caen,7\nFR,Dijon,5\nIT,Enna,6\n";
    let data = file(csv);
    assert_eq!(data["villages"][0]["district"], Json::Null);
    let set = Mapping { district: Some("country".to_owned()), ..Mapping::default() };
    assert_eq!(of(outcome(csv, set))["villages"][0]["district"], "DE");
}

#[test]
fn intervals_of_confidence_are_those_of_their_figures() {
    // both ends
    let csv = "areacd,areanm,geography,indicator,period,observation,unit,lci_95,uci_95\n\
               N09000001,Antrim,District,Employment rate,2023-01-01/P1Y,78.5,%,74.7,82.2\n\
               N09000002,Armagh,District,Employment rate,2023-01-01/P1Y,76.6,%,,\n\
               N09000003,Belfast,District,Employment rate,2023-01-01/P1Y,67.9,%,65,70.1\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Antrim", "Armagh", "Belfast"]);
    let figure = |at: usize| data["villages"][at]["figures"]["employment-rate"]["2023"].clone();
    assert_eq!(figure(0), json!({ "estimate": 78.5, "interval": [74.7, 82.2] }));
    assert_eq!(figure(1), json!(76.6));
    assert_eq!(data["indicators"].as_array().map(Vec::len), Some(1));
    // half of it, behind each column of figures
    let csv = "local authority,mnemonic,Employment rate 2021,conf,Unemployment rate 2021,conf\n\
               Aa,E1,74.5,3.2,5.1,1.5\nBa,E2,70.25,3,!,!\nCa,E3,71,2.5,4,*\n\n! not available\n* not reliable\n";
    let data = file(csv);
    assert_eq!(data["indicators"].as_array().map(Vec::len), Some(2), "{data}");
    let figures = &data["villages"][0]["figures"];
    assert_eq!(figures["employment-rate"]["2021"], json!({ "estimate": 74.5, "interval": [71.3, 77.7] }));
    assert_eq!(figures["unemployment-rate"]["2021"], json!({ "estimate": 5.1, "interval": [3.6, 6.6] }));
    assert_eq!(data["villages"][1]["figures"]["employment-rate"]["2021"]["interval"], json!([67.25, 73.25]));
    assert_eq!(data["villages"][2]["figures"]["unemployment-rate"]["2021"], json!(4));
    // of a long table
    let csv = "GEOID,NAME,variable,estimate,moe\n01,Alabama,income,24476,136\n01,Alabama,rent,747,3\n\
               02,Alaska,income,32940,508\n02,Alaska,rent,1200,\n";
    let data = file(csv);
    assert_eq!(
        data["villages"][0]["figures"]["income"],
        json!({ "estimate": 24476, "interval": [24340, 24612] })
    );
    assert_eq!(data["villages"][1]["figures"]["rent"], json!(1200));
    // errors that are no interval are left out, and said
    let outcome_of =
        outcome("District,Rate (%),SE\nAa,5.1,0.3\nBa,6.1,0.4\nCa,7.2,0.2\n", Mapping::default());
    assert!(said(&outcome_of).contains("\"SE\""), "{}", said(&outcome_of));
    assert_eq!(of(outcome_of)["indicators"].as_array().map(Vec::len), Some(1));
}

#[test]
fn words_beside_figures_that_tell_no_rows_apart_measure_nothing() {
    let csv = "country,year,population,births,method\nPeru,2020,33,2,survey\nPeru,2021,34,2,predicted\n\
               Chad,2020,16,1,predicted\nChad,2021,17,1,survey\n";
    assert_eq!(names(&file(csv), "indicators"), ["population", "births"]);
}

#[test]
fn a_language_is_told_by_the_letters_that_others_lack() {
    let locale = |csv: &str| file(csv)["locale"].clone();
    assert_eq!(locale("都道府県,総人口 2020,世帯数 2020\n北海道,522,247\n青森県,123,51\n"), "ja");
    assert_eq!(locale("市町村,人口の総数 2020\n札幌市,197\n函館市,25\n"), "ja");
    assert_eq!(locale("縣市,總人口 2020\n臺北市,260\n高雄市,274\n"), "zh-Hant");
    assert_eq!(locale("地区,总人口 2020,城镇人口 2020\n北京市,2189,1916\n天津市,1386,1174\n"), "zh-Hans");
    assert_eq!(locale("시도,인구 2020\n서울,966\n부산,334\n"), "ko");
    assert_eq!(locale("จังหวัด,ประชากร 2563\nเชียงใหม่,178\nลำพูน,40\n"), "th");
}

#[test]
fn a_cube_of_no_places_is_asked_for_them() {
    let cube = |id: &str, label: &str, first: &str, second: &str| {
        json!({
            "version": "2.0", "class": "dataset", "label": "Product", "id": [id, "Year"], "size": [2, 2],
            "role": { "time": ["Year"] },
            "dimension": {
                id: { "label": label, "category": { "index": ["a", "b"], "label": { "a": first, "b": second } } },
                "Year": { "label": "Year", "category": { "index": ["2020", "2021"] } }
            },
            "value": [1, 2, 3, 4]
        })
        .to_string()
    };
    assert_eq!(fault(&cube("Sector", "Sector", "Farming", "Mining")), "fault-stat-places");
    assert_eq!(names(&file(&cube("Alue", "Alue", "Espoo", "Oulu")), "villages"), ["Espoo", "Oulu"]);
    // so is one of several
    let two = json!({
        "version": "2.0", "class": "dataset", "label": "People", "id": ["birth", "home", "year"], "size": [2, 2, 1],
        "role": { "geo": ["birth", "home"], "time": ["year"] },
        "dimension": {
            "birth": { "label": "place of birth", "category": { "label": { "a": "A", "b": "B" } } },
            "home": { "label": "residence", "category": { "label": { "a": "Aa", "b": "Ba" }, "index": ["a", "b"] } },
            "year": { "label": "year", "category": { "index": ["2020"] } }
        },
        "value": [1, 2, 3, 4]
    });
    assert_eq!(fault(&two.to_string()), "fault-stat-places");
    let set = Mapping { place: Some("Område x".to_owned()), ..Mapping::default() };
    let outcome = outcome(&cube("Xyz", "Område x", "Espoo", "Oulu"), set);
    assert_eq!(names(&of(outcome), "villages"), ["Espoo", "Oulu"]);
}

#[test]
fn a_line_of_units_in_two_languages_is_no_heading() {
    let csv = "Biểu 15. Dân số trung bình phân theo huyện,,,\nAverage population by district,,,\n\
               ,,,ĐVT: Người - Unit: Person\n,2019,2020,Sơ bộ - Prel. 2022\nTỔNG SỐ - TOTAL,444,458,467\n\
               Mẫu An,241,251,266\nMẫu Hà,203,207,201\n";
    let data = file(csv);
    assert_eq!(names(&data, "indicators"), ["Dân số trung bình"]);
    assert_eq!(data["indicators"][0]["unit"], "người");
    assert_eq!(data["villages"][1]["figures"]["dan-so-trung-binh"]["2022"]["provisional"], true);
    // one that is not known, too
    let csv =
        "Bàn ghế theo xã,,\n,,Đơn vị tính: Nghìn bộ kiểu cũ\n,2019,2020\nMẫu An,241,251\nMẫu Hà,203,207\n";
    assert_eq!(names(&file(csv), "indicators").len(), 1);
}

#[test]
fn a_legend_in_two_columns_below_is_no_place() {
    let csv = "\"Tabela 1 - População\"\n\"Município\",\"Ano\",\"\",\"\"\n\"\",\"2019\",\"2020\",\"2021\"\n\
               \"Cabixi\",\"22945\",\"22728\",\"22516\"\n\"Aurora\",\"5312\",\"X\",\"...\"\n\
               \"Fonte: Instituto\"\n\"Legenda\"\n\
               \"Símbolo\",\"Significado\"\n\"-\",\"Zero absoluto, não resultante de um cálculo.\"\n\
               \"X\",\"Valor inibido para não identificar o informante.\"\n\"...\",\"Valor não disponível.\"\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Cabixi", "Aurora"]);
    assert!(data.to_string().contains("Valor inibido"), "{data}");
}

#[test]
fn days_are_no_places_whatever_stands_below_them() {
    let csv = "Tabelle: 12411\nBevölkerung (Anzahl);;;;\n;;;Insgesamt;weiblich\n31.12.2021;DG;Deutschland;83237;42170\n\
               31.12.2021;01001;Flensburg;91;45\n31.12.2021;01002;Kiel;246;126\n31.12.2022;DG;Deutschland;84358;42773\n\
               31.12.2022;01001;Flensburg;92;46\n31.12.2022;01002;Kiel;247;126\n__________;;;;\n\
               (C)opyright Amt, 2024;;;;\n";
    let outcome = outcome(csv, Mapping { references: vec!["Deutschland".to_owned()], ..Mapping::default() });
    let data = of(outcome);
    assert_eq!(names(&data, "villages"), ["Flensburg", "Kiel"]);
    assert_eq!(data["villages"][0]["figures"]["insgesamt"], json!({ "2021-12": 91, "2022-12": 92 }));
}

#[test]
fn who_is_counted_is_no_district() {
    let csv = "表章項目,男女別,area_code,全国・都道府県・市区町村,時間軸(年次),unit,value\n人口,総数,00000,全国,2020年,人,1261\n\
               人口,総数,01100,札幌市,2020年,人,197\n人口,総数,01202,函館市,2020年,人,25\n人口,男,00000,全国,2020年,人,613\n\
               人口,男,01100,札幌市,2020年,人,91\n人口,男,01202,函館市,2020年,人,11\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["札幌市", "函館市"]);
    assert_eq!(data["villages"][0]["district"], Json::Null);
    assert_eq!(data["indicators"].as_array().map(Vec::len), Some(2));
    // nor is anything of which places have several
    let csv = "Type,Commune,Number\nSchools,Aa,5\nSchools,Ba,8\nSchools,Ca,7\nClinics,Aa,1\nClinics,Ba,4\n\
               Clinics,Ca,3\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Aa", "Ba", "Ca"]);
    assert_eq!(data["indicators"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_currency_of_several_countries_is_asked() {
    let asked = |csv: &str, unit: Option<&str>| {
        let unit = unit.map(|unit| ("*".to_owned(), unit.to_owned())).into_iter().collect();
        outcome(csv, Mapping { unit, ..Mapping::default() })
    };
    let csv = "Geography,Median income ($ million) 2020\nBarrie,86\nCalgary,98\nRegina,86\n";
    let problems = asked(csv, None).problems;
    assert_eq!(problems.len(), 1);
    assert!(problems[0].to_string().contains("--unit 'million USD'"), "{}", problems[0]);
    let unit = |outcome: Outcome| of(outcome)["indicators"][0]["unit"].clone();
    assert_eq!(unit(asked(csv, Some("million CAD"))), json!({ "currency": "CAD", "scale": "million" }));
    assert_eq!(asked("Municipio,Ingreso (pesos) 2022\nAa,86\nBa,98\nCa,86\n", None).problems.len(), 1);
    // cells with the sign are those of the currency that is set
    let cells = "District,Income\nA,$5\nB,$6\nC,$7\n";
    assert_eq!(asked(cells, None).problems.len(), 1);
    assert_eq!(unit(asked(cells, Some("AUD")))["currency"], "AUD");
    // letters tell which country's 元 it is
    let csv = "地区,地区生产总值(亿元) 2021\n北京市,41045\n天津市,15685\n河北省,40397\n";
    assert_eq!(unit(asked(csv, None)), json!({ "currency": "CNY", "scale": "hundred_million" }));
    let csv = "縣市,所得總額(元) 2021\n臺北市,41045\n高雄市,15685\n";
    assert_eq!(unit(asked(csv, None))["currency"], "TWD");
}

#[test]
fn headings_say_units_and_years_in_several_brackets() {
    let csv = "Country Name,Country Code,Series Name,2019 [YR2019],2020 [YR2020]\nPeru,PER,Unemployment (%),1.5,2\n\
               Chad,TCD,Unemployment (%),0.5,1\nPeru,PER,Income per capita,3491,3586\n\
               Chad,TCD,Income per capita,7628,..\n";
    let data = file(csv);
    assert_eq!(names(&data, "indicators"), ["Unemployment", "Income per capita"]);
    let csv = "Provinsi,Penduduk Miskin (P0) (Persen) Maret (Kota) 2023\nACEH,9.7\nBALI,8.2\n";
    assert_eq!(file(csv)["indicators"][0]["unit"], "percent");
}

#[test]
fn headings_are_found_where_they_stand_twice_or_below_codes() {
    let csv = "시군구별,2021,2021,2022,2022\n시군구별,총인구수 (명),남자인구수 (명),총인구수 (명),남자인구수 (명)\n전국,516,257,514,256\n\
               서울,95,46,94,45\n부산,33,16,33,16\n";
    assert_eq!(names(&file(csv), "villages"), ["서울", "부산"]);
    let csv = "GEO_ID,NAME,S17_C01_001E,S17_C01_001M\n\
               Geography,Geographic Area Name,Estimate!!Total,Margin of Error!!Total\n\
               0500US01001,\"Autauga County\",55221,81\n0500US01003,\"Baldwin County\",208107,172\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Autauga County", "Baldwin County"]);
    assert!(data.to_string().contains("[55140,55302]"), "{data}");
    let csv = ",,2021,2022p\nLGA code,Local Government Area,no.,no.\n10050,Albury,56093,56357\n\
               10180,Armidale,29124,29332\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Albury", "Armidale"]);
    let csv = "Population par département;;\nChamp : France hors Mayotte;;\nDépartement;2021;2022 (p)\n\
               Ain;663 202;667 905\n\
               Aisne;527 468;525 503\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Ain", "Aisne"]);
    assert!(data["villages"][0]["figures"].to_string().contains("provisional"), "{data}");
}

#[test]
fn margins_of_the_census_are_those_of_their_estimates() {
    let json = r#"[["NAME","B19013_001E","B19013_001M","state","county"],["Autauga County","62660","4834","01","001"],
        ["Baldwin County","64346","2377","01","003"],["Barbour County","36422","2282","01","005"]]"#;
    let data = file(json);
    assert_eq!(data["indicators"].as_array().map(Vec::len), Some(1));
    let figures = data["villages"][0]["figures"].as_object().expect("figures");
    assert_eq!(figures.values().next(), Some(&json!({ "estimate": 62660, "interval": [57826, 67494] })));
}

#[test]
fn codes_before_names_are_ids() {
    let csv = "region,kön,Folkmängd 2021,Folkmängd 2022\n00 Riket,män,41423,41808\n01 Stockholms län,män,41423,41808\n\
               0114 Upplands Väsby,män,24208,24512\n0115 Vallentuna,män,17215,17296\n00 Riket,kvinnor,40965,41202\n\
               01 Stockholms län,kvinnor,40965,41202\n0114 Upplands Väsby,kvinnor,23985,24211\n\
               0115 Vallentuna,kvinnor,16980,16991\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Upplands Väsby", "Vallentuna"]);
    assert_eq!(data["villages"][1]["id"], "0115");
    assert_eq!(names(&data, "references").first().map(String::as_str), Some("Riket"));
    // ages are no codes
    let csv = "Commune,Âge,Population\nAa,15 Ans,5\nAa,25 Ans,6\nBa,15 Ans,7\nBa,25 Ans,8\n";
    assert!(outcome(csv, Mapping::default()).text.contains("15 Ans"));
    // in SDMX headings and cells have both
    let csv = "DATAFLOW,MEASURE: Measure,REGION: Region,TIME_PERIOD: Time Period,OBS_VALUE,\
               UNIT_MEASURE: Unit of Measure,\
               OBS_STATUS: Observation Status\nX:Y(1.0.0),ERP: Population,10050: Albury,2021,56093,PSNS: Persons,\n\
               X:Y(1.0.0),ERP: Population,10050: Albury,2022,56036,PSNS: Persons,p: Preliminary\n\
               X:Y(1.0.0),ERP: Population,10180: Armidale,2021,29124,PSNS: Persons,\n\
               X:Y(1.0.0),ERP: Population,10180: Armidale,2022,29302,PSNS: Persons,p: Preliminary\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Albury", "Armidale"]);
    assert_eq!(data["villages"][0]["id"], "10050");
    assert_eq!(data["indicators"].as_array().map(Vec::len), Some(1));
    let figures = data["villages"][1]["figures"].as_object().expect("figures");
    let expected = json!({ "2021": 29124, "2022": { "exact": 29302, "provisional": true } });
    assert_eq!(figures.values().next(), Some(&expected));
}

#[test]
fn the_total_of_a_district_is_no_place_in_it() {
    let csv = "NOM_ENT,NOM_MUN,POBTOT,PROM\nAgua,Total de la entidad Agua,142,2.1\nAgua,Asientos,51,2.2\n\
               Agua,Calvillo,58,2.5\n\
               Baja,Total de la entidad Baja,376,2\nBaja,Ensenada,44,2.1\n";
    assert_eq!(names(&file(csv), "villages"), ["Asientos", "Calvillo", "Ensenada"]);
}

#[test]
fn numbers_of_one_table_are_written_alike() {
    let csv = "District,Total 2020,Men 2020\nA,\"1,789,385\",\"865,714\"\nB,\"227,700\",\"106,512\"\n";
    let data = file(csv);
    assert_eq!(data["villages"][1]["figures"]["men"]["2020"], 106512);
}

#[test]
fn a_line_that_names_what_is_measured_has_its_unit() {
    let csv = "数据库：分省年度数据\n指标：年末常住人口(万人)\n时间：最近3年\n地区,2022年,2021年\n北京市,2184,2189\n天津市,1363,1373\n";
    let data = file(csv);
    assert_eq!(data["indicators"][0]["name"], "年末常住人口");
    assert_eq!(data["indicators"][0]["unit"], "万人");
}

#[test]
fn places_in_headings_are_asked_for_and_read() {
    let csv = "Table 1. People of the province,,,\nIndicator,Ha Noi,Hai Phong,Da Nang\n\
               Population 2021 (persons),8330,2072,1195\n\
               Population 2022 (persons),8435,2088,1220\nPoverty rate 2022 (%),0.2,..,1.1\nSource: the office,,,\n";
    assert_eq!(fault(csv), "fault-no-places");
    let outcome = outcome(csv, Mapping { transpose: true, ..Mapping::default() });
    let data = of(outcome);
    assert_eq!(names(&data, "villages"), ["Ha Noi", "Hai Phong", "Da Nang"]);
    assert_eq!(names(&data, "indicators"), ["Population", "Poverty rate"]);
    assert_eq!(data["villages"][1]["figures"]["population"], json!({ "2021": 2072, "2022": 2088 }));
    assert_eq!(data["villages"][1]["figures"]["poverty-rate"]["2022"], json!({ "missing": "not available" }));
    // years down
    let csv = "Year,Bac Ninh,Ha Nam\n2019,1368,853\n2020,1419,861\n";
    let data = of(self::outcome(csv, Mapping { transpose: true, ..Mapping::default() }));
    let figures = data["villages"][1]["figures"].as_object().expect("figures");
    assert_eq!(figures.values().next(), Some(&json!({ "2019": 853, "2020": 861 })));
    // cells are called as in the file
    let csv = "Indicator,Aa,Ba\nPopulation 2020,5,high\nPopulation 2021,6,7\n";
    let outcome = self::outcome(csv, Mapping { transpose: true, ..Mapping::default() });
    assert_eq!(outcome.problems.iter().map(|p| p.at.to_string()).collect::<Vec<_>>(), ["C2"]);
}

#[test]
fn lines_of_times_are_those_of_the_rows_below_them() {
    let csv = "GENESIS-Tabelle: 12411\nBevölkerung (Anzahl);;;\n;;Insgesamt;weiblich\n31.12.2021;;;\n\
               01001;Flensburg;91;45\n\
               01002;Kiel;246;126\n31.12.2022;;;\n01001;Flensburg;92;46\n01002;Kiel;247;127\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Flensburg", "Kiel"]);
    assert_eq!(data["villages"][1]["figures"]["insgesamt"], json!({ "2021-12": 246, "2022-12": 247 }));
}

#[test]
fn two_places_of_one_name_stay_two() {
    let csv = "county,fips,year,population\nWashington,01129,2020,15\nWashington,01129,2021,16\n\
               Washington,05143,2020,245\n\
               Washington,05143,2021,250\nAdams,05001,2020,7\nAdams,05001,2021,8\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Washington", "Washington", "Adams"]);
    assert_eq!(data["villages"][1]["id"], "05143");
    assert_eq!(data["villages"][1]["figures"]["population"], json!({ "2020": 245, "2021": 250 }));
    // what groups them as an option says tells them apart
    let csv = "state,county,year,population\nAlabama,Washington,2020,15\nArkansas,Washington,2021,250\n\
               Arkansas,Adams,2020,7\n";
    let dimensions = [("state".to_owned(), "State".to_owned())].into();
    let outcome = outcome(csv, Mapping { dimensions, ..Mapping::default() });
    assert!(outcome.problems.iter().any(|p| p.found.to_string().contains("Washington")), "{}", outcome.text);
}

#[test]
fn months_and_quarters_beside_years_are_parts_of_them() {
    let times = |csv: &str| {
        let data = file(csv);
        assert_eq!(data["indicators"].as_array().map(Vec::len), Some(1), "{data}");
        let figures = data["villages"][0]["figures"].as_object().and_then(|of| of.values().next().cloned());
        figures.and_then(|of| Some(of.as_object()?.keys().cloned().collect::<Vec<_>>())).unwrap_or_default()
    };
    let csv = "State,Year,Month,Rate (%)\nAa,2020,January,5.1\nAa,2020,February,5.2\nBa,2020,January,6.1\n\
               Ba,2020,February,6\n";
    assert_eq!(times(csv), ["2020-01", "2020-02"]);
    let csv = "State,Month,Year,Rate (%)\nAa,1,2020,5.1\nAa,12,2020,5.2\nBa,1,2020,6.1\nBa,12,2020,6\n";
    assert_eq!(times(csv), ["2020-01", "2020-12"]);
    let csv = "Tỉnh,Năm,Quý,Tỷ lệ (%)\nAa,2020,I,5.1\nAa,2020,IV,5.2\nBa,2020,I,6.1\nBa,2020,IV,6\n";
    assert_eq!(times(csv), ["2020-Q1", "2020-Q4"]);
    let csv = "\"Folketal efter område og tid\"\n\" \";\"2022K1\";\"2022K2\"\n\"Hele landet\";587;588\n\
               \"Aa\";64;65\n\"Ba\";10;11\n";
    assert_eq!(times(csv), ["2022-Q1", "2022-Q2"]);
}

#[test]
fn codes_of_groups_are_no_figures() {
    let csv = "REGION,DIVISION,STNAME,CTYNAME,POP2020\n3,6,Alabama,Autauga,58\n3,6,Alabama,Baldwin,23\n\
               4,9,Alaska,Aleutians,3\n";
    assert_eq!(names(&file(csv), "indicators"), ["POP2020"]);
    // how many there are is one
    let csv = "District,Villages,Communes\nAa,5,3\nBa,5,4\nCa,4,3\n";
    assert_eq!(names(&file(csv), "indicators"), ["Villages", "Communes"]);
    let csv = "ITTER107,Territorio,TIME,Value\nIT,Italia,2022,590\nITC,Nord-ovest,2022,158\nITC1,Piemonte,2022,42\n\
               ITC11,Torino,2022,22\nITC12,Vercelli,2022,16\n";
    let set = Mapping { references: vec!["Italia".to_owned()], ..Mapping::default() };
    assert_eq!(names(&of(outcome(csv, set)), "villages"), ["Torino", "Vercelli"]);
}

#[test]
fn lists_of_interfaces_have_their_names_in_other_places() {
    // the first object of IBGE's has the names of columns
    let json = r#"[{"MN":"Unidade de Medida","V":"Valor","D1C":"Município (Código)","D1N":"Município",
        "D2N":"Variável","D3N":"Ano"},
        {"MN":"Pessoas","V":"22728","D1C":"1100015","D1N":"Alta","D2N":"População","D3N":"2020"},
        {"MN":"Pessoas","V":"109523","D1C":"1100023","D1N":"Ariquemes","D2N":"População","D3N":"2020"},
        {"MN":"Pessoas","V":"...","D1C":"1100031","D1N":"Cabixi","D2N":"População","D3N":"2020"}]"#;
    let data = file(json);
    assert_eq!(names(&data, "villages"), ["Alta", "Ariquemes", "Cabixi"]);
    assert_eq!(data["villages"][0]["id"], "1100015");
    assert_eq!(names(&data, "indicators").len(), 1, "{data}");
    // the World Bank's list stands behind what is said of it
    let json = r#"[{"page":1,"lastupdated":"2024-03-28"},[
        {"indicator":{"id":"SP","value":"Population, total"},"country":{"id":"VN","value":"Viet Nam"},
            "date":"2021","value":97},
        {"indicator":{"id":"SP","value":"Population, total"},"country":{"id":"VN","value":"Viet Nam"},
            "date":"2020","value":96},
        {"indicator":{"id":"SP","value":"Population, total"},"country":{"id":"TH","value":"Thailand"},
            "date":"2021","value":71}]]"#;
    let data = file(json);
    assert_eq!(names(&data, "villages"), ["Viet Nam", "Thailand"]);
    assert_eq!(names(&data, "indicators"), ["Population, total"]);
    // a key for each year
    let json = r#"[{"variavel":"População","resultados":[{"series":[
        {"localidade":{"id":"11","nome":"Rondônia"},"serie":{"2020":"1796460","2021":"1815278"}},
        {"localidade":{"id":"12","nome":"Acre"},"serie":{"2020":"894470","2021":"906876"}}]}]}]"#;
    let data = file(json);
    assert_eq!(names(&data, "villages"), ["Rondônia", "Acre"]);
    assert_eq!(data["villages"][0]["district"], Json::Null);
}

#[test]
fn numbers_before_names_are_no_part_of_them() {
    let csv = "Kecamatan,Luas 2020\n1. Moyudan,2762\n2. Minggir,2873\n3. Seyegan,2663\nSleman,8298\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Moyudan", "Minggir", "Seyegan"]);
}

#[test]
fn descriptions_of_flags_measure_nothing() {
    let csv =
        "Area,Item,Year,Unit,Value,Flag,Flag Description\nViet Nam,Rice,2020,kg,427,A,Official figure\n\
               Viet Nam,Rice,2021,kg,438,A,Official figure\nThailand,Rice,2020,kg,302,A,Official figure\n\
               Thailand,Rice,2021,kg,335,E,Estimated value\n";
    let data = file(csv);
    assert_eq!(names(&data, "indicators"), ["Rice"]);
    assert_eq!(data["villages"][1]["figures"]["rice"]["2021"], json!({ "exact": 335, "estimated": true }));
}

#[test]
fn codes_with_colons_and_levels_of_digits_are_known() {
    let csv = "Período;Localização geográfica;População residente\n2021;11: Norte;359\n2021;111: Alto Minho;231\n\
               2021;1111601: Arcos;20\n2021;1111602: Caminha;15\n2021;112: Cávado;90\n2021;1120301: Amares;18\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Arcos", "Caminha", "Amares"]);
    assert_eq!(data["villages"][2]["district"], "Cávado");
    // headings of SDMX without a blank
    let csv = "REF_AREA:Geographic area,INDICATOR:Indicator,TIME_PERIOD:Time period,OBS_VALUE:Observation Value,\
               LOWER_BOUND:Lower Bound,UPPER_BOUND:Upper Bound\nVNM: Viet Nam,X: Mortality rate,2020,20.9,17.1,25.5\n\
               THA: Thailand,X: Mortality rate,2020,8.6,6.5,11.3\nPER: Peru,X: Mortality rate,2020,9.6,7.5,12.3\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Viet Nam", "Thailand", "Peru"]);
    assert!(data.to_string().contains("[17.1,25.5]"), "{data}");
    let csv =
        "Location,Period,FactValueNumeric,FactValueNumericLow,FactValueNumericHigh\nAa,2019,63.1,62,64.2\n\
               Benin,2019,63.4,62.4,64.4\n";
    assert!(file(csv).to_string().contains("[62.4,64.4]"));
}

#[test]
fn a_column_for_each_place_and_margin_becomes_rows() {
    let csv = "\"Label (Grouping)\",\"Alabama!!Estimate\",\"Alabama!!Margin of Error\",\"Alaska!!Estimate\",\
               \"Alaska!!Margin of Error\"\n\"Households\",\"1,902,983\",\"±377\",\"260,561\",\"±1,113\"\n\
               \"Median age\",\"39.3\",\"±0.2\",\"34.9\",\"±0.3\"\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Alabama", "Alaska"]);
    assert_eq!(names(&data, "indicators"), ["Households", "Median age"]);
    let expected = json!({ "estimate": 260561, "interval": [259448, 261674] });
    assert_eq!(data["villages"][1]["figures"]["households"], expected);
}

#[test]
fn a_place_with_the_name_of_a_country_is_no_whole_among_many() {
    let mut csv = "state_name,city,population\n".to_owned();
    for n in 0..80u8 {
        csv += &format!(
            "Mato,C{}{},{}\n",
            (b'a' + n / 26) as char,
            (b'a' + n % 26) as char,
            1000 + u32::from(n)
        );
    }
    let csv = csv.replace(",Cbb,", ",Costa Rica,");
    let problems = outcome(&csv, Mapping::default()).problems;
    assert_eq!(problems.iter().map(|p| p.at.to_string()).collect::<Vec<_>>(), ["B29"]);
    let set = Mapping { references: vec![String::new()], ..Mapping::default() };
    assert_eq!(names(&of(outcome(&csv, set)), "villages").len(), 80);
    let csv = "country,beer\nPeru,5\nChad,6\nMicronesia,7\nKenya,8\nFrance,9\n";
    assert_eq!(names(&file(csv), "villages").len(), 5);
}

#[test]
fn sectors_and_items_are_no_places() {
    assert_eq!(
        fault(
            "sector,year,emissions\n10 Aviation,2012,84\n10 Aviation,2013,53\n20 Fuels,2012,145\n\
               20 Fuels,2013,140\n"
        ),
        "fault-no-places"
    );
    assert_eq!(
        fault(
            "item_name,year,Batu Pahat,Kluang\nFish,2020,15,17\nFish,2021,16,18\nEggs,2020,5,6\n\
               Eggs,2021,6,7\n"
        ),
        "fault-no-places"
    );
    let set = Mapping { place: Some("sector".to_owned()), ..Mapping::default() };
    let csv = "sector,year,emissions\nAviation,2012,84\nAviation,2013,53\nFuels,2012,145\nFuels,2013,140\n";
    assert_eq!(names(&of(outcome(csv, set)), "villages"), ["Aviation", "Fuels"]);
}

#[test]
fn ages_are_no_figures() {
    for ages in [["10 to 14", "15 to 19"], ["10", "15"]] {
        let [young, old] = ages;
        let csv = format!(
            "Year,Area,Age,Value\n2020,Aa,{young},5\n2020,Aa,{old},6\n2020,Ba,{young},7\n2020,Ba,{old},8\n\
             2021,Aa,{young},5\n2021,Aa,{old},6\n2021,Ba,{young},7\n2021,Ba,{old},8\n"
        );
        let data = file(&csv);
        assert_eq!(names(&data, "indicators"), ages, "{data}");
        assert_eq!(data["villages"].as_array().map(Vec::len), Some(2));
    }
}

#[test]
fn numbers_of_rows_begin_anew_in_each_section() {
    let csv =
        "STT,Xã/phường,Số hộ,Số hộ nghèo\nI,Thành thị,3000,60\n1,Phường Một,1500,30\n2,Phường Hai,1500,30\n\
               II,Nông thôn,2500,100\n1,Xã Ba,1200,48\n2,Xã Bốn,1300,52\n,Tổng cộng,5500,160\n";
    let data = file(csv);
    assert_eq!(names(&data, "indicators"), ["Số hộ", "Số hộ nghèo"]);
    assert_eq!(names(&data, "villages"), ["Phường Một", "Phường Hai", "Xã Ba", "Xã Bốn"]);
}

#[test]
fn days_and_dotted_months_are_times() {
    let csv = "Area,31 March 2021,31 March 2022\nLeeds,798786,809036\nYork,202821,204551\n";
    let data = file(csv);
    assert_eq!(names(&data, "indicators"), ["Value"]);
    let csv =
        "시도별,시점,총인구 (명)\n서울,2021.12,950\n부산,2021.12,335\n서울,2022.12,942\n부산,2022.12,331\n";
    let data = file(csv);
    assert_eq!(data["indicators"].as_array().map(Vec::len), Some(1), "{data}");
    assert!(data["villages"][0]["figures"].to_string().contains("2022-12"));
}

#[test]
fn one_name_in_two_units_is_two_indicators() {
    let csv = "District,Poor households 2021,Poor households 2021 (%)\nAa,120,5.1\nBa,90,4.2\nCa,15,0.7\n";
    let data = file(csv);
    assert_eq!(names(&data, "indicators"), ["Poor households", "Poor households (%)"]);
    assert_eq!(data["indicators"][1]["unit"], "percent");
    assert_eq!(data["indicators"][0]["unit"], Json::Null);
}

#[test]
fn digits_of_thai_and_wide_ones_are_digits() {
    let csv = "จังหวัด,ประชากร พ.ศ. ๒๕๖๔\nเชียงใหม่,\"๑,๗๙๒,๔๗๔\"\nลำพูน,\"๔๐๑,๑๓๙\"\n";
    let data = file(csv);
    assert!(data["villages"][0]["figures"].to_string().contains("\"2021\":1792474"), "{data}");
    assert!(file("市町村,人口 ２０２０年\n札幌市,１９７３\n函館市,２５１\n").to_string().contains("1973"));
}

#[test]
fn spans_of_months_are_no_times_but_quarters() {
    let csv =
        "Area,Employment rate Jul 2021-Jun 2022,Employment rate Jul 2022-Jun 2023\nAa,74,75\nBa,70,71\n\
               Ca,71,66\n";
    let data = file(csv);
    assert_eq!(names(&data, "indicators").len(), 2);
    assert_eq!(
        data["villages"][0]["figures"].as_object().and_then(|of| of.values().next().cloned()),
        Some(json!(74))
    );
    let csv = "Area,Apr 2020 to Mar 2021,Apr 2021 to Mar 2022\nAa,10,11\nBa,12,13\nCa,14,15\n";
    assert!(!file(csv).to_string().contains("\"2020-04\""));
    let times = [("Apr 2020 to Mar 2021", "2020/21"), ("Apr 2021 to Mar 2022", "2021/22")]
        .map(|(of, time)| (of.to_owned(), time.to_owned()));
    let data = of(outcome(csv, Mapping { times: times.into(), ..Mapping::default() }));
    assert!(data.to_string().contains("\"2021/22\":11"), "{data}");
    let csv = "Region,Jan-Mar 2022,Apr-Jun 2022,Jul-Sep 2022\nLondon,4.8,4.5,4.6\nWales,3.5,3.6,3.7\n\
               Kent,3.5,3.6,3.7\n";
    let data = file(csv);
    assert_eq!(names(&data, "indicators"), ["Value"]);
    assert!(data.to_string().contains("2022-Q3"), "{data}");
    let csv = "Kreis;Arbeitslosenquote in %\nKiel;7,3\nBonn;6,1\n";
    assert_eq!(names(&file(csv), "indicators"), ["Arbeitslosenquote"]);
}

#[test]
fn spans_of_years_beside_years_are_no_months() {
    let csv = "State,Population 2001,Population 2011,Growth (%) 2001-11\nAa,762,845,11\nBa,829,1040,25.4\n\
               Ca,13,14,8.2\n";
    let data = file(csv);
    assert!(!data.to_string().contains("\"2001-11\""), "{data}");
    assert_eq!(names(&data, "indicators"), ["Population", "Growth 2001-11"]);
    // months are
    let csv = "State,Rate 2021-10,Rate 2021-11,Rate 2021-12\nAa,7,8,1\nBa,8,1,2\nCa,3,4,8\n";
    assert!(file(csv).to_string().contains("\"2021-11\""));
}

#[test]
fn a_line_of_units_may_stand_in_wide_brackets() {
    let csv = "第1表 市町村別人口,,,\n,,,（単位：人）\n市町村,総数,男,女\n県計,1237,583,654\n青森市,275,128,147\n弘前市,168,77,91\n";
    let data = file(csv);
    assert_eq!(names(&data, "indicators"), ["総数", "男", "女"]);
    assert_eq!(data["indicators"][2]["unit"], "人");
    assert_eq!(names(&data, "villages"), ["青森市", "弘前市"]);
}

#[test]
fn interfaces_of_offices_in_json_are_tables() {
    // Indonesia: figures by keys of codes
    let json = r#"{"status":"OK","var":[{"val":413,"label":"Jumlah Penduduk","unit":"Jiwa"}],
        "turvar":[{"val":0,"label":"Tidak ada"}],"vervar":[{"val":3401,"label":"Kulon Progo"},
        {"val":3402,"label":"Bantul"}],
        "tahun":[{"val":121,"label":"2021"},{"val":122,"label":"2022"}],"turtahun":[{"val":0,"label":"Tahun"}],
        "datacontent":{"340141301210":436395,"340141301220":439000,"340241301210":985770,"340241301220":995264}}"#;
    let data = file(json);
    assert_eq!(names(&data, "villages"), ["Kulon Progo", "Bantul"]);
    assert_eq!(names(&data, "indicators"), ["Jumlah Penduduk"]);
    assert_eq!(data["villages"][1]["id"], "3402");
    assert_eq!(data["villages"][1]["figures"]["jumlah-penduduk"], json!({ "2021": 985770, "2022": 995264 }));
    // CKAN: a list of records within a result
    let json = r#"{"success":true,"result":{"records":[{"_id":1,"縣市":"新北市","年度":"111","人口數":"4,000,000"},
        {"_id":2,"縣市":"臺北市","年度":"111","人口數":"2,480,000"},{"_id":3,"縣市":"桃園市","年度":"111","人口數":"2,280,000"}],
        "fields":[{"id":"縣市","type":"text"}]}}"#;
    let data = file(json);
    assert_eq!(names(&data, "villages"), ["新北市", "臺北市", "桃園市"]);
    assert!(data.to_string().contains("2480000"), "{data}");
    // a code by its heading alone
    let csv =
        "Município,Código,População 2022\nAbaeté,3100203,22690\nAcaiaca,3100302,13311\nAbadia,3100401,3920\n";
    let data = file(csv);
    assert_eq!(data["villages"][1]["id"], "3100302");
    assert!(file("geo;2021;2022\nAa;5,1;5,2\nBa;6,1;:c\nCa;7;7,5\n").to_string().contains("suppressed"));
}

#[test]
fn lines_and_regions_may_be_said_in_two_languages() {
    let csv = "\"Tỷ suất nhập cư phân theo địa phương - In-migration rate by province\",,,\n\
               ,,,\"Đơn vị tính - Unit: ‰\"\n\
               ,2021,2022,\"Sơ bộ - Prel. 2023\"\n\"CẢ NƯỚC - WHOLE COUNTRY\",\"6,0\",\"6,2\",\"6,4\"\n\
               \"Đồng bằng sông Hồng - Red River Delta\",\"5,1\",\"5,2\",\"5,3\"\n\"Hà Nội\",\"6,1\",\"6,5\",\"6,9\"\n\
               \"Tây Nguyên - Central Highlands\",\"3,1\",\"3,2\",\"3,3\"\n\"Kon Tum\",\"5,1\",\"5,5\",\"5,9\"\n\
               \"Đồng bằng sông Cửu Long - Mekong River Delta\",\"2,1\",\"2,2\",\"2,3\"\n\
               \"Long An\",\"9,1\",\"9,5\",\"9,9\"\n";
    let data = file(csv);
    assert_eq!(names(&data, "villages"), ["Hà Nội", "Kon Tum", "Long An"]);
    assert_eq!(names(&data, "indicators").len(), 1);
    assert_eq!(data["indicators"][0]["unit"], "permille");
    assert_eq!(data["villages"][0]["district"], "Đồng bằng sông Hồng - Red River Delta");
}

#[test]
fn totals_have_words_in_many_languages() {
    for total in ["Σύνολο", "الإجمالي", "Gjithsej", "Ukupno", "Спочатку"] {
        let csv = format!("Region;2021;2022\nAa;862;912\nBa;290;292\nCa;100;105\n{total};2829;2793\n");
        let count = if total == "Спочатку" { 4 } else { 3 };
        assert_eq!(names(&file(&csv), "villages").len(), count, "{total}");
    }
}

#[test]
fn ages_may_be_headings() {
    let csv =
        "Area name,All ages,0-14,15-64,65+\nAa,1200,300,700,200\nBa,900,210,500,190\nCa,1500,390,900,210\n";
    let data = file(csv);
    assert_eq!(names(&data, "indicators"), ["All ages", "0-14", "15-64", "65+"]);
    assert_eq!(names(&data, "villages").len(), 3);
    let csv = "Code,Name,All ages,0,1,2\nE06000047,Durham,533,48,49,50\nE06000005,Darlington,107,10,11,12\n";
    assert_eq!(names(&file(csv), "indicators"), ["All ages", "0", "1", "2"]);
    // a place with three numbers is no heading
    assert_eq!(fault("Aa,12,15,90\nBa,13,20,4\nCa,1,2,5\n"), "fault-figures-above");
}
