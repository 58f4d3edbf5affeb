//! Written records made into what a graph is made of.

use super::checker::{ANY, Checker, GROWTH, HOURS, MONEY, MONTHS, RATIO, SHARE};
use super::file::{
    WrittenAward, WrittenCredential, WrittenFact, WrittenFee, WrittenMode, WrittenOccupation, WrittenPremium,
    WrittenProgram, WrittenRelated, WrittenRole, WrittenRule, WrittenUpkeep, WrittenWindows,
};
use super::{
    Award, Credential, Fact, Fee, Names, Occupation, Premium, Program, Related, Requirement, Role, Slice,
    Tuition, Upkeep,
};
use crate::document::Document;
use crate::finding::Fault;
use crate::provenance::{Cited, Figure};

pub fn names(id: &str, title: &str, short: Option<&String>, aliases: &[String]) -> Names {
    Names {
        id: id.to_owned(),
        title: title.to_owned(),
        short: short.map_or(title, String::as_str).to_owned(),
        aliases: aliases.to_vec(),
    }
}

pub fn award(written: &WrittenAward, checker: &mut Checker, doc: &Document, at: &str) -> Award {
    Award {
        names: names(&written.id, &written.title, written.short.as_ref(), &written.aliases),
        education: written.education,
        skills: checker.skill_levels(&written.skills, doc, &format!("{at}/skills")),
    }
}

pub fn occupation(
    written: &WrittenOccupation,
    checker: &mut Checker,
    doc: &Document,
    at: &str,
) -> Option<Occupation> {
    let wider = match &written.wider {
        Some(code) => Some(checker.occupation(code, doc, &format!("{at}/wider"))?),
        None => None,
    };
    Some(Occupation {
        code: written.code.clone(),
        title: written.title.clone(),
        wider,
        growth: checker.figure(&written.growth, GROWTH, doc, &format!("{at}/growth"))?,
        entry_education: written.entry_education.clone(),
        training: written.training,
        field_share: match &written.field_share {
            Some(share) => Some(checker.known(share, SHARE, doc, &format!("{at}/field_share"))?),
            None => None,
        },
        premia: premia(&written.premia, checker, doc, at),
    })
}

fn premia(written: &[WrittenPremium], checker: &mut Checker, doc: &Document, at: &str) -> Vec<Premium> {
    let mut premia = Vec::new();
    for (n, premium) in written.iter().enumerate() {
        let at = format!("{at}/premia/{n}");
        let ratio = checker.known(&premium.ratio, RATIO, doc, &format!("{at}/ratio"));
        let holds = premium.holds.iter().enumerate();
        let holds: Vec<_> =
            holds.filter_map(|(n, id)| checker.holding(id, doc, &format!("{at}/holds/{n}"))).collect();
        let roles = premium.r#in.iter().enumerate();
        let roles: Vec<_> =
            roles.filter_map(|(n, id)| checker.role(id, doc, &format!("{at}/in/{n}"))).collect();
        if let Some(ratio) = ratio {
            premia.push(Premium { what: premium.what.clone(), holds, roles, ratio });
        }
    }
    premia
}

pub fn prefers(
    written: &[WrittenRule],
    checker: &mut Checker,
    doc: &Document,
    at: &str,
) -> Vec<Cited<Requirement>> {
    written
        .iter()
        .enumerate()
        .filter_map(|(n, rule)| checker.rule(rule, doc, &format!("{at}/prefers/{n}")))
        .collect()
}

pub fn fees(written: &[WrittenFee], checker: &mut Checker, doc: &Document, at: &str) -> Vec<Fee> {
    written
        .iter()
        .enumerate()
        .filter_map(|(n, fee)| {
            let amount = checker.known(&fee.amount, MONEY, doc, &format!("{at}/fees/{n}/amount"))?;
            Some(Fee { what: fee.what.clone(), amount, each_sitting: fee.each_sitting })
        })
        .collect()
}

pub fn upkeep(written: &[WrittenUpkeep], checker: &mut Checker, doc: &Document, at: &str) -> Vec<Upkeep> {
    written
        .iter()
        .enumerate()
        .filter_map(|(n, dues)| {
            let place = format!("{at}/upkeep/{n}");
            if !(1..=240).contains(&dues.every_months) {
                let value = f64::from(dues.every_months);
                checker.tell(doc, &place, Fault::OutOfRange { value, low: 1.0, high: 240.0 });
            }
            let amount = checker.known(&dues.amount, MONEY, doc, &format!("{place}/amount"))?;
            Some(Upkeep { what: dues.what.clone(), every_months: dues.every_months, amount })
        })
        .collect()
}

