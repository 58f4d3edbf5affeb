//! Cohorts as programs have them: what people write in a cell, what files call their columns, lines that are no rows, workbooks.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

fn ran(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_careerpath"));
    command.current_dir(folder).args(["cohort", "--today", "2026-11", "--top", "1"]).args(arguments);
    command.stdin(Stdio::null()).output().unwrap()
}

type Row = BTreeMap<String, String>;

fn table(path: &Path) -> Vec<Row> {
    csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect()
}

/// Scores a file, and gives the rows, what was said, and the exit code.
fn scored(text: &str) -> (Vec<Row>, Vec<Row>, String, Option<i32>) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("in.csv"), text).unwrap();
    let output = ran(folder.path(), &["in.csv", "-o", "out.csv"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(folder.path().join("out.csv").exists(), "{said}");
    let rows = table(&folder.path().join("out.csv"));
    (rows, table(&folder.path().join("out.csv.rejects.csv")), said, output.status.code())
}

/// What a cell of a clerk's row is told to be assumed for, or the reason why the row is rejected.
fn assumed(column: &str, cell: &str) -> Result<String, String> {
    let mut row: BTreeMap<&str, &str> = BTreeMap::from([
        ("id", "A"),
        ("region", "US-TX"),
        ("education", "high_school"),
        ("current_role", "records-clerk"),
    ]);
    row.insert(column, cell);
    let quoted = |cell: &&str| format!("\"{}\"", cell.replace('"', "\"\""));
    let names: Vec<&str> = row.keys().copied().collect();
    let cells: Vec<String> = row.values().map(quoted).collect();
    let (rows, rejects, ..) = scored(&format!("{}\n{}\n", names.join(","), cells.join(",")));
    match rejects.first() {
        None => {
            let usual = "pay_usd_per_year: not told = what such jobs usually pay";
            let told = rows[0]["assumed"].split("; ").filter(|told| *told != usual);
            Ok(told.collect::<Vec<_>>().join("; "))
        }
        Some(reject) => {
            assert_eq!(reject["column"], column);
            Err(reject["reason"].clone())
        }
    }
}

#[test]
fn cells_are_read_as_people_write_them() {
    for (column, cell) in [
        ("pay_usd_per_year", "$38,000.00"),
        ("pay_usd_per_year", "38k"),
        ("pay_usd_per_year", "38 000"),
        ("pay_usd_per_year", "38.000"),
        ("pay_usd_per_year", "N/A"),
        ("budget_usd", "3.8E+03"),
        ("months_in_role", "2 years"),
        ("months_in_role", "24 mo"),
        ("credentials", "Registered Health Information Technician (RHIT)"),
        ("credentials", "CCS®"),
        ("credentials", "CPC, CCS"),
        ("credentials", "none"),
        ("credentials", "CPC CCS"),
        ("credentials", "RHIT #123456"),
        ("credentials", "CPC exp. 06/2027"),
        ("pay_usd_per_year", "none"),
        ("skills", "SQL (3/5)"),
        ("skills", "ICD10CM:2"),
        ("skills", "medical terminology 1, pharmacology 3"),
        ("skills", "ICD-10-CM - beginner"),
        ("may_move", "✓"),
        ("interests", "CSE"),
        ("skills", "ICD-10-CM:3; Epic:2"),
        ("skills", "medical terminology (3)"),
        ("education", "HS Diploma/GED"),
        ("interests", "Social, Enterprising"),
        ("may_move", "N"),
        ("current_role", "H.I.M. Technician"),
        ("study_hours_per_week", "10 hrs/week"),
        ("region", "St Louis, MO"),
        ("target", "Cancer Registrar"),
    ] {
        assert_eq!(assumed(column, cell), Ok(String::new()), "{column}: {cell}");
    }
}

#[test]
fn what_is_not_certain_is_taken_and_told() {
    for (column, cell, told) in [
        ("pay_usd_per_year", "$18.50/hr", "pay_usd_per_year: $18.50/hr = 38480 a year"),
        ("months_in_role", "01/2022-present", "months_in_role: 01/2022-present = 58"),
        ("months_in_role", "5+ years", "months_in_role: 5+ years = 60"),
        ("education", "Some college", "education: Some college = high_school"),
        ("credentials", "CPC, BLS", "credentials: BLS is not known and counts for nothing"),
        ("credentials", "Certified Coding Specalist", "credentials: Certified Coding Specalist = ccs"),
        (
            "credentials",
            "RHIT (expired 2019)",
            "credentials: RHIT (expired 2019) is not held and counts for nothing",
        ),
        ("credentials", "CPC - pending", "credentials: CPC - pending is not held and counts for nothing"),
        ("credentials", "RHIT, expired", "credentials: rhit, expired is not held and counts for nothing"),
        (
            "credentials",
            "RHIT (2010-2016)",
            "credentials: RHIT (2010-2016) is not held and counts for nothing",
        ),
        ("credentials", "CCS?", "credentials: CCS? = ccs"),
        ("pay_usd_per_year", "$1,480 biweekly", "pay_usd_per_year: $1,480 biweekly = 38480 a year"),
        ("education", "AAS; BS in progress", "education: AAS; BS in progress = associate"),
        ("skills", "Epic:9", "skills: Epic:9 is not known and counts for nothing"),
        ("may_move", "maybe", "may_move: maybe = no"),
        ("current_role", "Coder", "current_role: Coder = hospital-coder"),
        ("months_in_role", "6 mo - 1 yr", "months_in_role: 6 mo - 1 yr = 6"),
        ("skills", "HIPAA", "skills: HIPAA = hipaa-privacy:2"),
        ("study_hours_per_week", "10-15", "study_hours_per_week: 10-15 = 10"),
        ("experience", "Cashier: 2-3 years", "experience: 2-3 years = 24"),
    ] {
        assert_eq!(assumed(column, cell), Ok(told.to_owned()), "{column}: {cell}");
    }
}

#[test]
fn what_cannot_be_read_says_in_which_form_it_can() {
    for (column, cell, reason) in [
        (
            "pay_usd_per_year",
            "lots",
            "`lots` is no pay in US dollars; write digits of a year's pay, such as 38000, or `18.50 an hour`",
        ),
        (
            "pay_usd_per_year",
            "C$38,000",
            "`C$38,000` is no pay in US dollars; write digits of a year's pay, such as 38000, or `18.50 an hour`",
        ),
        ("months_in_role", "a while", "`a while` is no time; write months, such as 24, or `2 years`"),
        ("target", "wizard of records", "no job that we know is called `wizard of records`; nearest: "),
    ] {
        let told = assumed(column, cell).expect_err(cell);
        assert!(told.starts_with(reason), "{told}");
    }
    let told = assumed("pay_usd_per_year", "18.50").expect_err("it is the pay of an hour");
    assert!(told.contains("if it is by the hour, write 38480 a year"), "{told}");
}

const EXPORT: &str = "\
Workforce center export,,,,,,,,,
Generated 11/01/2026,,,,,,,,,
,,,,,,,,,
Student ID,Last Name,City,State,Highest Degree,Job Title,Hire Date,Hourly Wage,Certifications,Willing to Relocate
1001,Doe,Dayton,OH,GED,Medical records clerk,03/2021,$17.25,,No
,,,,,,,,,
1002,Roe,Tampa,Florida,AAS,Medical Biller,2019-06-01,21,CPC,Yes
1003,Poe,Nowhereville,ZZ,BSN,Registered Nurse,Jan 2015,42.10,,n/a
";

#[test]
fn the_columns_of_others_are_known_and_what_means_nothing_is_told() {
    let (rows, rejects, said, code) = scored(EXPORT);
    let ids: Vec<&str> = rows.iter().map(|row| row["id"].as_str()).collect();
    assert_eq!(ids, ["1001", "1002"]);
    assert_eq!(rows[0]["stay_role"], "records-clerk");
    assert!(
        rows[0]["assumed"].contains("pay_usd_per_year: $17.25 an hour = 35880 a year"),
        "{}",
        rows[0]["assumed"]
    );
    assert_eq!((rejects[0]["line"].as_str(), rejects[0]["column"].as_str()), ("8", "region"));
    assert!(said.contains("columns that are not read: Last Name"), "{said}");
    assert!(
        said.contains("2 rows have nothing in them") || said.contains("one row has nothing in it"),
        "{said}"
    );
    assert_eq!(code, Some(1), "some rows were rejected");
}

#[test]
fn of_columns_for_the_same_the_one_that_says_it_best_is_read() {
    let header =
        "No.,Student ID,Degree,Highest Degree,Title,Job Title,Hourly Rate,Annual Salary,Cert 1,Cert 2,Zip";
    let (rows, rejects, ..) =
        scored(&format!("{header}\n1,S-77,BS HIM,GED,Ms.,Medical biller,,41000,CPC,CCA,2118\n"));
    assert!(rejects.is_empty(), "{rejects:?}");
    let told = ["id", "pay_now_usd", "stay_role", "region", "assumed"].map(|name| rows[0][name].as_str());
    assert_eq!(told, ["S-77", "41000.00", "billing-specialist", "Boston-Cambridge-Newton, MA-NH", ""]);
}

#[test]
fn a_line_says_what_parts_the_cells() {
    let (rows, ..) = scored(
        "sep=;\nid;region;education;pay_usd_per_year;current_role\nA;US-TX;GED;38000,50;records-clerk\n",
    );
    assert_eq!(rows.len(), 1);
}

#[test]
fn a_misspelt_column_is_no_other() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("in.csv"), "id,region,education,credentails\nA,US-TX,GED,CPC\n")
        .unwrap();
    let output = ran(folder.path(), &["in.csv", "-o", "out.csv"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("credentails") && said.contains("credentials"), "{said}");
    assert!(!folder.path().join("out.csv").exists());
}

