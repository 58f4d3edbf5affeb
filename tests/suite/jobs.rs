//! Jobs outside the field: read by what people call them, paid as published, with the skills that they bring.

use careerpath::document::Text;
use careerpath::finding::Finding;
use careerpath::graph::{Graph, Held, HoldingIx, JobMatch, TitleMatch};
use careerpath::profile::Profile;
use careerpath::provenance::Basis;
use careerpath::wages::PayBook;
use serde_json::{Value, json};

fn us() -> Graph {
    Graph::shipped("us-him").unwrap().unwrap()
}

/// What a title of the table is read as: codes or a word, and whether it is asked about.
fn read(graph: &Graph, title: &str) -> (Vec<String>, bool) {
    match graph.read_job(title, Held::Today) {
        JobMatch::Roles(roles) => (vec!["role".to_owned()], roles.len() > 1),
        JobMatch::Outside(TitleMatch::Occupations { codes, is_sure }) => {
            let asked = codes.len() > 1 || !is_sure;
            (codes, asked)
        }
        JobMatch::Outside(TitleMatch::NoJob) => (vec!["none".to_owned()], false),
        JobMatch::Outside(TitleMatch::TooGeneral) => (vec!["general".to_owned()], false),
        JobMatch::Outside(TitleMatch::Unknown) => (vec!["unknown".to_owned()], false),
    }
}