pub fn role(written: &WrittenRole, checker: &mut Checker, doc: &Document, at: &str) -> Option<Role> {
    let place = &written.place;
    let source = checker.source(&place.source, doc, &format!("{at}/place"));
    if !(0.0 <= place.from && place.from < place.to && place.to <= 100.0) {
        checker.tell(doc, &format!("{at}/place"), Fault::Disordered { what: "0, from, to and 100" });
    }
    let hire_months = checker.known(&written.hire_months, MONTHS, doc, &format!("{at}/hire_months"));
    let newcomer_hire_months = written.newcomer_hire_months.as_ref().and_then(|months| {
        let at = format!("{at}/newcomer_hire_months");
        let months = checker.known(months, MONTHS, doc, &at)?;
        if months.known() < hire_months.as_ref().and_then(Figure::known) {
            checker.tell(doc, &at, Fault::Disordered { what: "hire_months and newcomer_hire_months" });
        }
        Some(months)
    });
    let offered = written.offered.as_ref().map(|offered| {
        let at = format!("{at}/offered");
        let offered = checker.known(offered, SHARE, doc, &at)?;
        if offered.known() == Some(0.0) {
            checker.tell(doc, &at, Fault::OutOfRange { value: 0.0, low: 0.01, high: 1.0 });
        }
        Some(offered)
    });
    let related = related(&written.related, checker, doc, at);
    let occupation = checker.occupation(&written.occupation, doc, &format!("{at}/occupation"));
    let skills = checker.skill_levels(&written.skills, doc, &format!("{at}/skills"));
    let levels: usize = skills.iter().map(|(_, level)| usize::from(*level)).sum();
    if levels > Requirement::MOST_LEVELS {
        let fault = Fault::TooInvolved { conditions: levels, most: Requirement::MOST_LEVELS };
        checker.tell(doc, &format!("{at}/skills"), fault);
    }
    checker.role_skills = Some(skills.clone());
    let entry = checker.rule(&written.entry, doc, &format!("{at}/entry"));
    checker.role_skills = None;
    let mut interests = String::new();
    if let Some(told) = &written.interests {
        let place = format!("{at}/interests");
        checker.source(&told.source, doc, &place);
        interests.clone_from(&told.letters);
        if !told.letters.chars().all(|letter| "RIASEC".contains(letter)) {
            let detail = "interests are letters of RIASEC".to_owned();
            checker.tell(doc, &place, Fault::WrongType { detail });
        }
    }
    Some(Role {
        names: names(&written.id, &written.title, written.short.as_ref(), &written.aliases),
        about: written.about.clone(),
        prefers: prefers(&written.prefers, checker, doc, at),
        occupation: occupation?,
        place: Cited {
            value: Slice { from: place.from, to: place.to },
            source: source?,
            basis: place.basis,
            period: place.period.clone(),
            region: String::new(),
            note: place.note.clone(),
        },
        entry: entry?,
        skills,
        skills_basis: written.skills_basis,
        hire_months: hire_months?,
        newcomer_hire_months,
        offered: match offered {
            Some(offered) => Some(offered?),
            None => None,
        },
        related,
        interests,
        listed: written.listed,
    })
}

fn related(written: &[WrittenRelated], checker: &mut Checker, doc: &Document, at: &str) -> Vec<Related> {
    let mut related = Vec::new();
    for (n, told) in written.iter().enumerate() {
        let at = format!("{at}/related/{n}");
        if told.codes.is_empty() {
            checker.tell(doc, &format!("{at}/codes"), Fault::TooMany { n: 1, of: 0 });
        }
        let Some(source) = checker.source(&told.source, doc, &at) else { continue };
        related.push(Cited {
            value: told.codes.clone(),
            source,
            basis: told.basis,
            period: told.period.clone(),
            region: String::new(),
            note: told.note.clone(),
        });
    }
    related
}

/// The calendar months of an exam's windows, in order.
fn windows(
    written: &WrittenWindows,
    checker: &mut Checker,
    doc: &Document,
    at: &str,
) -> Option<Cited<Vec<u32>>> {
    let source = checker.source(&written.source, doc, at);
    let mut months = written.months.clone();
    months.sort_unstable();
    months.dedup();
    for month in months.iter().filter(|month| !(1..=12).contains(*month)) {
        let fault = Fault::OutOfRange { value: f64::from(*month), low: 1.0, high: 12.0 };
        checker.tell(doc, &format!("{at}/months"), fault);
    }
    if months.is_empty() {
        checker.tell(doc, &format!("{at}/months"), Fault::TooMany { n: 1, of: 0 });
    }
    Some(Cited {
        value: months,
        source: source?,
        basis: written.basis,
        period: written.period.clone(),
        region: String::new(),
        note: written.note.clone(),
    })
}

