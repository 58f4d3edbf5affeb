//! The gate: every request comes in here, and nothing is answered that the table of routes does not allow.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, State};
use axum::http::header::{
    ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, HOST,
    LOCATION, ORIGIN, REFERRER_POLICY, SET_COOKIE, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Request, Response, StatusCode};

use super::Desk;
use super::answer::{Answer, Refusal};
use super::form::Form;
use super::pages::frame;
use super::routes::{Needs, Route, Takes, found};
use super::upload::{self, Untaken, Upload};
use super::visit::Visit;
use crate::store::{Client, Cohort, Duty, Guest, Secret, Session};
use crate::words::Language;

/// The most bytes of a form.
const LARGEST: usize = 64 * 1024;
/// How long a form may take to come.
const PATIENCE: Duration = Duration::from_secs(30);
/// Seconds after which an account that asks for too much at once may ask again.
const BUSY: i64 = 2;
/// What the cookies of a session and of a guest are called.
const SESSION: &str = "desk";
const GUEST: &str = "answers";
/// Nothing but our own style and script, and forms that come back to us.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What was sent.
#[derive(Default)]
struct Sent {
    form: Form,
    file: Option<Upload>,
}

/// Answers a request.
pub async fn answered(
    State(desk): State<Arc<Desk>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request<Body>,
) -> Response<Body> {
    if !is_asked_for(&desk, request.headers()) {
        return plain(StatusCode::MISDIRECTED_REQUEST, "nothing of that name is here");
    }
    let route = found(request.method().as_str(), request.uri().path());
    let (parts, body) = request.into_parts();
    let parts = Arc::new(parts);
    let sent = if route.is_some_and(|(route, _)| route.takes == Takes::File) {
        // nothing of a file is taken from somebody who may not send it
        let (asked, at) = (Arc::clone(&desk), Arc::clone(&parts));
        let refused = tokio::task::spawn_blocking(move || let_in(&asked, &at, None, peer)).await;
        match refused {
            Ok(None) => {}
            Ok(Some(refused)) => return refused,
            Err(_) => return broken(),
        }
        let mut whole = Request::builder().uri(parts.uri.clone());
        if let Some(headers) = whole.headers_mut() {
            headers.clone_from(&parts.headers);
        }
        let Ok(whole) = whole.body(body) else { return broken() };
        match upload::taken(&desk, whole).await {
            Ok((form, file)) => Sent { form, file },
            Err(Untaken::TooLarge) => return plain(StatusCode::PAYLOAD_TOO_LARGE, "too large"),
            Err(Untaken::Unread) => return plain(StatusCode::BAD_REQUEST, "the form could not be read"),
            Err(Untaken::Unwritten) => return broken(),
        }
    } else {
        match tokio::time::timeout(PATIENCE, to_bytes(body, LARGEST)).await {
            Ok(Ok(bytes)) => Sent { form: Form::of(&bytes), file: None },
            Ok(Err(_)) => return plain(StatusCode::PAYLOAD_TOO_LARGE, "too large"),
            Err(_) => return plain(StatusCode::REQUEST_TIMEOUT, "too slow"),
        }
    };
    // what answers may wait for the disk, so it runs where waiting holds nobody up
    let answer = tokio::task::spawn_blocking(move || let_in(&desk, &parts, Some(sent), peer)).await;
    answer.ok().flatten().unwrap_or_else(broken)
}

/// Whether it is this desk that is asked, by one of its names.
fn is_asked_for(desk: &Desk, headers: &HeaderMap) -> bool {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|sign| sign.is_ascii_digit()) => name,
        _ => host,
    };
    desk.names.is_empty() || desk.names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Finds what is asked for and who asks, and answers if it may be. Where nothing is sent yet: whether it may be sent, and
/// the answer where it may not.
fn let_in(desk: &Desk, parts: &Parts, sent: Option<Sent>, peer: SocketAddr) -> Option<Response<Body>> {
    let mut language = preferred(&parts.headers);
    let answer = match sent {
        Some(sent) => visit(desk, parts, sent, peer, &mut language),
        None => match asking(desk, parts, Sent::default(), peer, &mut language) {
            Ok(Asking::Visit(..)) => return None,
            Ok(Asking::Elsewhere(answer)) => Ok(answer),
            Err(refusal) => Err(refusal),
        },
    };
    Some(match answer {
        Ok(answer) => told(desk, answer),
        Err(refusal) => refused(&refusal, language),
    })
}

/// Somebody who asks for something that they may have, or where they are sent instead.
enum Asking<'v> {
    Visit(&'static Route, Box<Visit<'v>>),
    Elsewhere(Answer),
}

