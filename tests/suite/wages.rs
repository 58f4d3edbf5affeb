//! The pay model: its estimators against certified values, and its goals on the raw files.

use std::path::Path;

use careerpath::document::Text;
use careerpath::finding::Finding;
use careerpath::graph::{Graph, OccupationIx, PayTable, RegionIx, RoleIx};
use careerpath::profile::Profile;
use careerpath::render::{json as json_of, measures_text};
use careerpath::wages::curve::Curve;
use careerpath::wages::shown::Shown;
use careerpath::wages::study::evaluate::{Raw, evaluate};
use careerpath::wages::study::fit::fit;
use careerpath::wages::study::{panels, raw};
use careerpath::wages::surface::{Row, least_squares};
use careerpath::wages::{Band, Moment, PayBook};
use serde_json::json;

use crate::frame::profile;

/// Employment, price deflator, product, unemployed, armed forces, population and year in the United States, 1947 to 1962
/// (Longley 1967; certified by NIST, Statistical Reference Datasets).
const LONGLEY: [[f64; 7]; 16] = [
    [60323.0, 83.0, 234_289.0, 2356.0, 1590.0, 107_608.0, 1947.0],
    [61122.0, 88.5, 259_426.0, 2325.0, 1456.0, 108_632.0, 1948.0],
    [60171.0, 88.2, 258_054.0, 3682.0, 1616.0, 109_773.0, 1949.0],
    [61187.0, 89.5, 284_599.0, 3351.0, 1650.0, 110_929.0, 1950.0],
    [63221.0, 96.2, 328_975.0, 2099.0, 3099.0, 112_075.0, 1951.0],
    [63639.0, 98.1, 346_999.0, 1932.0, 3594.0, 113_270.0, 1952.0],
    [64989.0, 99.0, 365_385.0, 1870.0, 3547.0, 115_094.0, 1953.0],
    [63761.0, 100.0, 363_112.0, 3578.0, 3350.0, 116_219.0, 1954.0],
    [66019.0, 101.2, 397_469.0, 2904.0, 3048.0, 117_388.0, 1955.0],
    [67857.0, 104.6, 419_180.0, 2822.0, 2857.0, 118_734.0, 1956.0],
    [68169.0, 108.4, 442_769.0, 2936.0, 2798.0, 120_445.0, 1957.0],
    [66513.0, 110.8, 444_546.0, 4681.0, 2637.0, 121_950.0, 1958.0],
    [68655.0, 112.6, 482_704.0, 3813.0, 2552.0, 123_366.0, 1959.0],
    [69564.0, 114.2, 502_601.0, 3931.0, 2514.0, 125_368.0, 1960.0],
    [69331.0, 115.7, 518_173.0, 4806.0, 2572.0, 127_852.0, 1961.0],
    [70551.0, 116.9, 554_894.0, 4007.0, 2827.0, 130_081.0, 1962.0],
];

#[test]
fn least_squares_agree_with_nist_to_eleven_digits() {
    let rows =
        LONGLEY.map(|[y, a, b, c, d, e, f]| Row { terms: [1.0, a, b, c, d, e, f], value: y, weight: 1.0 });
    let found = least_squares(&rows).unwrap();
    let certified = [
        -3_482_258.634_595_82,
        15.061_872_271_373_3,
        -0.035_819_179_292_591_0,
        -2.020_229_803_816_83,
        -1.033_226_867_173_59,
        -0.051_104_105_653_580_7,
        1_829.151_464_613_55,
    ];
    for (found, certified) in found.into_iter().zip(certified) {
        let digits = -((found - certified) / certified).abs().log10();
        assert!(digits >= 10.9, "{found} against {certified}: {digits} digits");
    }
}

/// Hourly earnings, years of schooling and years of potential experience of 526 people in the United States, 1976 (Current
/// Population Survey, as in Wooldridge, Introductory Econometrics, data set wage1).
const WAGE1: &str = include_str!("../data/wage1.csv");

