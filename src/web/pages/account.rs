//! Accounts: the first one, signing in and out, one's own, and those of others.

use askama::Template;

use super::frame::{Frame, written};
use crate::store::{Account, Attempt, Client, Duty, Purpose, Secret, Session};
use crate::web::answer::{Answer, Refusal};
use crate::web::form::is_unseen;
use crate::web::hash::{LONGEST, SHORTEST};
use crate::web::visit::Visit;
use crate::words::Language;

/// The longest name in letters.
const LONGEST_NAME: usize = 60;

#[derive(Template)]
#[template(path = "set-up.html")]
struct SetUp {
    frame: Frame,
    path: String,
    name: String,
}

#[derive(Template)]
#[template(path = "sign-in.html")]
struct SignIn {
    frame: Frame,
    name: String,
}

#[derive(Template)]
#[template(path = "account.html")]
struct Own {
    frame: Frame,
    languages: [(&'static str, &'static str, bool); 3],
}

#[derive(Template)]
#[template(path = "accounts.html")]
struct All {
    frame: Frame,
    /// Number, name and duty; and of the others to whom clients may be handed over.
    accounts: Vec<(i64, String, String)>,
    heirs: Vec<(i64, String)>,
    own: i64,
    duties: Vec<(&'static str, String)>,
    name: String,
}

/// Whether the link of the path opens the first account.
fn opens(visit: &Visit<'_>) -> Result<Secret, Refusal> {
    let secret = Secret::sent(visit.part("secret"));
    let opens = visit.desk.store.read(|store| Purpose::SetUp.opened_by(store, &secret, visit.now))?;
    if opens { Ok(secret) } else { Err(Refusal::Absent) }
}

/// The page that makes the first account.
pub fn set_up(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let secret = opens(visit)?;
    let frame = Frame::of(visit, visit.word("desk-set-up"));
    Ok(Answer::Page(written(&SetUp { frame, path: secret.told().to_owned(), name: String::new() })))
}

/// Makes the first account and signs it in.
pub fn set_up_done(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let secret = opens(visit)?;
    let name = visit.form.text("name").trim().to_owned();
    let amiss = amiss_with(visit, &name);
    if amiss.is_some() {
        let frame = Frame::of(visit, visit.word("desk-set-up")).with(amiss);
        return Ok(Answer::Again(written(&SetUp { frame, path: secret.told().to_owned(), name })));
    }
    let password = visit.desk.hash(visit.form.text("password"))?;
    let begun = visit.desk.store.write(|store| {
        if !Purpose::SetUp.spend(store, &secret, visit.now)? || !Account::none_yet(store)? {
            return Ok(None);
        }
        let language = visit.language.id();
        let Some(account) = Account::make(store, &name, Duty::Admin, &password, language, visit.now)? else {
            return Ok(None);
        };
        visit.log(store, "set-up", &account.id.to_string())?;
        Session::begin(store, &account, visit.now).map(Some)
    })?;
    begun.map(|secret| Answer::Begun("/clients".to_owned(), secret)).ok_or(Refusal::Absent)
}

/// What is amiss with a new name and password.
fn amiss_with(visit: &Visit<'_>, name: &str) -> Option<String> {
    let password = visit.form.text("password");
    let letters = password.chars().count();
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.contains(is_unseen) {
        Some(visit.language.say("desk-name-amiss", [("most", LONGEST_NAME.into())]))
    } else if !(SHORTEST..=LONGEST).contains(&letters) {
        Some(
            visit.language.say("desk-password-amiss", [("least", SHORTEST.into()), ("most", LONGEST.into())]),
        )
    } else if is_easy(password, name) {
        Some(visit.word("desk-password-easy"))
    } else if password != visit.form.text("again") {
        Some(visit.word("desk-password-differs"))
    } else {
        None
    }
}

/// Whether a password is one that somebody would try soon: on a list, of one word over and over, or the name.
fn is_easy(password: &str, name: &str) -> bool {
    zxcvbn::zxcvbn(password, &[name, "careerpath", "desk"]).score() < zxcvbn::Score::Three
}

/// The page that signs in.
#[expect(clippy::unnecessary_wraps, reason = "answers of one table have one shape")]
pub fn sign_in(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let frame = Frame::of(visit, visit.word("desk-sign-in"));
    Ok(Answer::Page(written(&SignIn { frame, name: String::new() })))
}

/// Signs in: the same is said, and as late, of a name that nobody has and of a password that is wrong.
pub fn signed_in(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let store = &visit.desk.store;
    let (name, password) = (visit.form.text("name").trim(), visit.form.text("password"));
    let attempt = Attempt::of(name, &visit.address);
    let wait = store.write(|store| attempt.begin(store, visit.now))?;
    if wait > 0 {
        return Err(Refusal::Wait(wait));
    }
    let known = store.read(|store| Account::named(store, name))?;
    let bounded = password.chars().count() <= LONGEST;
    let hash = known.as_ref().map(|(_, hash)| hash.as_str());
    let fits = visit.desk.fits(if bounded { password } else { "" }, hash)? && bounded;
    let Some((account, _)) = known.filter(|_| fits) else {
        store.write(|store| visit.log(store, "sign-in-failed", ""))?;
        let frame = Frame::of(visit, visit.word("desk-sign-in")).with(Some(visit.word("desk-sign-in-amiss")));
        return Ok(Answer::Again(written(&SignIn { frame, name: name.to_owned() })));
    };
    let secret = store.write(|store| {
        attempt.succeed(store)?;
        // whoever was signed in here is not any more
        if let Some(before) = &visit.session {
            before.end(store, visit.desk.spans, visit.now)?;
        }
        visit.log(store, "sign-in", &account.id.to_string())?;
        Session::begin(store, &account, visit.now)
    })?;
    Ok(Answer::Begun("/clients".to_owned(), secret))
}

/// Signs out.
pub fn sign_out(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    visit.desk.store.write(|store| {
        visit.session.iter().try_for_each(|session| session.end(store, visit.desk.spans, visit.now))?;
        visit.log(store, "sign-out", "")
    })?;
    Ok(Answer::Ended("/sign-in".to_owned()))
}

/// The page of one's own account.
#[expect(clippy::unnecessary_wraps, reason = "answers of one table have one shape")]
pub fn own(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::Page(own_page(visit, None)))
}

