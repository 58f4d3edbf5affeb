//! Two hundred people at the desk at once, each asking about once a second, of whom one in ten makes results, with a cohort scored beside them: how long they
//! wait, beside the same people without the cohort, in one run.
//!
//! `cargo bench --bench desk` takes 60 seconds with the cohort and 15 without; `-- --seconds N --sessions N` others,
//! `-- --test` few. It fails where anybody is answered that the desk is busy or broken.

use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use careerpath::cohort::Invented;
use careerpath::graph::{Graph, SHIPPED};
use careerpath::store::{Account, Client, Cohort, Duty, Session, Spans, Store};
use careerpath::units::CalendarMonth;
use careerpath::web::Desk;
use tokio::sync::oneshot;

/// Of so many people, one counsels as each account.
const SHARE: usize = 10;
/// Answers that are given before the caseload is looked at again.
const ANSWERS: usize = 5;
/// Where people live, and their schooling.
const REGIONS: [&str; 4] = ["Inland Empire", "Halifax", "New Jersey", "Cape Breton"];
const SCHOOLING: [&str; 3] = ["high_school", "associate", "bachelor"];
/// About how long somebody looks at a page.
const LOOKING: Duration = Duration::from_secs(1);

fn now() -> i64 {
    1_790_000_000
}

fn month() -> CalendarMonth {
    CalendarMonth::new(2026, 11).expect("a month of the calendar")
}

/// What was asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Read,
    Write,
    /// A result that is made or listed again.
    List,
}

#[expect(clippy::print_stdout, reason = "a bench prints its table")]
fn main() -> ExitCode {
    let flags: Vec<String> = std::env::args().collect();
    let test = flags.iter().any(|flag| flag == "--test");
    let given = |name: &str, usual: u64, few: u64| {
        let at = flags.iter().position(|flag| flag == name);
        at.and_then(|at| flags.get(at + 1)?.parse().ok()).unwrap_or(if test { few } else { usual })
    };
    let (seconds, sessions) = (given("--seconds", 60, 2), given("--sessions", 200, 20));
    let folder = tempfile::TempDir::new().expect("a folder can be made");
    let graphs =
        SHIPPED.iter().map(|shipped| (Graph::load(&shipped.texts()).expect("it is sound"), shipped.texts()));
    let desk = Desk::new(Store::open(folder.path()).expect("it can be opened"), graphs.collect(), now, month);
    let (stop, stopped) = oneshot::channel::<()>();
    let (tell, told) = mpsc::channel();
    let serving = thread::spawn(move || {
        let stopped = async {
            let _ = stopped.await;
        };
        let address = "127.0.0.1:0".parse().expect("an address");
        desk.serve(address, None, stopped, |address| tell.send(address).expect("somebody waits"))
            .expect("it serves");
    });
    let home = format!("http://{}", told.recv().expect("it is told"));
    let store = Store::open(folder.path()).expect("it can be opened");
    let people = people(&store, usize::try_from(sessions).unwrap_or(1));
    println!("{sessions} people at the desk, each asking about once a second");
    let alone = load(&home, &people, Duration::from_secs((seconds / 4).max(1)));
    println!("without a cohort");
    let mut broken = shown(&alone, None);
    hand_in(&store, folder.path());
    // one that asks for a page wakes nobody up; the desk looks when a cohort is handed in on a page
    wake(&home, &people[0]);
    let beside = load(&home, &people, Duration::from_secs(seconds));
    println!("with a cohort scored beside them");
    broken += shown(&beside, Some(&alone));
    let scored: u64 = people
        .iter()
        .flat_map(|one| store.read(|store| Cohort::all(store, &one.account)).unwrap_or_default())
        .map(|cohort| cohort.good)
        .max()
        .unwrap_or(0);
    println!("  rows scored meanwhile {scored:>7}");
    let _ = stop.send(());
    let _ = serving.join();
    if broken == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Somebody at the desk.
struct Person {
    account: Account,
    cookie: String,
    token: String,
    client: String,
}

fn people(store: &Store, count: usize) -> Vec<Person> {
    let accounts: Vec<Account> = (0..count.div_ceil(SHARE))
        .map(|at| {
            let make = |store: &_| Account::make(store, &format!("c{at}"), Duty::Counsellor, "", "en", now());
            store.write(|store| make(store)).expect("it is written").expect("the name is free")
        })
        .collect();
    let person = |at: usize| {
        let account = accounts[at % accounts.len()].clone();
        let (secret, client) = store
            .write(|store| {
                let client = Client::make(store, &account, &format!("C-{at}"), now())?;
                Ok((Session::begin(store, &account, now())?, client))
            })
            .expect("it is written");
        let session = store.read(|store| Session::of(store, &secret, Spans::default(), now()));
        let token = session.expect("it is read").expect("it lasts").form;
        Person { account, cookie: format!("desk={}", secret.told()), token, client }
    };
    (0..count).map(person).collect()
}

/// Puts a cohort of many invented people where the desk finds it.
fn hand_in(store: &Store, data: &std::path::Path) {
    let graph = Graph::shipped("us-him").expect("it ships").expect("it is sound");
    let around = graph.regions.find("US-NJ").expect("it is there");
    let path = data.join("people.csv");
    let mut file = std::fs::File::create(&path).expect("a file can be made");
    let invented = Invented { graph: &graph, rows: 100_000, seed: 1, around, spoilt: 0 };
    invented.write(&mut file).expect("it can be written");
    let (id, folder) = store.new_cohort().expect("a folder can be made");
    std::fs::rename(path, folder.join("people.csv")).expect("it can be moved");
    let account =
        store.read(|store| Account::named(store, "c0")).expect("it is read").expect("it is there").0;
    store
        .write(|store| Cohort::make(store, &account, &id, ("people.csv", "us-him"), now()))
        .expect("it is written");
}

/// Has the desk look for what waits.
fn wake(home: &str, person: &Person) {
    let all = format!("{home}/cohorts");
    let page = agent().get(all).header("cookie", &person.cookie).call().ok();
    let text = page.and_then(|mut page| page.body_mut().read_to_string().ok()).unwrap_or_default();
    let id = text.split("/cohorts/").find_map(|part| part.get(..32).filter(|id| !id.contains('"')));
    let url = format!("{home}/cohorts/{}", id.expect("it is listed"));
    let _ = agent()
        .post(url)
        .header("cookie", &person.cookie)
        .send_form([("token", person.token.as_str()), ("do", "go-on")]);
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into()
}

/// What everybody waited for, with the status of each answer.
fn load(home: &str, people: &[Person], time: Duration) -> Vec<(Kind, f64, u16)> {
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        let working: Vec<_> = people
            .iter()
            .enumerate()
            .map(|(at, person)| {
                let over = &over;
                scope.spawn(move || {
                    // not all in the same moment
                    let part = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
                    thread::sleep(LOOKING * part(at) / part(people.len()));
                    work(home, person, at, over)
                })
            })
            .collect();
        thread::sleep(time);
        over.store(true, Ordering::Relaxed);
        working.into_iter().flat_map(|one| one.join().expect("nobody gives up")).collect()
    })
}