#[test]
fn least_squares_give_the_published_earnings_equation() {
    let people: Vec<(f64, f64, f64)> =
        csv::Reader::from_reader(WAGE1.as_bytes()).deserialize().collect::<Result<_, _>>().unwrap();
    let row = |(wage, schooling, experience): &(f64, f64, f64)| Row {
        terms: [1.0, *schooling, *experience, experience * experience],
        value: wage.ln(),
        weight: 1.0,
    };
    let rows: Vec<Row<4>> = people.iter().map(row).collect();
    let found = least_squares(&rows).unwrap();
    for (found, published) in found[1..].iter().zip([0.090_366, 0.041_009, -0.000_714]) {
        assert!((found - published).abs() <= 0.5e-6, "{found} against {published}");
    }
    let mean = rows.iter().map(|row| row.value).sum::<f64>() / 526.0;
    let told = |row: &Row<4>| row.terms.iter().zip(found).map(|(term, by)| term * by).sum::<f64>();
    let left: f64 = rows.iter().map(|row| (row.value - told(row)).powi(2)).sum();
    let all: f64 = rows.iter().map(|row| (row.value - mean).powi(2)).sum();
    assert!((1.0 - left / all - 0.300_273).abs() <= 0.5e-6);
}

/// Looks at every role with its pay in every thirtieth region of each shipped graph.
fn each_role(mut look: impl FnMut(&Graph, &PayBook, RegionIx, RoleIx)) {
    for graph in ["ca-ns-him", "us-him"].map(|id| Graph::shipped(id).unwrap().unwrap()) {
        for region in graph.regions.all().map(|(at, _)| at).step_by(30) {
            let book = PayBook::new(&graph, region);
            (0..).take(graph.roles.len()).for_each(|role| look(&graph, &book, region, RoleIx(role)));
        }
    }
}

#[test]
fn law_pay_never_falls_as_experience_grows_and_its_band_holds_it() {
    each_role(|_, book, _, role| {
        let pay = |field, tenure| book.yearly(role, Moment::today(field, tenure));
        for field in (0..360).step_by(9) {
            for tenure in (0..=field).step_by(27) {
                let now = pay(field, tenure);
                assert!(now <= pay(field + 9, tenure) && now <= pay(field + 9, tenure + 9));
                let Some(band) = book.band(role, Moment::today(field, tenure)) else { continue };
                assert_eq!(Some(band.mid), now);
                assert!(band.low.is_none_or(|low| low <= band.mid), "{band:?}");
                assert!(band.high.is_none_or(|high| high >= band.mid), "{band:?}");
            }
        }
    });
}

#[test]
fn law_what_is_published_for_a_region_is_what_is_used_there() {
    let mut used = 0;
    each_role(|graph, book, region, role| {
        let row = graph.pay.get(graph.roles[role.at()].occupation, region);
        let Some(row) = row.filter(|row| row.median().is_some()) else { return };
        used += 1;
        let source = book.source(role).unwrap();
        assert_eq!((source.basis, source.region, source.wider), (row.basis, region, false));
        let known = book.distribution(role).iter().filter(|point| point.basis == row.basis);
        assert!(known.map(|point| point.yearly).eq(row.yearly.into_iter().flatten()));
    });
    assert!(used > 300, "{used}");
}

#[test]
fn law_pay_taken_from_around_has_a_band_no_narrower_than_where_it_is_from() {
    let mut compared = 0;
    each_role(|graph, here, region, role| {
        let Some(source) = here.source(role).filter(|source| source.region != region) else { return };
        let there = PayBook::new(graph, source.region);
        let bands = [here, &there].map(|book| book.band(role, Moment::today(60, 12)).unwrap());
        assert!(bands[0].low <= bands[1].low && bands[0].high >= bands[1].high, "{bands:?}");
        compared += 1;
    });
    assert!(compared > 50, "{compared}");
}

#[test]
fn law_a_curve_through_percentiles_never_falls_and_never_leaves_two_neighbours() {
    let mut curves = 0;
    each_role(|_, book, _, role| {
        let points: Vec<(f64, f64)> =
            book.distribution(role).iter().map(|point| (point.percentile, point.yearly)).collect();
        let Some(curve) = Curve::through(&points) else { return };
        curves += 1;
        let pay: Vec<f64> = (5..=995).map(|permille| curve.at(f64::from(permille) / 10.0)).collect();
        assert!(pay.is_sorted_by(|before, after| before <= &(after + 1e-12)), "{points:?}");
        for (percentile, yearly) in &points {
            assert!((curve.at(*percentile) - yearly.ln()).abs() < 1e-12);
        }
        for ends in points.windows(2) {
            let middle = curve.at(f64::midpoint(ends[0].0, ends[1].0)).exp();
            assert!(ends[0].1 - 1e-6 <= middle && middle <= ends[1].1 + 1e-6, "{points:?}");
        }
        let back = curve.percentile(curve.at(37.0));
        assert!((curve.at(back) - curve.at(37.0)).abs() < 1e-9, "{back}");
    });
    assert!(curves > 300, "{curves}");
}

