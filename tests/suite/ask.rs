//! The questionnaire: whatever is answered makes a profile that can be used, nothing is lost, and what cannot be taken is
//! asked again.

use careerpath::document::Text;
use careerpath::graph::{Graph, SHIPPED};
use careerpath::profile::Profile;
use careerpath::questions::{Answers, Draft, Flow, Form, Prompt, QUESTIONS, Taken};
use careerpath::words::Language;
use proptest::prelude::*;

use crate::laws::cases;

fn graphs() -> Vec<Graph> {
    SHIPPED.iter().map(|shipped| Graph::load(&shipped.texts()).unwrap()).collect()
}

/// Something somebody says to a prompt: mostly something it offers, at times nonsense, at times nothing.
fn said(prompt: &Prompt, dice: u32) -> String {
    let offers = prompt.offers();
    let pick = |by: u32| offers[by as usize % offers.len()].id.clone();
    match (dice % 10, &prompt.form) {
        (0, _) => "xyzzy 10^6".to_owned(),
        (1, _) if prompt.skip.is_some() => String::new(),
        (_, Form::Place) => {
            ["Halifax", "Inland Empire", "US-TX", "Springfield", "Cape Breton"][dice as usize / 10 % 5].into()
        }
        (_, Form::Job) => {
            let jobs = ["I code charts", "receptionist", "registered nurse", "store manager", "coder"];
            jobs[dice as usize / 10 % jobs.len()].into()
        }
        (2, Form::Some(_)) => format!("{}, {}", pick(dice / 10), pick(dice / 70)),
        (_, Form::One(_) | Form::Some(_)) => pick(dice / 10),
        (3, Form::Whole(..)) => "1000000".to_owned(),
        (_, Form::Whole(..)) => (dice / 10 % 60).to_string(),
        (_, Form::Months(_)) => format!("{} years", dice / 10 % 9),
        (_, Form::Money(..)) => format!("{},500", dice / 10 % 90),
        (4, Form::Pay(..)) => "19.50/hour".to_owned(),
        (_, Form::Pay(..)) => format!("{}000", 20 + dice / 10 % 60),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases() / 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn law_whatever_is_answered_makes_a_sound_profile(
        dice in prop::collection::vec(any::<u32>(), 200),
        quick in any::<bool>(),
        language in prop::sample::select(Language::ALL.to_vec()),
    ) {
        let graphs = graphs();
        let flow = Flow { graphs: &graphs, language, quick };
        let mut answers = Answers::default();
        let mut dice = dice.into_iter().cycle();
        let mut asked = 0;
        while let Some(prompt) = flow.next(&answers) {
            asked += 1;
            prop_assert!(asked < 2_000, "it never ends: {}", prompt.key);
            let said = said(&prompt, dice.next().unwrap());
            if flow.take(&mut answers, &prompt, &said) != Taken::Answered {
                // what is offered first, or the least that fits, is always taken
                let needed = if matches!(prompt.form, Form::Pay(..)) { "40000" } else { "Halifax" };
                let plain = prompt.offers().first().map_or(needed.to_owned(), |offer| offer.id.clone());
                let plain = if prompt.skip.is_some() { String::new() } else { plain };
                let taken = flow.take(&mut answers, &prompt, &plain);
                prop_assert_eq!(taken, Taken::Answered, "{} {}", prompt.key, plain);
            }
            // a draft that is read again asks the same
            if asked % 7 == 0 {
                let draft = Draft { language, quick, answers: answers.clone() };
                let file = Text { name: "draft".into(), bytes: draft.written().into_bytes() };
                prop_assert_eq!(Draft::read(&file).unwrap(), draft);
            }
        }
        let graph = flow.graph(&answers).unwrap();
        let written = flow.profile(&answers).unwrap();
        let file = Text { name: "me.json".into(), bytes: written.clone().into_bytes() };
        prop_assert!(Profile::check(&file, graph).is_ok(), "{}", written);
        // going back to the start takes everything back, one by one
        let mut back = answers.clone();
        let mut steps = 0;
        while flow.back(&mut back) {
            steps += 1;
        }
        prop_assert_eq!(back.count(), 0);
        prop_assert!(steps == answers.count(), "{} {}", steps, answers.count());
        // each question can be changed, and only it is asked again
        for line in flow.review(&answers) {
            let mut changed = answers.clone();
            flow.change(&mut changed, line.question);
            let next = flow.next(&changed).unwrap();
            prop_assert_eq!(next.question, line.question, "{}", line.title);
        }
    }
}

#[test]
fn every_question_has_its_words_and_the_short_questionnaire_has_eight() {
    assert_eq!(QUESTIONS.iter().filter(|question| question.quick).count(), 8);
    for language in Language::ALL {
        for question in QUESTIONS {
            for end in ["short", "help"] {
                let key = format!("{}-{end}", question.id);
                assert_ne!(language.word(&key), key, "{language}");
            }
        }
    }
}

/// Takes lines one after another; what is asked after them, and what the last came to.
fn after(graphs: &[Graph], lines: &[&str]) -> (Answers, Option<Prompt>, Taken) {
    let flow = Flow { graphs, language: Language::En, quick: false };
    let (mut answers, mut last) = (Answers::default(), Taken::Answered);
    for line in lines {
        let prompt = flow.next(&answers).expect("something is asked");
        last = flow.take(&mut answers, &prompt, line);
    }
    let next = flow.next(&answers);
    (answers, next, last)
}

#[test]
fn what_cannot_be_taken_is_told_kindly_and_asked_again() {
    let graphs = graphs();
    let told = |lines: &[&str]| -> (String, String) {
        let (_, next, last) = after(&graphs, lines);
        let Taken::Again(amiss) = last else { panic!("{lines:?} was taken") };
        (next.unwrap().key, amiss)
    };
    let (key, amiss) = told(&["Qwzxv"]);
    assert!(key == "region" && amiss.contains("Name your state or province"), "{amiss}");
    let (key, amiss) = told(&["Halifax", "bachelors"]);
    assert!(key == "education" && amiss.contains("bachelor's degree"), "{amiss}");
    let job = ["Halifax", "bachelor", "", "", "receptionist", "medical-office-assistant"];
    let (key, amiss) = told(&[&job[..], &["soon"]].concat());
    assert!(key == "job-1-months" && amiss.contains("18 months"), "{amiss}");
    let (key, amiss) =
        told(&[&job[..], &["2 years", "yes", "41500", "", "Medical administrative assistant"]].concat());
    assert!(key == "targets" && amiss.contains("is your job today"), "{amiss}");
    let long = "x".repeat(300);
    let (key, amiss) = told(&[&long]);
    assert!(key == "region" && amiss.contains("200 characters"), "{amiss}");
}

#[test]
fn places_and_roles_are_found_without_their_accents_in_the_language_of_the_questions() {
    let graphs = graphs();
    let flow = Flow { graphs: &graphs, language: Language::Fr, quick: true };
    let mut answers = Answers::default();
    for (line, key, kept) in [
        ("nouvelle-ecosse", "region", "CA-NS"),
        ("études secondaires", "education", "high_school"),
        ("", "credentials", ""),
        ("receptionniste", "job-1", "receptionniste"),
    ] {
        let prompt = flow.next(&answers).unwrap();
        assert_eq!(prompt.key, key);
        assert_eq!(flow.take(&mut answers, &prompt, line), Taken::Answered, "{line}");
        assert_eq!(answers.get(key), Some(kept));
    }
    assert_eq!(flow.next(&answers).unwrap().offers()[0].id, "medical-office-assistant");
}

#[test]
fn ordinary_words_are_understood_and_pay_by_the_hour_is_not_taken_for_a_year() {
    let graphs = graphs();
    let title = "Associate degree in health information management, CAHIIM-accredited";
    let start =
        ["Texas", "associate", title, "none", "receptionist", "patient-registration", "2 years", "yes"];
    let (answers, next, last) = after(&graphs, &[&start[..], &["19.50"]].concat());
    let Taken::Again(amiss) = last else { panic!("it was taken for a year's pay") };
    assert!(amiss.contains("19.50/hour"), "{amiss}");
    assert_eq!((answers.get("awards"), answers.get("credentials")), (Some("as-him"), Some("")));
    assert_eq!(next.unwrap().key, "job-1-pay");
    let (answers, ..) = after(&graphs, &[&start[..], &["$19.50 an hour"]].concat());
    assert_eq!(answers.get("job-1-pay"), Some("40560 usd"));
}

/// Takes lines and gives the profile that they make.
fn profile_after(graphs: &[Graph], lines: &[&str]) -> serde_json::Value {
    let (answers, ..) = after(graphs, lines);
    let flow = Flow { graphs, language: Language::En, quick: false };
    serde_json::from_str(&flow.profile(&answers).unwrap()).unwrap()
}

#[test]
fn a_job_from_another_field_is_taken_with_its_pay_and_a_licence_is_held() {
    let graphs = graphs();
    // a nurse: the occupation is known, so its usual pay stands in where none is told
    let nurse = ["Texas", "associate", "", "rn-licence", "registered nurse", "29-1141", "yes", "5 years", ""];
    let written = profile_after(&graphs, &nurse);
    assert_eq!(written["awards"], serde_json::json!(["rn-licence"]));
    let job = &written["experience"][0];
    let told = serde_json::json!({"title": "registered nurse", "occupation": "29-1141", "months": 60, "current": true});
    assert_eq!(*job, told);
    // of no occupation known: what it pays is needed, and must be likely
    let manager = ["Texas", "high school", "", "", "store manager", "outside", "yes", "3 years"];
    let (_, next, last) = after(&graphs, &[&manager[..], &[""]].concat());
    assert!(matches!(last, Taken::Again(_)) && next.unwrap().key == "job-1-pay");
    let written = profile_after(&graphs, &[&manager[..], &["24/hour"]].concat());
    assert_eq!(written["experience"][0]["pay_usd_per_year"], 49_920.0);
    // its occupation: two of them, that pay otherwise, are asked
    let next = after(&graphs, &["Texas", "high school", "", "", "store manager"]).1.unwrap();
    let ids: Vec<&str> = next.offers().iter().map(|offer| offer.id.as_str()).take(2).collect();
    assert_eq!(ids, ["41-1011", "11-1021"]);
    // one that is no longer held counts for what it taught, and its pay is not asked
    let lines = ["Texas", "high school", "", "", "LPN", "29-2061", "no", "4 years"];
    let (_, next, _) = after(&graphs, &lines);
    assert_eq!(next.unwrap().key, "job-2");
    let written = profile_after(&graphs, &lines);
    let former = serde_json::json!({"title": "LPN", "occupation": "29-2061", "months": 48});
    assert_eq!(written["experience"][0], former);
    // who has none says so in any words
    let (_, next, _) = after(&graphs, &["Texas", "high school", "", "", "unemployed"]);
    assert_eq!(next.unwrap().key, "job-2");
}

#[test]
fn pay_far_from_what_such_a_job_pays_is_asked_again() {
    let graphs = graphs();
    let nurse = ["Texas", "associate", "", "", "registered nurse", "29-1141", "yes", "5 years"];
    for pay in ["3800", "8500000"] {
        let (_, next, last) = after(&graphs, &[&nurse[..], &[pay]].concat());
        let Taken::Again(amiss) = last else { panic!("{pay} was taken") };
        assert!(amiss.contains("nine in ten get at least $"), "{amiss}");
        assert_eq!(next.unwrap().key, "job-1-pay");
    }
}

#[test]
fn a_part_of_a_name_in_the_language_of_the_questions_is_asked_about() {
    let graphs = graphs();
    let flow = Flow { graphs: &graphs, language: Language::Fr, quick: true };
    let mut answers = Answers::default();
    let prompt = flow.next(&answers).unwrap();
    assert_eq!(flow.take(&mut answers, &prompt, "écosse"), Taken::Answered);
    let which = flow.next(&answers).unwrap();
    assert_eq!(which.key, "region-which");
    assert_eq!(which.offers()[0].id, "CA-NS");
}

#[test]
fn in_another_country_amounts_are_asked_again() {
    let graphs = graphs();
    let flow = Flow { graphs: &graphs, language: Language::En, quick: true };
    let mut answers = Answers::default();
    while let Some(prompt) = flow.next(&answers) {
        let line = match prompt.key.as_str() {
            "region" => "Texas",
            "education" => "bachelor",
            "budget" => "3000",
            _ => "",
        };
        assert_eq!(flow.take(&mut answers, &prompt, line), Taken::Answered);
    }
    let told = flow.review(&answers);
    assert!(told.iter().any(|line| line.told == "$3,000"), "{told:?}");
    flow.change(&mut answers, 0);
    let prompt = flow.next(&answers).unwrap();
    assert_eq!(flow.take(&mut answers, &prompt, "Halifax"), Taken::Answered);
    assert_eq!(flow.next(&answers).unwrap().key, "budget");
}

#[test]
fn a_million_hours_are_asked_again() {
    let graphs = graphs();
    let flow = Flow { graphs: &graphs, language: Language::En, quick: true };
    let mut answers = Answers::default();
    while let Some(prompt) = flow.next(&answers).filter(|prompt| prompt.key != "hours") {
        let line = match prompt.key.as_str() {
            "region" => "Halifax",
            "education" => "bachelor",
            _ => "",
        };
        assert_eq!(flow.take(&mut answers, &prompt, line), Taken::Answered);
    }
    let prompt = flow.next(&answers).unwrap();
    for (line, told) in [("1000000", "0 to 80"), ("10^6", "not a number"), ("many", "not a number")] {
        let Taken::Again(amiss) = flow.take(&mut answers, &prompt, line) else { panic!("{line} was taken") };
        assert!(amiss.contains(told), "{amiss}");
    }
}

#[test]
fn flat_and_contradicting_answers_are_asked_about_once_more() {
    let graphs = graphs();
    let (_, next, _) = after(&graphs, &["Texas", "high school", "bs-him"]);
    let doubt = next.unwrap();
    assert!(doubt.key == "doubt-schooling" && doubt.text.contains("bachelor's degree"), "{doubt:?}");
    let (answers, next, _) = after(&graphs, &["Texas", "high school", "bs-him", "said"]);
    assert_eq!((next.unwrap().key.as_str(), answers.get("awards")), ("awards", None));
    let start = ["Texas", "high school", "", "", "", ""];
    let skills = [&start[..], &["5"; 12]].concat();
    assert_eq!(after(&graphs, &skills).1.unwrap().key, "doubt-skills");
    let (answers, next, _) = after(&graphs, &[&skills[..], &["again"]].concat());
    assert!(next.unwrap().key.starts_with("skill-") && answers.count() == start.len());
    let likes = [&skills[..], &["keep", "yes"], &["4"; 30]].concat();
    assert_eq!(after(&graphs, &likes).1.unwrap().key, "doubt-likes");
    let varied: Vec<&str> = ["1", "2", "3", "4", "5", "5"].into_iter().cycle().take(30).collect();
    let told = [&skills[..], &["keep", "yes"], &varied].concat();
    let (answers, next, _) = after(&graphs, &told);
    assert_eq!(next.unwrap().key, "hours");
    let flow = Flow { graphs: &graphs, language: Language::En, quick: false };
    let profile: serde_json::Value = serde_json::from_str(&flow.profile(&answers).unwrap()).unwrap();
    assert_eq!(profile["interests"], serde_json::json!(["E", "C", "S"]));
}