/// What a counsellor does, over and over, until it is over.
fn work(home: &str, person: &Person, at: usize, over: &AtomicBool) -> Vec<(Kind, f64, u16)> {
    let (agent, mut waited) = (agent(), Vec::new());
    let client = format!("/clients/{}", person.client);
    let mut ask = |kind: Kind, path: &str, fields: &[(&str, &str)]| -> (String, String) {
        let (begun, url) = (Instant::now(), format!("{home}{path}"));
        let answer = if fields.is_empty() {
            agent.get(&url).header("cookie", &person.cookie).call()
        } else {
            let fields = fields.iter().copied().chain([("token", person.token.as_str())]);
            agent.post(&url).header("cookie", &person.cookie).send_form(fields)
        };
        let (status, location, text) = answer.map_or((599, String::new(), String::new()), |mut answer| {
            let to = answer
                .headers()
                .get("location")
                .and_then(|to| to.to_str().ok())
                .unwrap_or_default()
                .to_owned();
            (answer.status().as_u16(), to, answer.body_mut().read_to_string().unwrap_or_default())
        });
        waited.push((kind, begun.elapsed().as_secs_f64(), status));
        thread::sleep(LOOKING.saturating_sub(begun.elapsed()));
        (location, text)
    };
    let mut path = String::new();
    while !over.load(Ordering::Relaxed) {
        ask(Kind::Read, "/clients", &[]);
        ask(Kind::Read, &client, &[]);
        ask(Kind::Write, &format!("{client}/notes"), &[("note", "looked at together")]);
        if path.is_empty() {
            path = ask(Kind::Write, &format!("{client}/assessments"), &[("kind", "quick")]).0;
        }
        for _ in 0..ANSWERS {
            let page = ask(Kind::Read, &path, &[]).1;
            let key = page.split("name=\"key\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
            let Some(key) = key else {
                if !at.is_multiple_of(SHARE) {
                    path.clear();
                    break;
                }
                let result = ask(Kind::List, &path, &[("do", "finish")]).0;
                ask(Kind::Read, &result, &[]);
                path.clear();
                break;
            };
            let said = match key {
                "region" => REGIONS[at / SHARE % REGIONS.len()],
                "education" => SCHOOLING[at % SCHOOLING.len()],
                _ => "",
            };
            let act = if page.contains("value=\"skip\"") { "skip" } else { "answer" };
            ask(Kind::Write, &path, &[("key", key), ("do", act), ("said", said)]);
        }
    }
    waited
}

/// Prints how long people waited, beside the same without: how many were answered that the desk is busy or broken.
#[expect(clippy::print_stdout, reason = "a bench prints its table")]
fn shown(waited: &[(Kind, f64, u16)], beside: Option<&[(Kind, f64, u16)]>) -> usize {
    let of = |all: &[(Kind, f64, u16)], kind: Kind| {
        let mut times: Vec<f64> = all.iter().filter(|one| one.0 == kind).map(|one| one.1 * 1_000.0).collect();
        times.sort_by(f64::total_cmp);
        times
    };
    let at = |times: &[f64], share: usize| {
        times.get((times.len() * share / 100).min(times.len().saturating_sub(1))).copied().unwrap_or(0.0)
    };
    for (kind, name) in
        [(Kind::Read, "pages read"), (Kind::Write, "forms written"), (Kind::List, "results made")]
    {
        let times = of(waited, kind);
        let (half, most) = (at(&times, 50), at(&times, 99));
        let ratio = beside.map(|beside| at(&of(beside, kind), 50)).filter(|half| *half > 0.0);
        let ratio =
            ratio.map_or_else(String::new, |before| format!(", {:.1} times the half without", half / before));
        println!(
            "  {name:<14} {:>7}: half within {half:.1} ms, 99 of 100 within {most:.1} ms{ratio}",
            times.len()
        );
    }
    let broken = waited.iter().filter(|one| one.2 >= 500).count();
    let refused = waited.iter().filter(|one| (400..500).contains(&one.2)).count();
    println!("  busy or broken {broken:>7}, refused {refused}");
    broken
}