/// A graph in which some published pay is missing.
fn without(graph: &Graph, missing: impl Fn(OccupationIx, RegionIx) -> bool) -> Graph {
    let mut less = graph.clone();
    less.pay = PayTable::default();
    for (occupation, region, row) in graph.pay.all() {
        if !missing(occupation, region) {
            assert!(less.pay.add(occupation, region, row.clone()));
        }
    }
    less
}

#[test]
fn law_the_more_is_missing_the_wider_the_band() {
    let graph = Graph::shipped("us-him").unwrap().unwrap();
    let coder = graph.role("hospital-coder").unwrap();
    let own = graph.roles[coder.at()].occupation;
    let occupations: Vec<OccupationIx> = (0..).map(OccupationIx).take(graph.occupations.len()).collect();
    let mut told = 0;
    for (region, _) in graph.regions.all().skip(1).step_by(40) {
        // first the cell itself goes, then more and more of what is published around it
        let around: Vec<RegionIx> = graph.regions.upward(region).filter(|at| at.0 > 0).collect();
        let spreads: Vec<f64> = (0..=occupations.len())
            .map(|gone| {
                let less = without(&graph, |occupation, at| {
                    around.contains(&at) && (occupation == own || occupations[..gone].contains(&occupation))
                });
                PayBook::new(&less, region).spread(coder)
            })
            .collect();
        let published = PayBook::new(&graph, region).spread(coder);
        assert!(published <= spreads[0], "{published} {spreads:?}");
        assert!(spreads.is_sorted(), "{spreads:?}");
        told += usize::from(spreads[0] < spreads[occupations.len()]);
    }
    assert!(told > 5, "{told}");
}

/// Somebody who has been an office coder for three years, paid so much.
fn coder_paid(graph: &Graph, yearly: Option<u32>) -> Profile {
    let mut job = json!({"role": "physician-office-coder", "months": 36, "current": true});
    if let Some(yearly) = yearly {
        job["pay_usd_per_year"] = json!(yearly);
    }
    let written = json!({"region": "Inland Empire", "education": "high_school", "experience": [job]});
    profile(graph, &written)
}

/// The width of a band in logs.
fn width(band: Band) -> f64 {
    (band.high.unwrap().units() / band.low.unwrap().units()).ln()
}

#[test]
fn law_own_pay_is_what_is_paid_today_and_counts_for_less_each_year() {
    let graph = Graph::shipped("us-him").unwrap().unwrap();
    let role = graph.role("physician-office-coder").unwrap();
    let usual = PayBook::of(&graph, &coder_paid(&graph, None));
    let now = Moment::today(36, 36);
    for yearly in [25_000, 40_000, 48_000, 52_000, 60_000, 80_000, 150_000] {
        let book = PayBook::of(&graph, &coder_paid(&graph, Some(yearly)));
        let today = book.band(role, now).unwrap();
        assert!((today.mid.units() - f64::from(yearly)).abs() < 1.0, "{today:?}");
        assert!(width(today) < 1e-4, "pay of today is told, not guessed: {today:?}");
        let apart = |month: u32| {
            let [own, usual] = [&book, &usual].map(|book| book.yearly(role, now.later(month)).unwrap());
            (own.units() / usual.units()).ln().abs()
        };
        // in the same job most of it is kept
        let far = !(40_000..=52_000).contains(&yearly);
        assert!(!far || apart(12) > 0.8 * apart(0) && apart(120) > 0.3 * apart(0), "{yearly} {}", apart(12));
        for month in (6..240).step_by(6) {
            let band = book.band(role, now.later(month)).unwrap();
            assert!(band.low.unwrap() < band.mid && band.mid < band.high.unwrap(), "{band:?}");
            if (40_000..=60_000).contains(&yearly) {
                let wide = usual.band(role, now.later(month)).unwrap();
                assert!(month > 12 || width(band) < width(wide), "not knowing one's pay is less sure");
            }
        }
    }
}

