//! `careerpath cohort --generate`: invented people for trying and timing.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use super::Arguments;
use crate::cli::Ending;
use crate::cohort::{Invented, Written};
use crate::finding::{Fault, Finding, nearest};
use crate::graph::{Graph, RegionIx};

/// Writes invented people.
pub(super) fn invented(arguments: &Arguments, graph: &Graph, rows: u64) -> Result<Ending, Vec<Finding>> {
    let states: Vec<RegionIx> = graph
        .regions
        .all()
        .filter(|(_, region)| region.parent == Some(RegionIx(0)))
        .map(|(at, _)| at)
        .collect();
    let around = match &arguments.around {
        Some(name) => graph.find_place(name).ok_or_else(|| {
            let near = nearest(name, graph.regions.all().map(|(_, region)| region.title.as_str()));
            vec![Finding::whole("--around", Fault::UnknownId { kind: "region", id: name.clone(), near })]
        })?,
        None => usize::try_from(arguments.seed % states.len().max(1) as u64)
            .ok()
            .and_then(|at| states.get(at).copied())
            .unwrap_or(RegionIx(0)),
    };
    if arguments.output.as_deref().is_some_and(|path| Written::by_name(path) != Written::Csv) {
        let fault = Fault::Conflict { what: "invented people are written as CSV", mend: "name a .csv file" };
        return Err(vec![Finding::whole("--output", fault)]);
    }
    let invented = Invented { graph, rows, seed: arguments.seed, around, spoilt: arguments.spoilt };
    let write = |out: &mut dyn Write| invented.write(out).and_then(|()| out.flush());
    let written = match &arguments.output {
        Some(path) => File::create(path).and_then(|file| write(&mut BufWriter::new(file))),
        None => match write(&mut BufWriter::new(std::io::stdout().lock())) {
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
            written => written,
        },
    };
    let name = arguments.output.as_deref().unwrap_or(Path::new("standard output")).display().to_string();
    written.map_err(|error| vec![Finding::whole(&name, Fault::Unwritable(error.to_string()))])?;
    Ok(Ending::Answered)
}
