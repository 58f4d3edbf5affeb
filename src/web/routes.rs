//! Every route there is, with what it needs: the one table of who may do what.

use super::answer::{Answer, Refusal};
use super::pages::{
    account, assessment, caseload, client, cohort, decision, office, plan, record, result, student, style,
};
use super::visit::Visit;

/// What a route needs of whoever asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// Somebody who is signed in.
    Somebody,
    /// Somebody who counsels.
    Counsels,
    /// Somebody who looks after accounts.
    Administers,
    /// Somebody who may see the client of the path.
    SeesClient,
    /// Somebody who may change what is the client's.
    WritesClient,
    /// Somebody whose own the client is, even where the client is to be erased.
    OwnsClient,
    /// Somebody who counsels and whose own the cohort of the path is.
    OwnsCohort,
    /// A student who was let in to answer an assessment.
    Answers,
}

/// What is sent to a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// A form of a few fields.
    Form,
    /// A form with a file, which is taken piece by piece.
    File,
}

/// What answers a visit.
pub type Answers = fn(&Visit<'_>) -> Result<Answer, Refusal>;

/// A route.
#[derive(Clone, Copy)]
pub struct Route {
    /// `GET` or `POST`; whatever changes something is a `POST`.
    pub method: &'static str,
    /// The path; a part in braces stands for any.
    pub path: &'static str,
    /// What it needs.
    pub needs: Needs,
    /// What is sent to it.
    pub takes: Takes,
    pub(super) answers: Answers,
}

const fn get(path: &'static str, needs: Needs, answers: Answers) -> Route {
    Route { method: "GET", path, needs, takes: Takes::Form, answers }
}

const fn post(path: &'static str, needs: Needs, answers: Answers) -> Route {
    Route { method: "POST", path, needs, takes: Takes::Form, answers }
}

const fn file(path: &'static str, needs: Needs, answers: Answers) -> Route {
    Route { method: "POST", path, needs, takes: Takes::File, answers }
}

/// The table. A path that is not in it is answered as one that nobody may see.
pub const ROUTES: &[Route] = &[
    get("/style.css", Needs::Nothing, style::sheet),
    get("/map.css", Needs::Nothing, style::map),
    get("/desk.js", Needs::Nothing, style::script),
    get("/map.js", Needs::Nothing, style::map_script),
    get("/", Needs::Nothing, caseload::front),
    get("/set-up/{secret}", Needs::Nothing, account::set_up),
    post("/set-up/{secret}", Needs::Nothing, account::set_up_done),
    get("/sign-in", Needs::Nothing, account::sign_in),
    post("/sign-in", Needs::Nothing, account::signed_in),
    post("/sign-out", Needs::Somebody, account::sign_out),
    get("/account", Needs::Somebody, account::own),
    post("/account/language", Needs::Somebody, account::language),
    post("/account/password", Needs::Somebody, account::password),
    get("/accounts", Needs::Administers, account::all),
    post("/accounts", Needs::Administers, account::made),
    post("/accounts/{account}", Needs::Administers, account::changed),
    get("/office", Needs::Administers, office::shown),
    post("/office", Needs::Administers, office::settled),
    post("/office/old", Needs::Administers, office::erased_old),
    get("/student/{secret}", Needs::Nothing, student::welcome),
    post("/student/{secret}", Needs::Nothing, student::begun),
    get("/answers", Needs::Answers, student::asked),
    post("/answers", Needs::Answers, student::answered),
    get("/answered", Needs::Nothing, student::done),
    get("/clients", Needs::Somebody, caseload::caseload),
    post("/clients", Needs::Counsels, caseload::made),
    get("/clients/{client}", Needs::SeesClient, client::shown),
    post("/clients/{client}/shares", Needs::WritesClient, client::shared),
    post("/clients/{client}/notes", Needs::WritesClient, client::noted),
    post("/clients/{client}/notes/{remark}", Needs::WritesClient, client::unnoted),
    get("/clients/{client}/plan", Needs::SeesClient, plan::shown),
    post("/clients/{client}/plan", Needs::WritesClient, plan::changed),
    get("/clients/{client}/record", Needs::OwnsClient, record::whole),
    get("/clients/{client}/erase", Needs::OwnsClient, record::erase),
    post("/clients/{client}/erase", Needs::OwnsClient, record::erased),
    post("/clients/{client}/assessments", Needs::WritesClient, assessment::begun),
    get("/clients/{client}/assessments/{assessment}", Needs::WritesClient, assessment::asked),
    post("/clients/{client}/assessments/{assessment}", Needs::WritesClient, assessment::answered),
    post("/clients/{client}/assessments/{assessment}/link", Needs::WritesClient, student::link),
    get("/clients/{client}/results/{assessment}", Needs::SeesClient, result::shown),
    get("/clients/{client}/results/{assessment}/page", Needs::SeesClient, result::page),
    get("/clients/{client}/results/{assessment}/table", Needs::SeesClient, result::table),
    get("/clients/{client}/results/{assessment}/report", Needs::SeesClient, result::report),
    get("/clients/{client}/results/{assessment}/map", Needs::SeesClient, result::map),
    get("/clients/{client}/results/{assessment}/why", Needs::SeesClient, result::why),
    get("/clients/{client}/results/{assessment}/compare", Needs::SeesClient, result::compare),
    get("/clients/{client}/results/{assessment}/moved", Needs::SeesClient, result::moved),
    get("/clients/{client}/results/{assessment}/decisions", Needs::WritesClient, decision::shown),
    post("/clients/{client}/results/{assessment}/decisions", Needs::WritesClient, decision::decided),
    post(
        "/clients/{client}/results/{assessment}/decisions/{remark}",
        Needs::WritesClient,
        decision::undecided,
    ),
    post("/clients/{client}/results/{assessment}/plan", Needs::WritesClient, plan::made),
    get("/cohorts", Needs::Counsels, cohort::all),
    file("/cohorts", Needs::Counsels, cohort::taken),
    get("/cohorts/template", Needs::Counsels, cohort::template),
    get("/cohorts/{cohort}", Needs::OwnsCohort, cohort::shown),
    post("/cohorts/{cohort}", Needs::OwnsCohort, cohort::changed),
    get("/cohorts/{cohort}/result", Needs::OwnsCohort, cohort::result),
    get("/cohorts/{cohort}/rejects", Needs::OwnsCohort, cohort::rejects),
    get("/cohorts/{cohort}/summary", Needs::OwnsCohort, cohort::summary),
    get("/cohorts/{cohort}/summary-page", Needs::OwnsCohort, cohort::summary_page),
    get("/cohorts/{cohort}/summary-json", Needs::OwnsCohort, cohort::summary_json),
];

/// The route of a path with what its braces stand for.
pub(super) fn found(method: &str, path: &str) -> Option<(&'static Route, Vec<(&'static str, String)>)> {
    ROUTES
        .iter()
        .filter(|route| route.method == method)
        .find_map(|route| Some((route, matched(route.path, path)?)))
}

fn matched(pattern: &'static str, path: &str) -> Option<Vec<(&'static str, String)>> {
    let (mut patterns, mut parts) = (pattern.split('/'), path.split('/'));
    let mut named = Vec::new();
    loop {
        match (patterns.next(), parts.next()) {
            (None, None) => return Some(named),
            (Some(pattern), Some(part)) => {
                match pattern.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
                    Some(name) if !part.is_empty() => named.push((name, part.to_owned())),
                    None if pattern == part => {}
                    _ => return None,
                }
            }
            _ => return None,
        }
    }
}