#[test]
fn law_own_pay_is_kept_by_the_calendar_and_the_less_the_further_the_job_is_from_today_s() {
    let graph = Graph::shipped("us-him").unwrap().unwrap();
    let [coder, hospital, biller] =
        ["physician-office-coder", "hospital-coder", "billing-specialist"].map(|id| graph.role(id).unwrap());
    let usual = PayBook::of(&graph, &coder_paid(&graph, None));
    for yearly in [33_000, 70_000] {
        let book = PayBook::of(&graph, &coder_paid(&graph, Some(yearly)));
        let apart = |role: RoleIx, since: u32| {
            let at = Moment { field: 36 + since, tenure: if role == coder { 36 + since } else { 0 }, since };
            let [own, usual] = [&book, &usual].map(|book| book.yearly(role, at).unwrap());
            (own.units() / usual.units()).ln().abs()
        };
        for since in [12, 36, 72] {
            assert!(apart(coder, since) > apart(hospital, since), "{yearly}");
            assert!(apart(hospital, since) > 1.1 * apart(biller, since), "{yearly}");
        }
        // months without work wear it off too
        let at = |since| Moment { field: 36, tenure: 0, since };
        let pays = [0, 60].map(|since| book.yearly(hospital, at(since)).unwrap());
        let wears = if yearly > 50_000 { pays[1] < pays[0] } else { pays[1] > pays[0] };
        assert!(wears, "{pays:?}");
    }
}

#[test]
fn law_no_band_narrows_from_one_year_to_the_next_by_more_than_the_fit_allows() {
    let graph = Graph::shipped("us-him").unwrap().unwrap();
    let people = &graph.pay_model.people;
    for kind in &people.kinds {
        let ends = kind.unknown.by_years.windows(2);
        // where own pay is not known, what years of experience tell may narrow it, slowly
        ends.for_each(|ends| {
            let widths = [&ends[0], &ends[1]].map(|end| end.high - end.low);
            assert!(widths[1] > widths[0] - 0.1 * (ends[1].years - ends[0].years), "{widths:?}");
        });
    }
    let mut compared = 0;
    for yearly in [33_000, 48_000, 70_000] {
        let book = PayBook::of(&graph, &coder_paid(&graph, Some(yearly)));
        for role in (0..).map(RoleIx).take(graph.roles.len()) {
            let Some(pays) = book.band(role, Moment::today(36, 0)).filter(|band| band.low.is_some()) else {
                continue;
            };
            // at one place in the distribution, so that only the years differ
            let widths: Vec<f64> = (0..=12)
                .map(|year| {
                    let at = Moment { field: 36, tenure: 0, since: 12 * year };
                    let change = book.ends_of(role, at).unwrap();
                    change[1] - change[0]
                })
                .collect();
            assert!(widths.is_sorted_by(|earlier, later| later >= &(earlier - 1e-12)), "{widths:?}");
            // no pinch: a change of job opens the band at once
            assert!(
                role == graph.role("physician-office-coder").unwrap() || widths[0] > 1.5,
                "{widths:?} {pays:?}"
            );
            compared += 1;
        }
    }
    assert!(compared > 100, "{compared}");
}

#[test]
fn law_other_work_never_lowers_pay_and_counts_for_less_than_the_field_s_own() {
    let graph = Graph::shipped("us-him").unwrap().unwrap();
    let after = |months: u32| {
        let job =
            json!({"title": "store manager", "occupation": "41-1011", "months": months, "current": true});
        let written = json!({"region": "Inland Empire", "education": "high_school", "experience": [job]});
        PayBook::of(&graph, &profile(&graph, &written))
    };
    let [none, some, many] = [after(1), after(60), after(240)];
    for role in (0..).map(RoleIx).take(graph.roles.len()) {
        let pay = |book: &PayBook, field| book.yearly(role, Moment::today(field, 0));
        assert!(pay(&none, 0) <= pay(&some, 0) && pay(&some, 0) <= pay(&many, 0));
        assert!(pay(&some, 0) <= pay(&none, 60));
    }
    let clerk = graph.role("billing-specialist").unwrap();
    let [new, later] = [&none, &many].map(|book| book.yearly(clerk, Moment::today(0, 0)).unwrap().units());
    assert!(later > 1.1 * new, "{new} {later}");
}

