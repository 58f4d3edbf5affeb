//! Every route there is, with what it needs: the one table of who may do what.

use super::answer::{Answer, Refusal};
use super::pages::{account, assessment, caseload, client, style};
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
    pub(super) answers: Answers,
}

const fn get(path: &'static str, needs: Needs, answers: Answers) -> Route {
    Route { method: "GET", path, needs, answers }
}

const fn post(path: &'static str, needs: Needs, answers: Answers) -> Route {
    Route { method: "POST", path, needs, answers }
}

/// The table. A path that is not in it is answered as one that nobody may see.
pub const ROUTES: &[Route] = &[
    get("/style.css", Needs::Nothing, style::sheet),
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
    get("/clients", Needs::Somebody, caseload::caseload),
    post("/clients", Needs::Counsels, caseload::made),
    get("/clients/{client}", Needs::SeesClient, client::shown),
    post("/clients/{client}/shares", Needs::WritesClient, client::shared),
    post("/clients/{client}/assessments", Needs::WritesClient, assessment::begun),
    get("/clients/{client}/assessments/{assessment}", Needs::WritesClient, assessment::asked),
    post("/clients/{client}/assessments/{assessment}", Needs::WritesClient, assessment::answered),
    get("/clients/{client}/results/{assessment}", Needs::SeesClient, client::result),
    get("/clients/{client}/results/{assessment}/page", Needs::SeesClient, client::page),
    get("/clients/{client}/results/{assessment}/table", Needs::SeesClient, client::table),
    get("/clients/{client}/results/{assessment}/report", Needs::SeesClient, client::report),
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
