//! A desk that is served for a test, and a browser to ask it with.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::mpsc;
use std::thread::JoinHandle;

use careerpath::document::Text;
use careerpath::graph::{Graph, SHIPPED};
use careerpath::store::{Account, Duty, Session, Spans, Store};
use careerpath::units::CalendarMonth;
use careerpath::web::{Certified, Desk, Route, Takes};
use tokio::sync::oneshot;

/// What the desks of these tests take for now; only later, never earlier.
static NOW: AtomicI64 = AtomicI64::new(1_790_000_000);

pub fn now() -> i64 {
    NOW.load(Ordering::SeqCst)
}

fn month() -> CalendarMonth {
    CalendarMonth::new(2026, 11).unwrap()
}

/// The graph of Nova Scotia, with its files.
fn graphs() -> Vec<(Graph, Vec<Text>)> {
    let texts = SHIPPED.iter().find(|shipped| shipped.id == "ca-ns-him").unwrap().texts();
    vec![(Graph::load(&texts).unwrap(), texts)]
}

/// A desk that is served, with its folder open beside it.
pub struct Served {
    pub home: String,
    pub folder: tempfile::TempDir,
    pub store: Store,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Served {
    pub fn new() -> Self {
        Self::with(None)
    }

    /// One that is served with a certificate, where there is one.
    pub fn with(certified: Option<Certified>) -> Self {
        let folder = tempfile::TempDir::new().unwrap();
        let desk = Desk::new(Store::open(folder.path()).unwrap(), graphs(), now, month);
        let (stop, stopped) = oneshot::channel::<()>();
        let (tell, told) = mpsc::channel();
        let thread = std::thread::spawn(move || {
            let stopped = async {
                let _ = stopped.await;
            };
            let address = "127.0.0.1:0".parse().unwrap();
            desk.serve(address, certified.as_ref(), stopped, |address| tell.send(address).unwrap()).unwrap();
        });
        let home = format!("http://{}", told.recv().unwrap());
        let store = Store::open(folder.path()).unwrap();
        Self { home, folder, store, stop: Some(stop), thread: Some(thread) }
    }

    pub fn account(&self, name: &str, duty: Duty) -> Account {
        self.store.write(|store| Account::make(store, name, duty, "no hash", "en", now())).unwrap().unwrap()
    }

    /// A session: its cookie and the token of its forms.
    pub fn session(&self, account: &Account) -> (String, String) {
        let secret = self.store.write(|store| Session::begin(store, account, now())).unwrap();
        let session =
            self.store.read(|store| Session::of(store, &secret, Spans::default(), now())).unwrap().unwrap();
        (format!("desk={}", secret.told()), session.form)
    }

    /// Where it listens.
    pub fn address(&self) -> &str {
        self.home.trim_start_matches("http://")
    }

    pub fn ask(&self, method: &str, path: &str, cookie: &str, form: &[(&str, &str)]) -> Told {
        self.ask_from(method, path, cookie, form, None)
    }

    /// Sends an empty form of a session to a route, in the way that it takes forms.
    pub fn sent(&self, route: &Route, path: &str, cookie: &str, token: &str) -> Told {
        if route.takes == Takes::Form {
            return self.ask(route.method, path, cookie, &[("token", token)]);
        }
        self.hand_in(path, cookie, &[("token", token)], None)
    }

    /// Sends a form with a file.
    pub fn hand_in(
        &self,
        path: &str,
        cookie: &str,
        fields: &[(&str, &str)],
        file: Option<(&str, &[u8])>,
    ) -> Told {
        handed_in(&self.home, path, cookie, fields, file).unwrap()
    }

    pub fn ask_from(
        &self,
        method: &str,
        path: &str,
        cookie: &str,
        form: &[(&str, &str)],
        origin: Option<&str>,
    ) -> Told {
        asked(&self.home, method, path, cookie, form, origin).unwrap()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.stop.take().map(|stop| stop.send(()));
        self.thread.take().map(JoinHandle::join);
    }
}

pub struct Told {
    pub status: u16,
    pub location: String,
    pub set: String,
    pub policy: String,
    pub text: String,
}

/// What the desk at an address answers; nothing where it does not.
pub fn asked(
    home: &str,
    method: &str,
    path: &str,
    cookie: &str,
    form: &[(&str, &str)],
    origin: Option<&str>,
) -> Option<Told> {
    let agent = agent();
    let url = format!("{home}{path}");
    let answer = if method == "GET" {
        agent.get(&url).header("cookie", cookie).call().ok()?
    } else {
        let request = agent.post(&url).header("cookie", cookie);
        let request = match origin {
            Some(origin) => request.header("origin", origin),
            None => request,
        };
        request.send_form(form.iter().copied()).ok()?
    };
    told(answer)
}

/// What the desk at an address answers to a form with a file; nothing where it does not.
pub fn handed_in(
    home: &str,
    path: &str,
    cookie: &str,
    fields: &[(&str, &str)],
    file: Option<(&str, &[u8])>,
) -> Option<Told> {
    let edge = "an-edge-that-nothing-has";
    let part = |more: &str| format!("--{edge}\r\ncontent-disposition: form-data; name=\"{more}\r\n\r\n");
    let mut body = Vec::new();
    for (name, text) in fields {
        body.extend(format!("{}{text}\r\n", part(&format!("{name}\""))).bytes());
    }
    if let Some((name, bytes)) = file {
        body.extend(part(&format!("file\"; filename=\"{name}\"")).bytes());
        body.extend(bytes);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{edge}--\r\n").bytes());
    let kind = format!("multipart/form-data; boundary={edge}");
    let request = agent().post(format!("{home}{path}")).header("cookie", cookie);
    told(request.header("content-type", kind).send(&body[..]).ok()?)
}

/// A browser that follows nothing.
fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into()
}

fn told(mut answer: ureq::http::Response<ureq::Body>) -> Option<Told> {
    let header = |name: &str| {
        let values = answer.headers().get_all(name).iter().filter_map(|value| value.to_str().ok());
        values.collect::<Vec<_>>().join("\n")
    };
    let (location, set, policy) =
        (header("location"), header("set-cookie"), header("content-security-policy"));
    let status = answer.status().as_u16();
    Some(Told { status, location, set, policy, text: answer.body_mut().read_to_string().ok()? })
}

/// The path of the link that makes the first account.
pub fn set_up_link(desk: &Served) -> String {
    let beside = Desk::new(Store::open(desk.folder.path()).unwrap(), Vec::new(), now, month);
    beside.set_up().unwrap().unwrap()
}

/// Makes the first account through its link.
pub fn set_up(desk: &Served) -> Told {
    let words = "a few words in a row";
    let fields = [("name", "ana"), ("password", words), ("again", words)];
    desk.ask("POST", &set_up_link(desk), "", &fields)
}

/// The cookie of a session that an answer begins.
pub fn cookie(told: &Told) -> String {
    assert!(told.set.contains("HttpOnly") && told.set.contains("SameSite=Strict"), "{}", told.set);
    told.set.split(';').next().unwrap().to_owned()
}

/// The token in the forms of a page.
pub fn token(text: &str) -> String {
    text.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}