#[test]
fn a_kind_of_occupation_is_told_by_the_longest_start_of_its_code() {
    for (id, told) in [
        (
            "us-him",
            &[
                ("43-3021", "office"),
                ("29-2072", "health"),
                ("11-9111", "management"),
                ("25-1071", "any other"),
            ][..],
        ),
        ("ca-ns-him", &[("NOC-1252", "health"), ("NOC-1411", "office"), ("NOC-0311", "management")]),
    ] {
        let people = Graph::shipped(id).unwrap().unwrap().pay_model.people.clone();
        for (code, kind) in told {
            assert_eq!(people.kinds[people.kind(code)].name, *kind, "{code}");
        }
    }
}

#[test]
fn nova_scotia_s_roles_without_figures_have_no_pay() {
    let graph = Graph::shipped("ca-ns-him").unwrap().unwrap();
    let book = PayBook::new(&graph, graph.regions.find("Halifax").unwrap());
    let role = graph.role("informatics-specialist").unwrap();
    assert_eq!(book.yearly(role, Moment::today(0, 0)), None);
    let shown = Shown::of(&graph, role, graph.regions.find("Halifax").unwrap(), [0, 0], true);
    assert_eq!((shown.from, shown.years), (None, Vec::new()));
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that skips says so")]
fn what_ships_is_what_the_raw_files_give() {
    let Some(mut raw) = raw_files() else {
        eprintln!("skipped: the raw files are not there");
        return;
    };
    let shipped = |id: &str| std::fs::read_to_string(format!("graphs/{id}/wages.json")).unwrap();
    assert!(
        json_of(&fit(&raw, 1).unwrap()) == shipped("us-him"),
        "`careerpath wages fit` gives other figures"
    );
    raw.cells.clear();
    raw.vintages.clear();
    assert!(
        json_of(&fit(&raw, 1).unwrap()) == shipped("ca-ns-him"),
        "`careerpath wages fit` gives other figures"
    );
}

#[test]
fn every_pay_shown_says_where_it_is_from() {
    each_role(|graph, _, region, role| {
        let shown = Shown::of(graph, role, region, [0, 0], false);
        assert_eq!(shown.from.is_some(), !shown.years.is_empty());
        assert_eq!(shown.from.is_some(), !shown.distribution.is_empty());
        assert!(shown.from.is_none_or(|from| !from.source.is_empty() && !from.period.is_empty()));
    });
}

fn text(name: &str, words: &str) -> Text {
    Text { name: name.into(), bytes: words.into() }
}

fn told(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(ToString::to_string).collect()
}

const HEADER: &str =
    "level,area_code,state_fips,occ_code,mean_prse,a_median,extra,a_pct10,a_pct25,a_pct75,a_pct90\n";

#[test]
fn withheld_and_top_coded_pay_is_no_pay_and_no_fault() {
    let rows = "national,0,00,29-2072,0.5,\"50,000\",x,,,,\n\
                state,06,06,29-2072,1.0,#,x,,,,\nstate,07,07,29-2072,1.0,*,x,,,,\nstate,08,08,29-2072,1.0,**,x,,,,\n\
                state,09,09,29-2072,,-,x,,,,\nmetro_nonmetro,40140,06,29-2072,2.0,55000,x,,,,\n";
    let mut findings = Vec::new();
    let cells = raw::cells(&text("areas.csv", &format!("{HEADER}{rows}")), &mut findings);
    assert_eq!(told(&findings), Vec::<String>::new());
    assert_eq!(cells.len(), 1);
    assert!((cells[0].ratio - 1.1f64.ln()).abs() < 1e-12);
}

#[test]
fn a_raw_file_with_faults_tells_each_with_its_line() {
    let rows = "national,0,00,29-2072,0.5,50000,x,,,,\nstate,06,06,29-2072,1.0,lots,x,,,,\nplanet,1,1,29-2072,1.0,5,x,,,,\n\
                state,06,06,99-9999,1.0,5,x,,,,\nstate,07,07,29-2072,1.0,-5,x,,,,\n";
    let mut findings = Vec::new();
    assert!(raw::cells(&text("areas.csv", &format!("{HEADER}{rows}")), &mut findings).is_empty());
    let told = told(&findings);
    for words in
        ["areas.csv:3:1", "`lots`", "`planet`", "no national median of 99-9999", "-5 is no yearly pay"]
    {
        assert!(told.iter().any(|finding| finding.contains(words)), "{words} in {told:?}");
    }
    let mut findings = Vec::new();
    assert!(panels::women(&text("panel.csv", "idcode,year\n1,70\n"), &mut findings).is_empty());
    assert!(
        findings.iter().any(|finding| finding.to_string().contains("`ln_wage` is missing")),
        "{findings:?}"
    );
}

/// The raw files, where they are.
fn raw_files() -> Option<Raw> {
    let folder = Path::new("../shared/data");
    let read = |name: &str| std::fs::read(folder.join(name)).map(|bytes| Text { name: name.into(), bytes });
    let texts = raw::FILES.into_iter().map(read).collect::<Result<Vec<_>, _>>().ok()?;
    let mut findings = Vec::new();
    let raw = raw::read(&texts.try_into().unwrap(), &mut findings);
    assert_eq!(told(&findings), Vec::<String>::new());
    Some(raw)
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that skips says so")]
fn every_goal_of_the_pay_model_but_one_is_met_on_the_raw_files() {
    let Some(raw) = raw_files() else {
        eprintln!("skipped: the raw files are not there");
        return;
    };
    let measures = evaluate(&raw, 1);
    assert!(measures.len() >= 20, "{measures:?}");
    // the one that is missed is told as missed in the document, with the reason
    let missed: Vec<&str> =
        measures.iter().filter(|measure| !measure.met()).map(|measure| measure.what.as_str()).collect();
    assert_eq!(
        missed,
        [
            "pay in 1 years' time, own pay known, women of 1968-88, people who stay in the occupation: mean error of log pay"
        ]
    );
    assert_eq!(measures, evaluate(&raw, 1));
    let told = std::fs::read_to_string("docs/pay.md").unwrap();
    assert!(told.contains(&measures_text(&measures)), "the document tells other figures");
}

#[test]
fn law_no_month_ever_pays_more_than_its_bound() {
    let graph = Graph::shipped("us-him").unwrap().unwrap();
    let pays = [None, Some(25_000), Some(33_000), Some(48_000), Some(90_000), Some(120_000)];
    let mut tight = 0;
    for pay in pays {
        let mut outside =
            json!({"title": "store manager", "occupation": "41-1011", "months": 50, "current": true});
        if let Some(pay) = pay {
            outside["pay_usd_per_year"] = json!(pay);
        }
        let written = json!({"region": "US-OH", "education": "high_school", "experience": [outside]});
        let people = [coder_paid(&graph, pay), profile(&graph, &written)];
        for person in people {
            let book = PayBook::of(&graph, &person);
            for role in (0..).map(RoleIx).take(graph.roles.len()).step_by(3) {
                for (field, tenure) in [(36, 36), (36, 0), (60, 24), (240, 200)] {
                    let Some(most) = book.month_at_most(role, field, tenure) else { continue };
                    for since in [0, 1, 12, 13, 60, 240] {
                        let month = book.month(role, Moment { field, tenure, since }).unwrap();
                        assert!(month <= most, "{pay:?} {field} {tenure} {since}: {month} of {most}");
                        tight += usize::from(month + 2 >= most);
                    }
                }
            }
            for tenure in [50, 51, 62, 170] {
                let Some(most) = book.outside_month_at_most(tenure) else { continue };
                for since in [0, 1, 12, 60, 240] {
                    assert!(book.outside_month(tenure, since).unwrap() <= most);
                }
            }
        }
    }
    assert!(tight > 100, "{tight}");
}

#[test]
fn pay_told_in_a_job_of_no_known_occupation_never_lowers_what_is_foretold_below_telling_nothing_much() {
    let graph = Graph::shipped("us-him").unwrap().unwrap();
    let biller = graph.role("billing-specialist").unwrap();
    let paid = |job: serde_json::Value| {
        let written = json!({"region": "US-OH", "education": "high_school", "experience": [job]});
        let book = PayBook::of(&graph, &profile(&graph, &written));
        book.yearly(biller, Moment { field: 24, tenure: 24, since: 36 }).unwrap().units()
    };
    let silent = paid(json!({"title": "salesperson", "occupation": "41-2031", "months": 6, "current": true}));
    let unknown = paid(
        json!({"title": "beekeeper of the moon", "occupation": "none", "months": 6, "pay_usd_per_year": 45_000,
            "current": true}),
    );
    // $45,000 after half a year is well above what is usual then, in whatever job
    assert!(unknown > silent, "{unknown} {silent}");
}