fn own_page(visit: &Visit<'_>, amiss: Option<String>) -> String {
    let languages = Language::ALL.map(|one| (one.id(), one.name(), one == visit.language));
    written(&Own { frame: Frame::of(visit, visit.word("desk-account")).with(amiss), languages })
}

/// Changes the language.
pub fn language(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let account = visit.account()?;
    let asked = visit.form.text("language");
    if Language::ALL.iter().any(|language| language.id() == asked) {
        visit.desk.store.write(|store| account.speak(store, asked))?;
    }
    Ok(Answer::Go("/account".to_owned()))
}

/// Changes the password; every session of the account ends, and a new one begins here.
pub fn password(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let account = visit.account()?;
    let known = visit.desk.store.read(|store| Account::named(store, &account.name))?;
    let hash = known.as_ref().map(|(_, hash)| hash.as_str());
    // whoever found a session open tries no more passwords than whoever signs in
    let attempt = Attempt::of(&format!("own {}", account.id), &visit.address);
    let wait = visit.desk.store.write(|store| attempt.begin(store, visit.now))?;
    if wait > 0 {
        return Err(Refusal::Wait(wait));
    }
    let amiss = match amiss_with(visit, &account.name) {
        None if !visit.desk.fits(visit.form.text("before"), hash)? => Some(visit.word("desk-password-wrong")),
        amiss => amiss,
    };
    if amiss.is_some() {
        return Ok(Answer::Again(own_page(visit, amiss)));
    }
    let password = visit.desk.hash(visit.form.text("password"))?;
    let secret = visit.desk.store.write(|store| {
        attempt.succeed(store)?;
        account.change_password(store, &password)?;
        Session::end_all(store, account)?;
        visit.log(store, "password", &account.id.to_string())?;
        Session::begin(store, account, visit.now)
    })?;
    Ok(Answer::Begun("/account".to_owned(), secret))
}

