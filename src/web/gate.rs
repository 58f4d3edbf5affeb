//! The gate: every request comes in here, and nothing is answered that the table of routes does not allow.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, State};
use axum::http::header::{
    ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, HOST,
    LOCATION, ORIGIN, REFERRER_POLICY, SET_COOKIE, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, Request, Response, StatusCode};

use super::Desk;
use super::answer::{Answer, Refusal};
use super::form::Form;
use super::pages::frame;
use super::routes::{Needs, Route, found};
use super::visit::Visit;
use crate::store::{Client, Duty, Secret, Session};
use crate::words::Language;

/// The most bytes of a form.
const LARGEST: usize = 64 * 1024;
/// What the cookie of a session is called.
const COOKIE_NAME: &str = "desk";
/// Nothing but our own style, and forms that come back to us.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Answers a request.
pub async fn answered(
    State(desk): State<Arc<Desk>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request<Body>,
) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let Ok(sent) = to_bytes(body, LARGEST).await else {
        return plain(StatusCode::PAYLOAD_TOO_LARGE, "too large");
    };
    // what answers may wait for the disk, so it runs where waiting holds nobody up
    let answer = tokio::task::spawn_blocking(move || let_in(&desk, &parts, &sent, peer)).await;
    answer.unwrap_or_else(|_| plain(StatusCode::INTERNAL_SERVER_ERROR, "something went wrong"))
}

/// Finds what is asked for and who asks, and answers if it may be.
fn let_in(desk: &Desk, parts: &Parts, sent: &[u8], peer: SocketAddr) -> Response<Body> {
    let mut language = preferred(&parts.headers);
    let answer = visit(desk, parts, sent, peer, &mut language);
    match answer {
        Ok(answer) => told(answer),
        Err(refusal) => refused(&refusal, language),
    }
}

fn visit(
    desk: &Desk,
    parts: &Parts,
    sent: &[u8],
    peer: SocketAddr,
    language: &mut Language,
) -> Result<Answer, Refusal> {
    let now = (desk.now)();
    let (route, named) = found(parts.method.as_str(), parts.uri.path()).ok_or(Refusal::Absent)?;
    let session = match cookie(&parts.headers) {
        Some(secret) => desk.store.read(|store| Session::of(store, &secret, desk.spans, now))?,
        None => None,
    };
    if let Some(session) = &session {
        *language =
            Language::ALL.into_iter().find(|one| one.id() == session.account.language).unwrap_or(*language);
    }
    let form = Form::of(sent);
    if route.method == "POST" {
        ours(&parts.headers)?;
        // a form of a session carries its own token, so that nobody else can make one
        if session.as_ref().is_some_and(|session| session.form != form.text("token")) {
            return Err(Refusal::Form);
        }
    }
    if session.is_none() && route.needs != Needs::Nothing {
        return Ok(Answer::Go("/sign-in".to_owned()));
    }
    let mut visit = Visit {
        desk,
        now,
        named,
        query: Form::of(parts.uri.query().unwrap_or_default().as_bytes()),
        form,
        session,
        client: None,
        language: *language,
        address: peer.ip().to_string(),
    };
    allowed(route, &mut visit)?;
    if let Some(session) = visit.session.as_ref().filter(|session| session.stale(now)) {
        desk.store.write(|store| session.touch(store, now))?;
    }
    (route.answers)(&visit)
}

/// Whether whoever asks may have what the route gives; the client of the path is found on the way.
fn allowed(route: &Route, visit: &mut Visit<'_>) -> Result<(), Refusal> {
    let duty = visit.session.as_ref().map(|session| session.account.duty);
    let counsels = matches!(duty, Some(Duty::Admin | Duty::Counsellor));
    let may = match route.needs {
        Needs::Nothing => true,
        Needs::Somebody => duty.is_some(),
        Needs::Counsels => counsels,
        Needs::Administers => duty == Some(Duty::Admin),
        Needs::SeesClient | Needs::WritesClient => {
            let account = visit.account()?;
            let id = visit.part("client");
            visit.client = visit.desk.store.read(|store| Client::of(store, account, id))?;
            let writes = visit.client.as_ref().map(|client| client.writes);
            writes.is_some_and(|writes| writes || route.needs == Needs::SeesClient)
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

fn cookie(headers: &HeaderMap) -> Option<Secret> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut each = cookies.flat_map(|cookies| cookies.split(';'));
    let value = each.find_map(|cookie| cookie.trim().strip_prefix(COOKIE_NAME)?.strip_prefix('='))?;
    Some(Secret::sent(value))
}

/// The first language that a browser asks for and that we have.
fn preferred(headers: &HeaderMap) -> Language {
    let asked = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut wanted = asked.split(',').map(|part| part.trim().get(..2).unwrap_or_default().to_lowercase());
    wanted.find_map(|id| Language::ALL.into_iter().find(|language| language.id() == id)).unwrap_or_default()
}

fn told(answer: Answer) -> Response<Body> {
    let cookie =
        |value: &str, age: &str| format!("{COOKIE_NAME}={value}; Path=/; HttpOnly; SameSite=Strict{age}");
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
            go(&to).header(SET_COOKIE, cookie(secret.told(), "")).body(Body::empty())
        }
        Answer::Ended(to) => go(&to).header(SET_COOKIE, cookie("", "; Max-Age=0")).body(Body::empty()),
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

fn plain(status: StatusCode, text: &'static str) -> Response<Body> {
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    guarded(response)
}

/// With what keeps a browser from doing more than it should.
fn guarded(mut response: Response<Body>) -> Response<Body> {
    let style =
        response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/css"));
    let cached = if style { "max-age=3600" } else { "no-store" };
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