pub fn credential(
    written: &WrittenCredential,
    checker: &mut Checker,
    doc: &Document,
    at: &str,
) -> Option<Credential> {
    let hours_at = format!("{at}/study_hours");
    let study_hours = checker.known(&written.study_hours, HOURS, doc, &hours_at);
    let pass_rate = match &written.pass_rate {
        Some(rate) => Some(checker.known(rate, SHARE, doc, &format!("{at}/pass_rate"))?),
        None => None,
    };
    let eligibility = checker.rule(&written.eligibility, doc, &format!("{at}/eligibility"));
    let prepared = match &written.prepared {
        Some(rule) => Some(checker.rule(rule, doc, &format!("{at}/prepared"))?),
        None => None,
    };
    let windows = match &written.windows {
        Some(told) => Some(windows(told, checker, doc, &format!("{at}/windows"))?),
        None => None,
    };
    let eligibility = eligibility?;
    let asks = match &prepared {
        Some(rule) => eligibility.value.clone().and(rule.value.clone()),
        None => eligibility.value.clone(),
    };
    Some(Credential {
        names: names(&written.id, &written.title, written.short.as_ref(), &written.aliases),
        issuer: written.issuer.clone(),
        prefers: prefers(&written.prefers, checker, doc, at),
        fees: fees(&written.fees, checker, doc, at),
        upkeep: upkeep(&written.upkeep, checker, doc, at),
        skills: checker.skill_levels(&written.skills, doc, &format!("{at}/skills")),
        eligibility,
        prepared,
        asks,
        windows,
        study_hours: study_hours?,
        pass_rate,
    })
}

pub fn program(written: &WrittenProgram, checker: &mut Checker, doc: &Document, at: &str) -> Option<Program> {
    let hours_at = format!("{at}/study_hours");
    let study_hours = checker.known(&written.study_hours, HOURS, doc, &hours_at);
    let least_at = format!("{at}/min_months");
    let min_months = checker.known(&written.min_months, MONTHS, doc, &least_at);
    let completion = checker.known(&written.completion, SHARE, doc, &format!("{at}/completion"));
    let admission = checker.rule(&written.admission, doc, &format!("{at}/admission"));
    let mut awards = Vec::new();
    for (n, id) in written.awards.iter().enumerate() {
        awards.extend(checker.holding(id, doc, &format!("{at}/awards/{n}")));
    }
    let mut regions = Vec::new();
    for (n, id) in written.regions.iter().enumerate() {
        regions.extend(checker.region(id, doc, &format!("{at}/regions/{n}")));
    }
    if awards.is_empty() || regions.is_empty() || written.modes.is_empty() {
        let detail = "awards, regions and modes need at least one entry each".to_owned();
        checker.tell(doc, at, Fault::WrongType { detail });
    }
    let tuition = match (&written.tuition.sector, written.tuition.years, &written.tuition.total) {
        (Some(sector), Some(years), None) if (0.0..=20.0).contains(&years) => {
            Some(Tuition::Sector { sector: sector.clone(), years, assumed: written.tuition.assumed.clone() })
        }
        (None, None, Some(total)) => {
            checker.known(total, MONEY, doc, &format!("{at}/tuition/total")).map(Tuition::Total)
        }
        _ => {
            let detail = "tuition is either sector with years (0 to 20), or total".to_owned();
            checker.tell(doc, &format!("{at}/tuition"), Fault::WrongType { detail });
            None
        }
    };
    Some(Program {
        names: names(&written.id, &written.title, written.short.as_ref(), &written.aliases),
        provider: written.provider.clone(),
        accreditation: written.accreditation.clone(),
        awards,
        admission: admission?,
        study_hours: study_hours?,
        min_months: min_months?,
        alongside: written.modes.iter().any(|mode| matches!(mode, WrittenMode::Alongside)),
        delivery: written.delivery,
        regions,
        fees: fees(&written.fees, checker, doc, at),
        tuition: tuition?,
        completion: completion?,
    })
}

pub fn fact(written: &WrittenFact, checker: &mut Checker, doc: &Document, at: &str) -> Option<Fact> {
    let (figure, source, period, region, says) = match (&written.figure, &written.text) {
        (Some(figure), None) => {
            let unit = figure.unit.clone();
            let checked = checker.figure(figure, ANY, doc, &format!("{at}/figure"))?;
            let (source, period, region) = (checked.source, checked.period.clone(), checked.region.clone());
            (Some((checked, unit)), source, period, region, None)
        }
        (None, Some(text)) => {
            let source = checker.source(&text.source, doc, &format!("{at}/text"))?;
            let region = checker.region(&text.region, doc, &format!("{at}/text/region"))?;
            let region = checker.regions.get(region).id.clone();
            (None, source, text.period.clone(), region, Some(text.says.clone()))
        }
        _ => {
            let detail = "a fact is either a figure or a text".to_owned();
            checker.tell(doc, at, Fault::WrongType { detail });
            return None;
        }
    };
    Some(Fact {
        subject: written.subject.clone(),
        measure: written.measure.clone(),
        figure,
        says,
        source,
        period,
        region,
        carried_by: written.carried_by.clone(),
    })
}