fn visit(
    desk: &Desk,
    parts: &Parts,
    sent: Sent,
    peer: SocketAddr,
    language: &mut Language,
) -> Result<Answer, Refusal> {
    let (route, visit) = match asking(desk, parts, sent, peer, language)? {
        Asking::Visit(route, visit) => (route, visit),
        Asking::Elsewhere(answer) => return Ok(answer),
    };
    // an account that asks for much at once waits for itself
    let account = visit.session.as_ref().map(|session| session.account.id);
    let place = account.map(|account| desk.busy.enter(account).ok_or(Refusal::Wait(BUSY))).transpose()?;
    if route.method == "POST" {
        // a form of a session carries its own token, so that nobody else can make one
        let guest = visit.guest.as_ref().map(|guest| &guest.form);
        let expected = guest.or(visit.session.as_ref().map(|session| &session.form));
        if expected.is_some_and(|token| token != visit.form.text("token")) {
            return Err(Refusal::Form);
        }
    }
    // a page that looks again by itself is nobody who does something
    let by_itself = parts.uri.query() == Some("again");
    if let Some(session) = visit.session.as_ref().filter(|session| session.stale(visit.now) && !by_itself) {
        desk.store.write(|store| session.touch(store, visit.now))?;
    }
    let answer = (route.answers)(&visit);
    drop(place);
    answer
}

fn asking<'v>(
    desk: &'v Desk,
    parts: &Parts,
    sent: Sent,
    peer: SocketAddr,
    language: &mut Language,
) -> Result<Asking<'v>, Refusal> {
    let now = (desk.now)();
    let (route, named) = found(parts.method.as_str(), parts.uri.path()).ok_or(Refusal::Absent)?;
    let session = match cookie(desk, &parts.headers, SESSION) {
        Some(secret) => desk.store.read(|store| Session::of(store, &secret, desk.spans, now))?,
        None => None,
    };
    let guest = match cookie(desk, &parts.headers, GUEST).filter(|_| route.needs == Needs::Answers) {
        Some(secret) => desk.store.read(|store| Guest::of(store, &secret, now))?,
        None => None,
    };
    if let Some(session) = &session {
        *language =
            Language::ALL.into_iter().find(|one| one.id() == session.account.language).unwrap_or(*language);
    }
    if route.method == "POST" {
        ours(&parts.headers)?;
    }
    if session.is_none() && !matches!(route.needs, Needs::Nothing | Needs::Answers) {
        return Ok(Asking::Elsewhere(Answer::Go("/sign-in".to_owned())));
    }
    let host = parts.headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let mut visit = Visit {
        desk,
        now,
        named,
        query: Form::of(parts.uri.query().unwrap_or_default().as_bytes()),
        form: sent.form,
        session,
        client: guest.as_ref().map(|guest| guest.client.clone()),
        guest,
        cohort: None,
        file: Mutex::new(sent.file),
        language: *language,
        address: peer.ip().to_string(),
        home: format!("{}://{host}", if desk.certified { "https" } else { "http" }),
    };
    allowed(route, &mut visit)?;
    Ok(Asking::Visit(route, Box::new(visit)))
}

/// Whether whoever asks may have what the route gives; the client or cohort of the path is found on the way.
fn allowed(route: &Route, visit: &mut Visit<'_>) -> Result<(), Refusal> {
    let duty = visit.session.as_ref().map(|session| session.account.duty);
    let counsels = matches!(duty, Some(Duty::Admin | Duty::Counsellor));
    let may = match route.needs {
        Needs::Nothing => true,
        Needs::Somebody => duty.is_some(),
        Needs::Counsels => counsels,
        Needs::Administers => duty == Some(Duty::Admin),
        Needs::Answers => visit.guest.is_some(),
        Needs::SeesClient | Needs::WritesClient | Needs::OwnsClient => {
            let account = visit.account()?;
            let id = visit.part("client");
            visit.client = visit.desk.store.read(|store| Client::of(store, account, id))?;
            visit.client.as_ref().is_some_and(|client| match route.needs {
                Needs::WritesClient => client.writes,
                Needs::OwnsClient => client.owned,
                _ => true,
            })
        }
        Needs::OwnsCohort => {
            let account = visit.account()?;
            let id = visit.part("cohort");
            visit.cohort = visit.desk.store.read(|store| Cohort::of(store, account, id))?;
            counsels && visit.cohort.is_some()
        }
    };
    if may { Ok(()) } else { Err(Refusal::Absent) }
}

/// Whether a form was sent from one of our own pages, as far as the browser tells.
fn ours(headers: &HeaderMap) -> Result<(), Refusal> {
    let text = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let site = headers.get("sec-fetch-site").and_then(|value| value.to_str().ok());
    let origin = text(&ORIGIN).map(|origin| origin.split_once("://").map_or(origin, |(_, host)| host));
    let foreign = site.is_some_and(|site| site != "same-origin" && site != "none")
        || origin.is_some_and(|origin| Some(origin) != text(&HOST));
    if foreign { Err(Refusal::Form) } else { Ok(()) }
}

/// The name of a cookie; over TLS one that only this desk can have set.
fn cookie_name(desk: &Desk, name: &str) -> String {
    if desk.certified { format!("__Host-{name}") } else { name.to_owned() }
}

fn cookie(desk: &Desk, headers: &HeaderMap, name: &str) -> Option<Secret> {
    let name = cookie_name(desk, name);
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut each = cookies.flat_map(|cookies| cookies.split(';'));
    let value = each.find_map(|cookie| cookie.trim().strip_prefix(&name)?.strip_prefix('='))?;
    Some(Secret::sent(value))
}