#[test]
fn everyday_titles_are_read_or_asked_about_and_none_is_read_wrongly() {
    let graph = us();
    let table = std::fs::read_to_string("tests/cases/job-titles.tsv").unwrap();
    let (mut sure, mut asked, mut missed, mut wrong) = (0, 0, Vec::new(), Vec::new());
    for line in table.lines() {
        let (title, right) = line.split_once('\t').unwrap();
        let right: Vec<&str> = right.split(' ').collect();
        let (codes, is_asked) = read(&graph, title);
        let is_right = |code: &String| right.contains(&code.as_str());
        if codes == ["unknown"] {
            missed.push(title);
        } else if is_asked && (right == ["ask"] || codes.iter().any(is_right)) {
            asked += 1;
        } else if !is_asked && (is_right(&codes[0]) || right.contains(&"ask") && codes == ["general"]) {
            sure += 1;
        } else {
            wrong.push(format!("{title}: {codes:?}, right: {right:?}"));
        }
    }
    let all = table.lines().count();
    println!("{all} titles: {sure} read, {asked} asked about, {} missed: {missed:?}", missed.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(all >= 300 && sure * 100 >= 80 * all && missed.len() * 100 <= 2 * all, "{missed:?}");
}

#[test]
fn an_occupation_outside_the_graph_pays_what_is_published_for_the_state() {
    let graph = us();
    // OEWS, May 2025: medians
    let published = [
        ("29-2061", "US-OH", 61_950.0),
        ("41-2031", "US-CA", 38_440.0),
        ("35-3031", "US-MT", 23_370.0),
        ("43-6013", "US-TX", 42_910.0),
        ("31-9092", "US-MS", 35_360.0),
        ("13-1041", "US-WA", 88_790.0),
        ("43-3021", "US-WY", 44_880.0),
        ("25-1071", "US-CA", 165_110.0),
        ("11-9111", "US-NY", 164_120.0),
        ("29-2072", "US-CA", 61_810.0),
    ];
    for (code, region, median) in published {
        let region = graph.regions.find(region).unwrap();
        let (_, row) = graph.outside_pay(code, region).unwrap();
        assert_eq!(row.median(), Some(median), "{code}");
    }
}

fn checked(graph: &Graph, experience: &Value, skills: &Value) -> Result<Profile, Vec<Finding>> {
    let written =
        json!({"region": "US-OH", "education": "certificate", "experience": experience, "skills": skills});
    let file = Text { name: "p.json".into(), bytes: written.to_string().into_bytes() };
    Profile::check(&file, graph)
}

#[test]
fn a_job_by_its_title_has_the_usual_pay_of_its_occupation() {
    let graph = us();
    let job = json!([{"title": "LPN", "months": 60, "current": true}]);
    let profile = checked(&graph, &job, &json!({})).unwrap();
    assert_eq!(profile.outside.as_ref().unwrap().code.as_deref(), Some("29-2061"));
    let pay = PayBook::of(&graph, &profile);
    let yearly = pay.outside_yearly(60, 0).unwrap().units();
    // between the 10th and the 90th percentile of Ohio
    assert!((50_030.0..=74_120.0).contains(&yearly), "{yearly}");
    assert_eq!(profile.current_pay, None);
}

#[test]
fn a_nurse_is_paid_what_her_state_publishes_though_the_graph_itself_knows_nurses_of_the_nation_alone() {
    let graph = us();
    let ohio = graph.regions.find("US-OH").unwrap();
    let usual = graph.usual_pay("29-1141", ohio).unwrap();
    // OEWS, May 2025: Ohio's tenth, half and ninetieth percentile
    assert_eq!((usual.low, usual.median, usual.high), (66_980.0, 82_510.0, 105_290.0));
    let job = json!([{"title": "registered nurse", "months": 60, "current": true}]);
    let profile = checked(&graph, &job, &json!({})).unwrap();
    let pay = PayBook::of(&graph, &profile);
    let source = pay.outside_source().unwrap();
    assert_eq!((source.region, source.basis), (ohio, Basis::Observed));
    assert!((66_980.0..=105_290.0).contains(&pay.outside_yearly(60, 0).unwrap().units()));
}

#[test]
fn nobody_works_as_a_nurse_without_the_licence() {
    let graph = us();
    let award = graph.awards.iter().position(|award| award.names.id == "rn-licence").unwrap();
    let licence = HoldingIx(u32::try_from(award).unwrap());
    let job = |title: &str, current: bool| {
        let job = json!([{"title": title, "months": 90, "current": current}]);
        checked(&graph, &job, &json!({})).unwrap()
    };
    let nurse = job("ICU RN, charge on nights", true);
    assert_eq!((nurse.licence, nurse.holdings.contains(&licence)), (Some(licence), true));
    // who nursed once may have let it lapse, and others need none
    assert_eq!(job("ICU RN", false).licence, None);
    assert_eq!(job("pharmacy tech", true).licence, None);
}

#[test]
fn two_titles_of_one_role_are_worked_in_together() {
    let graph = us();
    let jobs = json!([
        {"title": "Lead ODS-C (was CTR), cancer registry", "months": 60, "current": true},
        {"title": "Tumor registrar / abstractor, CTR", "months": 30}
    ]);
    let profile = checked(&graph, &jobs, &json!({})).unwrap();
    let registrar = graph.role("cancer-registrar").unwrap();
    assert_eq!((profile.current, profile.experience.len()), (Some(registrar), 1));
    assert_eq!(profile.experience[0].months, 90);
}

#[test]
fn why_a_job_ended_is_no_part_of_its_title() {
    let graph = us();
    let code = |title: &str| {
        let job = json!([{"title": title, "months": 90, "current": false}]);
        checked(&graph, &job, &json!({})).unwrap().former.remove(0).code
    };
    assert_eq!(code("cashier (laid off)").as_deref(), Some("41-2011"));
    assert_eq!(code("dental hygienist, retired").as_deref(), Some("29-1292"));
    assert!(matches!(
        graph.read_job("cashier (laid off)", Held::Today),
        JobMatch::Outside(TitleMatch::NoJob)
    ));
}

#[test]
fn a_job_brings_skills_after_a_year_unless_something_else_is_told() {
    let graph = us();
    let terms = graph.skill("medical-terminology").unwrap();
    let level = |months: u32, current: bool, skills: Value| {
        let job = json!([{"title": "licensed practical nurse", "months": months, "current": current}]);
        checked(&graph, &job, &skills).unwrap().level(terms)
    };
    let brought = graph.background("29-2061").into_iter().find(|(skill, _)| *skill == terms).unwrap().1;
    assert!(brought >= 2, "{brought}");
    assert_eq!((level(12, true, json!({})), level(12, false, json!({}))), (brought, brought));
    assert_eq!(level(11, true, json!({})), 0);
    assert_eq!(level(60, true, json!({"medical-terminology": 0})), 0);
    assert_eq!(level(60, true, json!({"medical-terminology": 5})), 5);
    // of two jobs the higher
    let both = json!([{"title": "cashier", "months": 60, "current": true}, {"title": "LPN", "months": 24}]);
    assert_eq!(checked(&graph, &both, &json!({})).unwrap().level(terms), brought);
}

#[test]
fn a_title_that_is_no_job_or_several_is_told_and_nothing_is_guessed() {
    let graph = us();
    let amiss = |job: Value| -> String {
        let found = checked(&graph, &json!([job]), &json!({})).unwrap_err();
        found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    assert!(amiss(json!({"title": "stay-at-home mom", "months": 9, "current": true})).contains("is no job"));
    let several = amiss(json!({"title": "truck driver", "months": 9, "current": true}));
    assert!(several.contains("53-3032") && several.contains("53-3033"), "{several}");
    let two = amiss(json!({"title": "waitress / dental hygienist", "months": 9, "current": true}));
    assert!(two.contains("35-3031") && two.contains("29-1292"), "{two}");
    assert!(amiss(json!({"title": "manager", "months": 9, "current": true})).contains("nothing tells what"));
    let long = "zorp ".repeat(40);
    assert!(amiss(json!({"title": long, "months": 9, "current": true})).contains("nothing tells what"));
    let code = json!({"title": "nurse", "occupation": "99-9999", "months": 9, "current": true});
    assert!(amiss(code).contains("no occupation has the id `99-9999`"));
    // where pay is told the job is taken for its pay alone
    let paid = json!([{"title": "truck driver", "months": 9, "current": true, "pay_usd_per_year": 52000}]);
    assert_eq!(checked(&graph, &paid, &json!({})).unwrap().outside.unwrap().code, None);
    // a month in it counts as one
    let short = json!([{"title": "LPN", "months": 1, "current": true}]);
    let short = checked(&graph, &short, &json!({})).unwrap();
    assert!(short.outside_months() == 1 && short.background.is_empty());
}

#[test]
fn a_nurse_out_of_work_counts_for_what_asks_for_nurses() {
    let graph = us();
    let cdi = graph.role("cdi-specialist").unwrap();
    let former = json!([{"title": "registered nurse", "months": 48}]);
    let former = checked(&graph, &former, &json!({})).unwrap();
    assert!(!former.related(&graph, cdi).goes_on && former.related(&graph, cdi).is_any);
    assert_eq!(former.months_towards(&graph, cdi), 48);
    // who works in another trade by now has left it
    let left = json!([{"title": "registered nurse", "months": 48}, {"title": "waitress", "months": 9, "current": true}]);
    let left = checked(&graph, &left, &json!({})).unwrap();
    assert!(!left.related(&graph, cdi).is_any && !left.background.is_empty());
}

#[test]
fn the_tables_of_jobs_are_sound() {
    for shipped in careerpath::graph::SHIPPED {
        let graph = Graph::check(&shipped.texts()).unwrap_or_else(|findings| panic!("{findings:?}"));
        let packed = |names: &[&str]| -> usize {
            let tables =
                shipped.packed.iter().filter(|(name, _)| names.iter().any(|own| name.starts_with(own)));
            tables.map(|(_, bytes)| bytes.len()).sum()
        };
        assert!(packed(&["titles", "outside_pay", "backgrounds"]) < 1_500_000, "{}", graph.id);
        assert!(packed(&["schools", "offerings", "centres"]) < 2_000_000, "{}", graph.id);
    }
}

#[test]
fn the_title_of_a_post_finds_its_role_first() {
    let graph = us();
    let wrong: Vec<String> = [
        ("Coder", "physician-office-coder"),
        ("Surgical Coder - 2nd shift", "physician-office-coder hospital-coder"),
        ("IP Facility Coder III, CCS", "inpatient-coder"),
        ("Profee Coder", "physician-office-coder"),
        ("MR Tech", "health-information-technician records-clerk"),
        ("MEDICAL SUPPORT ASST (ADVANCED)", "medical-secretary"),
        ("Denials Manager", "revenue-cycle-manager"),
        ("Medical Records Director", "him-director him-manager-small"),
        ("Central Registry Tumor Rgstr", "cancer-registrar"),
        ("Patient Registration Rep", "patient-registration"),
        ("SUPERVISOR MEDICAL RECORDS TECHNICIAN (Coder)", "coding-supervisor"),
        ("Director of Coding", "coding-supervisor"),
        ("Coding Auditor II - Remote", "coding-auditor"),
        ("CDI nurse", "cdi-specialist"),
        ("Registrar", "patient-registration"),
        ("A/R follow-up rep", "insurance-claims-analyst"),
    ]
    .into_iter()
    .filter_map(|(title, right)| {
        let first = graph.roles_like(title).first().map(|(_, role)| graph.roles[role.at()].names.id.clone());
        let is_right = first.as_deref().is_some_and(|first| right.split(' ').any(|one| one == first));
        (!is_right).then(|| format!("{title}: {first:?}, right: {right}"))
    })
    .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(graph.roles_like("astronaut").is_empty());
    assert!(graph.roles_like(&"coder ".repeat(10_000)).is_empty(), "nobody writes so long a title");
}

#[test]
fn a_title_that_no_list_has_is_taken_for_the_role_that_it_is_much_like() {
    let graph = us();
    let person = |title: &str| {
        let written = json!({"region": "Ohio", "education": "high_school",
            "experience": [{"title": title, "months": 60, "current": true, "pay_usd_per_year": 50_000}]});
        let text = Text { name: "person".to_owned(), bytes: written.to_string().into_bytes() };
        Profile::check(&text, &graph).unwrap()
    };
    let right = [
        ("HIM Clerk - scanning/indexing/chart prep (FQHC)", Some("records-clerk")),
        ("Mgr, Patient Access (CHAM) - 2 hospitals", Some("patient-access-supervisor")),
        ("HEDIS/quality abstractor (seasonal, contract, remote)", Some("quality-abstractor")),
        ("Biller / AR (CPB), behav. health + SUD", Some("billing-specialist")),
        ("Inpt Coder III (RHIT, CCS) - remote", Some("inpatient-coder")),
        ("Coder II, CPC - derm group, WFH 3 days", Some("physician-office-coder")),
        ("Trauma Registrar II (CAISS), Level I", Some("trauma-registrar")),
        // what is only a little like a role stays outside
        ("Guest svc desk / returns lead (big box store)", None),
        ("Freight billing / OS&D claims clerk (LTL trucking terminal)", None),
        ("CT Tech, RT(R)(CT), lead days", None),
        ("Dental assistant", None),
        ("systems analyst", None),
        ("Medical laboratory technician", None),
        ("Auto insurance claims adjuster", None),
        ("BSA/AML Investigator II (CAMS) - regional bank", None),
    ];
    for (title, role) in right {
        let profile = person(title);
        let read = profile.current.map(|role| graph.roles[role.0 as usize].names.id.as_str());
        assert_eq!(read, role, "{title}");
        assert_eq!(profile.outside.is_some(), role.is_none(), "{title}");
    }
}
