//! `careerpath schools`: schools by name, near a place, of a field, with what they teach and charge.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

use clap::Args;

use super::{Ending, LARGEST, deliver, files, told};
use crate::finding::{Fault, Finding, nearest};
use crate::graph::{Graph, How, ProgramIx, Reached, RegionIx, Taught};
use crate::read::plain;
use crate::units::Money;
use crate::words::Language;

#[derive(Debug, Args)]
pub struct Arguments {
    /// Words of a school's name or town; without them all schools.
    words: Vec<String>,
    /// The place from which miles are measured and whose residents' price is told.
    #[arg(long, value_name = "PLACE")]
    near: Option<String>,
    /// A program that is studied there, by id or words of its title, such as coding.
    #[arg(long, value_name = "WORDS")]
    field: Option<String>,
    /// Data folder [default: built in].
    #[arg(long, value_name = "DIR")]
    graph: Option<PathBuf>,
    /// How many to show.
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..))]
    top: u16,
}

/// Finds and lists.
pub fn run(arguments: &Arguments) -> Ending {
    match find(arguments) {
        Ok((text, ending)) => deliver(&text, None, ending),
        Err(findings) => {
            told::findings(&findings, &[]);
            Ending::CouldNotRun
        }
    }
}

fn find(arguments: &Arguments) -> Result<(String, Ending), Vec<Finding>> {
    let graphs = files::graphs(arguments.graph.as_deref(), &mut Vec::new())?;
    let largest = graphs.iter().find(|graph| graph.id == LARGEST).unwrap_or(&graphs[0]);
    let (graph, region) = match &arguments.near {
        None => (largest, RegionIx(0)),
        Some(name) => files::region(&graphs, "--near", name).map_err(|finding| vec![finding])?,
    };
    let programs = programs(graph, arguments.field.as_deref())?;
    let words: Vec<String> = arguments.words.iter().map(|word| plain(word)).collect();
    let named = |reached: &Reached<'_>| {
        let school = graph.school_of(reached.offering);
        let name = plain(&format!("{} {}", school.name, school.town));
        words.iter().all(|word| name.contains(word.as_str()))
    };
    let mut by_school: BTreeMap<usize, Vec<(ProgramIx, Reached<'_>)>> = BTreeMap::new();
    for program in programs {
        let all = graph.all_reached(program, region).unwrap_or_default();
        for reached in all.into_iter().filter(named) {
            by_school.entry(reached.offering.school).or_default().push((program, reached));
        }
    }
    let mut found: Vec<Vec<(ProgramIx, Reached<'_>)>> = by_school.into_values().collect();
    let in_all = found.len();
    let has_place = arguments.near.is_some();
    found.sort_by(|one, other| {
        let [(_, one), (_, other)] = [one[0], other[0]];
        let is_out = |reached: &Reached<'_>| has_place && !reached.in_state;
        let far = |reached: &Reached<'_>| (has_place && reached.how != How::Area, is_out(reached));
        let name = |reached: &Reached<'_>| &graph.school_of(reached.offering).name;
        let order = far(&one).cmp(&far(&other));
        let order = if has_place { order.then(one.away.total_cmp(&other.away)) } else { order };
        order.then_with(|| name(&one).cmp(name(&other)))
    });
    found.truncate(usize::from(arguments.top));
    if found.is_empty() {
        anstream::eprintln!("no school of the graph is known to teach that");
        anstream::eprintln!(
            "hint: fewer words, or another --field; `careerpath programs` lists what is studied"
        );
        return Ok((String::new(), Ending::Nothing));
    }
    let mut told: String = found.iter().map(|taught| lines(graph, taught, has_place)).collect();
    if in_all > found.len() {
        let _ = writeln!(told, "{} of {in_all} schools; --top N shows more", found.len());
    }
    Ok((told, Ending::Answered))
}

/// The programs that some words name; all of them without words.
fn programs(graph: &Graph, field: Option<&str>) -> Result<Vec<ProgramIx>, Vec<Finding>> {
    let all = (0..).map(ProgramIx).zip(&graph.programs);
    let Some(field) = field else { return Ok(all.map(|(at, _)| at).collect()) };
    let words = plain(field);
    let fits = |text: &str| words.split(' ').all(|word| plain(text).contains(word));
    let named: Vec<ProgramIx> = all
        .filter(|(_, program)| {
            let names = &program.names;
            fits(&names.id) || fits(&names.title) || names.aliases.iter().any(|alias| fits(alias))
        })
        .map(|(at, _)| at)
        .collect();
    if named.is_empty() {
        let near = nearest(field, graph.programs.iter().map(|program| program.names.id.as_str()));
        let fault = Fault::UnknownId { kind: "program", id: field.to_owned(), near };
        return Err(vec![Finding::whole("--field", fault)]);
    }
    Ok(named)
}

/// A school with what it teaches: programs of the same price and as many awards in one line.
fn lines(graph: &Graph, taught: &[(ProgramIx, Reached<'_>)], has_place: bool) -> String {
    let (_, first) = taught[0];
    let school = graph.school_of(first.offering);
    let mut about = Vec::new();
    if let Some(miles) = first.miles.filter(|_| has_place) {
        about.push(format!("{miles:.0} miles"));
    }
    if has_place && first.how == How::Area {
        about.push("in the area".to_owned());
    }
    about.push(
        match first.taught {
            Taught::Distance => "mostly at a distance",
            Taught::Some => "on campus, some programs at a distance: ask which",
            Taught::Campus => "on campus",
        }
        .to_owned(),
    );
    about.push(school.web.clone());
    about.retain(|part| !part.is_empty());
    let state = graph.state_of(school.region).map_or("", |state| graph.regions.get(state).id.as_str());
    let letters = state.rsplit('-').next().unwrap_or_default();
    let place = [school.town.as_str(), letters].join(", ");
    let mut told = format!("{}, {}\n    {}\n", school.name, place.trim_end_matches(", "), about.join("; "));
    let mut by_line: Vec<(String, Vec<&str>)> = Vec::new();
    for (program, reached) in taught {
        let (line, title) =
            (line(graph, *program, reached, has_place), &graph.programs[program.at()].names.short);
        match by_line.iter_mut().find(|(known, _)| *known == line) {
            Some((_, titles)) => titles.push(title),
            None => by_line.push((line, vec![title])),
        }
    }
    for (line, titles) in by_line {
        let _ = writeln!(told, "    {}: {line}", titles.join(", "));
    }
    told
}

/// Tells what a school charges for a program, how many finished it, and what to ask.
fn line(graph: &Graph, program: ProgramIx, reached: &Reached<'_>, has_place: bool) -> String {
    let money = |units: f64| Language::En.money(Some(Money::from_units(units)), graph.currency);
    let mut told = Vec::new();
    told.push(match reached.price {
        None => "price not published".to_owned(),
        Some(price) => {
            let of = if price.is_whole { "in all" } else { "a year" };
            let whose = if has_place && !reached.in_state { " for people of other states" } else { "" };
            let worked_out = match (price.in_district, price.is_imputed) {
                (true, _) => " for residents of its district (about)",
                (false, true) => ", from what undergraduates pay",
                (false, false) => "",
            };
            format!("{} {of}{whose}{worked_out}", money(price.amount))
        }
    });
    told.extend(reached.offering.awards.map(|awards| format!("{awards} awards in its last year")));
    let by = graph.programs[program.at()].accreditor();
    match &reached.offering.accredited {
        Some(as_of) => told.push(format!("accredited by {by} (as of {as_of})")),
        None if by.is_empty() => {}
        None => told.push(format!("ask whether {by} accredits it")),
    }
    told.join("; ")
}