/// The first language that a browser asks for and that we have.
fn preferred(headers: &HeaderMap) -> Language {
    let asked = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut wanted = asked.split(',').map(|part| part.trim().get(..2).unwrap_or_default().to_lowercase());
    wanted.find_map(|id| Language::ALL.into_iter().find(|language| language.id() == id)).unwrap_or_default()
}

fn told(desk: &Desk, answer: Answer) -> Response<Body> {
    let secure = if desk.certified { "; Secure" } else { "" };
    let cookie = |name: &str, value: &str, age: &str| {
        format!("{}={value}; Path=/; HttpOnly; SameSite=Strict{secure}{age}", cookie_name(desk, name))
    };
    let ended = |name: &str| cookie(name, "", "; Max-Age=0");
    let go = |to: &str| Response::builder().status(StatusCode::SEE_OTHER).header(LOCATION, to);
    let html = |status, page| {
        Response::builder()
            .status(status)
            .header(CONTENT_TYPE, "text/html; charset=utf-8")
            .body(Body::from(page))
    };
    let made = match answer {
        Answer::Page(page) => html(StatusCode::OK, page),
        Answer::Again(page) => html(StatusCode::UNPROCESSABLE_ENTITY, page),
        Answer::Go(to) => go(&to).body(Body::empty()),
        Answer::Begun(to, secret) => {
            go(&to).header(SET_COOKIE, cookie(SESSION, secret.told(), "")).body(Body::empty())
        }
        Answer::Ended(to) => go(&to).header(SET_COOKIE, ended(SESSION)).body(Body::empty()),
        Answer::Guest(to, secret) => go(&to)
            .header(SET_COOKIE, cookie(GUEST, secret.told(), ""))
            .header(SET_COOKIE, ended(SESSION))
            .body(Body::empty()),
        Answer::Kept(kind, name, path) => return guarded(file(kind, &name, &path)),
        Answer::File(kind, name, holds) => {
            let response = Response::builder().header(CONTENT_TYPE, kind);
            let response = match name {
                Some(name) => {
                    response.header(CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))
                }
                None => response,
            };
            response.body(Body::from(holds))
        }
    };
    guarded(made.unwrap_or_else(|_| Response::new(Body::from("something went wrong"))))
}

/// A refusal as a page; what is kept cannot be read is told on the console and to nobody else.
fn refused(refusal: &Refusal, language: Language) -> Response<Body> {
    let (status, key) = match refusal {
        Refusal::Absent => (StatusCode::NOT_FOUND, "desk-absent"),
        Refusal::Form => (StatusCode::FORBIDDEN, "desk-form"),
        Refusal::Wait(_) => (StatusCode::TOO_MANY_REQUESTS, "desk-wait"),
        Refusal::Store(_) => (StatusCode::INTERNAL_SERVER_ERROR, "desk-broken"),
    };
    if let Refusal::Store(error) = refusal {
        anstream::eprintln!("the folder of the desk: {error}");
    }
    let seconds = if let Refusal::Wait(seconds) = refusal { *seconds } else { 0 };
    let text = language.say(key, [("seconds", seconds.into())]);
    let mut response = Response::new(Body::from(frame::refused(language, &text)));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, "text/html; charset=utf-8".parse().expect("it is plain"));
    guarded(response)
}

/// A file of the folder, read piece by piece as it is sent.
fn file(kind: &'static str, name: &str, path: &Path) -> Response<Body> {
    let Ok(file) = std::fs::File::open(path) else { return broken() };
    let pieces = futures_util::stream::iter(Pieces(file));
    Response::builder()
        .header(CONTENT_TYPE, kind)
        .header(CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))
        .body(Body::from_stream(pieces))
        .unwrap_or_else(|_| broken())
}

/// The pieces of a file.
struct Pieces(std::fs::File);

impl Iterator for Pieces {
    type Item = std::io::Result<Vec<u8>>;

    fn next(&mut self) -> Option<Self::Item> {
        use std::io::Read;
        let mut piece = vec![0; 64 * 1024];
        match self.0.read(&mut piece) {
            Ok(0) => None,
            Ok(read) => {
                piece.truncate(read);
                Some(Ok(piece))
            }
            Err(error) => Some(Err(error)),
        }
    }
}

fn broken() -> Response<Body> {
    plain(StatusCode::INTERNAL_SERVER_ERROR, "something went wrong")
}

fn plain(status: StatusCode, text: &'static str) -> Response<Body> {
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    guarded(response)
}

/// With what keeps a browser from doing more than it should.
fn guarded(mut response: Response<Body>) -> Response<Body> {
    let ours = |kind: &HeaderValue| {
        kind.as_bytes().starts_with(b"text/css") || kind.as_bytes().starts_with(b"text/javascript")
    };
    let cached =
        if response.headers().get(CONTENT_TYPE).is_some_and(ours) { "max-age=3600" } else { "no-store" };
    for (name, value) in [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "same-origin"),
        (CACHE_CONTROL, cached),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ] {
        response.headers_mut().insert(name, value.parse().expect("it is plain"));
    }
    response
}