#[test]
fn what_is_not_certain_is_settled_once() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    let rows = "id,region,education,current_role,credentials\n\
                A,US-TX,GED,Chart wrangler,CPC; BLS\n\
                B,US-TX,Some college,chart  wrangler,CPC\n\
                C,US-TX,GED,records-clerk,BLS\n";
    std::fs::write(place("in.csv"), rows).unwrap();
    assert!(ran(folder.path(), &["in.csv", "--review", "map.json"]).status.success());
    let asked: serde_json::Value =
        serde_json::from_slice(&std::fs::read(place("map.json")).unwrap()).unwrap();
    assert_eq!(asked["credentials"], serde_json::json!({"BLS": ""}));
    assert_eq!(asked["education"], serde_json::json!({"Some college": "high_school"}));
    assert!(asked["current_role"]["Chart wrangler"].is_string(), "{asked}");
    let filled = serde_json::json!({
        "current_role": {"chart wrangler": "records-clerk"},
        "education": {"Some college": "certificate"},
        "credentials": {"BLS": null},
    });
    std::fs::write(place("map.json"), filled.to_string()).unwrap();
    let run = ran(folder.path(), &["in.csv", "--map", "map.json", "-o", "out.csv"]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let usual = "pay_usd_per_year: not told = what such jobs usually pay";
    for row in table(&place("out.csv")) {
        assert_eq!((row["stay_role"].as_str(), row["assumed"].as_str()), ("records-clerk", usual));
    }
    std::fs::write(place("map.json"), r#"{"curent_role": {"a": "b"}}"#).unwrap();
    let run = ran(folder.path(), &["in.csv", "--map", "map.json", "-o", "more.csv"]);
    assert!(String::from_utf8_lossy(&run.stderr).contains("did you mean `current_role`?"));
}

#[test]
fn a_workbook_is_the_table_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let dates = Format::new().set_num_format("yyyy-mm-dd");
    sheet.write_string(0, 0, "Cohort of autumn").unwrap();
    for (row, line) in (2..).zip(EXPORT.lines().skip(3)) {
        for (column, cell) in (0..).zip(line.split(',')).filter(|(_, cell)| !cell.is_empty()) {
            match (column, cell) {
                (0, _) if row > 2 => sheet.write_number(row, column, cell.parse::<f64>().unwrap()),
                (7, "21") => sheet.write_number(row, column, 21.0),
                (6, "2019-06-01") => {
                    let date = ExcelDateTime::from_ymd(2019, 6, 1).unwrap();
                    sheet.write_datetime_with_format(row, column, &date, &dates)
                }
                _ => sheet.write_string(row, column, cell),
            }
            .unwrap();
        }
    }
    book.add_worksheet().set_name("Other").unwrap().write_string(0, 0, "nothing").unwrap();
    book.save(place("in.xlsx")).unwrap();
    std::fs::write(place("in.csv"), EXPORT).unwrap();
    assert_eq!(ran(folder.path(), &["in.xlsx", "-o", "book.csv"]).status.code(), Some(1));
    ran(folder.path(), &["in.csv", "-o", "table.csv"]);
    assert_eq!(std::fs::read(place("book.csv")).unwrap(), std::fs::read(place("table.csv")).unwrap());
    let lines = |name: &str| -> Vec<String> {
        table(&place(name)).into_iter().map(|row| row["line"].clone()).collect()
    };
    assert_eq!(lines("book.csv.rejects.csv"), ["7"], "the row of the sheet");
    let said =
        String::from_utf8_lossy(&ran(folder.path(), &["in.xlsx", "--sheet", "Third", "-o", "x.csv"]).stderr)
            .into_owned();
    assert!(said.contains("there is no such sheet") && said.contains("Sheet1, Other"), "{said}");
}