/// The page of all accounts.
pub fn all(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::Page(all_page(visit, None)?))
}

fn all_page(visit: &Visit<'_>, amiss: Option<String>) -> Result<String, Refusal> {
    let accounts = visit.desk.store.read(Account::all)?;
    let heirs = accounts.iter().filter(|account| account.duty != Duty::Reader);
    let heirs = heirs.map(|account| (account.id, account.name.clone())).collect();
    let duty = |duty: Duty| visit.word(&format!("desk-duty-{}", duty.key()));
    let name = if amiss.is_some() { visit.form.text("name").to_owned() } else { String::new() };
    Ok(written(&All {
        frame: Frame::of(visit, visit.word("desk-accounts")).with(amiss),
        accounts: accounts
            .into_iter()
            .map(|account| (account.id, account.name, duty(account.duty)))
            .collect(),
        heirs,
        own: visit.account()?.id,
        duties: Duty::ALL.map(|one| (one.key(), duty(one))).to_vec(),
        name,
    }))
}

/// Makes an account for somebody else.
pub fn made(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let name = visit.form.text("name").trim().to_owned();
    let amiss = amiss_with(visit, &name);
    let duty = Duty::from_key(visit.form.text("duty")).ok_or(Refusal::Form)?;
    if amiss.is_some() {
        return Ok(Answer::Again(all_page(visit, amiss)?));
    }
    let password = visit.desk.hash(visit.form.text("password"))?;
    let made = visit.desk.store.write(|store| {
        let made = Account::make(store, &name, duty, &password, visit.language.id(), visit.now)?;
        made.iter().try_for_each(|account| visit.log(store, "account", &account.id.to_string()))?;
        Ok(made)
    })?;
    match made {
        Some(_) => Ok(Answer::Go("/accounts".to_owned())),
        None => Ok(Answer::Again(all_page(visit, Some(visit.word("desk-name-taken")))?)),
    }
}

/// Closes an account, whose clients go to another, or gives it a new password; either ends its sessions.
pub fn changed(visit: &Visit<'_>) -> Result<Answer, Refusal> {
    let number = |text: &str| text.parse::<i64>().map_err(|_| Refusal::Absent);
    let store = &visit.desk.store;
    let of = |id: i64| store.read(|store| Account::of(store, id));
    let account = of(number(visit.part("account"))?)?.ok_or(Refusal::Absent)?;
    if account.id == visit.account()?.id {
        // one's own is changed on one's own page, and nobody closes the door behind themselves
        return Err(Refusal::Form);
    }
    let subject = account.id.to_string();
    match visit.form.text("do") {
        "close" => {
            let heir = of(number(visit.form.text("heir"))?)?.ok_or(Refusal::Form)?;
            if heir.id == account.id || heir.duty == Duty::Reader {
                return Ok(Answer::Again(all_page(visit, Some(visit.word("desk-heir-amiss")))?));
            }
            let own = visit.account()?.id;
            let closed = store.write(|store| {
                // whoever closes, is closed or takes over may have been closed meanwhile
                for id in [own, account.id, heir.id] {
                    if Account::of(store, id)?.is_none() {
                        return Ok(false);
                    }
                }
                Client::hand_over(store, &account, &heir)?;
                account.close(store, visit.now)?;
                Session::end_all(store, &account)?;
                visit.log(store, "account-closed", &format!("{subject} to {}", heir.id))?;
                Ok(true)
            })?;
            if !closed {
                return Err(Refusal::Form);
            }
        }
        "password" => {
            let amiss = amiss_with(visit, &account.name);
            if amiss.is_some() {
                return Ok(Answer::Again(all_page(visit, amiss)?));
            }
            let password = visit.desk.hash(visit.form.text("password"))?;
            store.write(|store| {
                account.change_password(store, &password)?;
                Session::end_all(store, &account)?;
                visit.log(store, "password-given", &subject)
            })?;
        }
        _ => return Err(Refusal::Form),
    }
    Ok(Answer::Go("/accounts".to_owned()))
}