#[test]
fn a_sheet_has_so_many_columns_and_a_far_cell_costs_little() {
    let folder = tempfile::tempdir().unwrap();
    for (row, column, told) in
        [(0, 1_000, "1048576 rows and 1000 columns"), (1_048_575, 999, "`id` is missing")]
    {
        let mut book = Workbook::new();
        book.add_worksheet().write_string(0, 0, "name").unwrap().write_string(row, column, "far").unwrap();
        book.save(folder.path().join("in.xlsx")).unwrap();
        let output = ran(folder.path(), &["in.xlsx", "-o", "out.csv"]);
        let said = String::from_utf8_lossy(&output.stderr).replace("\n  │ ", " ");
        assert!(said.contains(told) && output.status.code() == Some(2), "{said}");
    }
}

#[test]
fn a_result_may_be_a_workbook() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    std::fs::write(place("in.csv"), EXPORT).unwrap();
    ran(folder.path(), &["in.csv", "-o", "out.xlsx"]);
    ran(folder.path(), &["in.csv", "-o", "out.csv"]);
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(place("out.xlsx")).unwrap();
    let sheets = calamine::Reader::sheet_names(&book);
    assert_eq!(sheets, ["Result", "Summary", "Rejects"]);
    let result = calamine::Reader::worksheet_range(&mut book, "Result").unwrap();
    let wanted = table(&place("out.csv"));
    assert_eq!(result.height(), wanted.len() + 1);
    let header: Vec<String> = result.rows().next().unwrap().iter().map(ToString::to_string).collect();
    for (row, wanted) in result.rows().skip(1).zip(&wanted) {
        for (name, cell) in header.iter().zip(row) {
            let same = match cell {
                calamine::Data::Float(number) => (wanted[name].parse::<f64>().unwrap() - number).abs() < 1e-6,
                cell => cell.to_string() == wanted[name],
            };
            assert!(same, "{name}: {cell} is not {}", wanted[name]);
        }
    }
    let rejects = calamine::Reader::worksheet_range(&mut book, "Rejects").unwrap();
    assert_eq!(rejects.height(), 2);
}

#[test]
fn what_is_no_table_is_told_as_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    for (bytes, what) in [
        (&b"%PDF-1.7 ..."[..], "it is a PDF"),
        (b"<!DOCTYPE html><html>", "it is a web page"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is an old workbook (.xls), or one with a password"),
        (b"PK\x03\x04 and nothing more", "it is an archive"),
    ] {
        std::fs::write(folder.path().join("in.csv"), bytes).unwrap();
        let output = ran(folder.path(), &["in.csv", "-o", "out.csv"]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains(what) && output.status.code() == Some(2), "{said}");
    }
}
