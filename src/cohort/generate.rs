//! Invented people for trying and timing: the same seed makes the same rows.
//!
//! They are drawn by rule and tell nothing of real people: three in four have a job, one that their schooling opens; months
//! in it are short more often than long; one in six holds a credential that they could have; half want a certain role.

use std::io::{self, Write};

use super::header::COLUMNS;
use crate::eligibility::{Standing, holds};
use crate::graph::{CredentialIx, Graph, RegionIx, RoleIx};
use crate::seeded::{between, number};
use crate::units::Education;

/// Schooling, as often as it stands here.
const SCHOOLING: [Education; 10] = [
    Education::HighSchool,
    Education::HighSchool,
    Education::HighSchool,
    Education::HighSchool,
    Education::Certificate,
    Education::Certificate,
    Education::Associate,
    Education::Associate,
    Education::Bachelor,
    Education::Bachelor,
];
const HOURS: [u32; 6] = [5, 8, 10, 12, 15, 20];
const BUDGETS: [u32; 6] = [500, 1_500, 3_000, 5_000, 8_000, 20_000];
/// What spoils a row: a column and a cell that it cannot have; of no column, a cell too many or too few.
const SPOILT: [(&str, &str); 30] = [
    ("id", ""),
    ("region", ""),
    ("region", "Brigadoon"),
    ("education", ""),
    ("education", "college"),
    ("education", "4"),
    ("may_move", "perhaps"),
    ("interests", "QQ"),
    ("max_months", "-1"),
    ("current_role", "xyzzy"),
    ("months_in_role", "many"),
    ("months_in_role", "-5"),
    ("months_in_role", "9999"),
    ("months_in_role", "1.5"),
    ("months_in_role", "inf"),
    ("experience", "records"),
    ("experience", "records:many"),
    ("study_hours_per_week", "-2"),
    ("interests", "12"),
    ("target", "nobody at all"),
    ("interests", "XYZ"),
    ("study_hours_per_week", "200"),
    ("study_hours_per_week", "ten"),
    ("may_stop_working", "perhaps"),
    ("max_months", "100000"),
    ("max_months", "soon"),
    ("target", "wizard"),
    ("target", "wizard|witch"),
    ("", "too few"),
    ("", "too many"),
];

/// What rows are made.
#[derive(Debug, Clone, Copy)]
pub struct Invented<'g> {
    /// The graph that the people are of.
    pub graph: &'g Graph,
    /// How many rows.
    pub rows: u64,
    /// Decides all of them.
    pub seed: u64,
    /// They live in it or in the regions within it.
    pub around: RegionIx,
    /// Of a hundred rows, how many are spoilt, in thirty ways in turn.
    pub spoilt: u64,
}

/// A stream of draws for one row.
struct Draws {
    seed: u64,
    drawn: u64,
}

impl Draws {
    fn below(&mut self, end: usize) -> usize {
        self.drawn += 1;
        usize::try_from(number(self.seed, self.drawn) % end.max(1) as u64).unwrap_or(0)
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        (!from.is_empty()).then(|| from[self.below(from.len())])
    }

    fn share(&mut self) -> f64 {
        self.drawn += 1;
        between(self.seed, self.drawn, 0.0, 1.0)
    }
}

impl Invented<'_> {
    /// Writes them as CSV with the columns of the template.
    ///
    /// # Errors
    /// What keeps them from being written.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let regions: Vec<RegionIx> = self
            .graph
            .regions
            .all()
            .map(|(at, _)| at)
            .filter(|at| at.0 > 0 && self.graph.regions.holds(self.around, *at))
            .collect();
        let listed: Vec<RoleIx> = (0..)
            .map(RoleIx)
            .zip(&self.graph.roles)
            .filter(|(_, role)| role.listed)
            .map(|(at, _)| at)
            .collect();
        let names: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
        writeln!(out, "{}", names.join(","))?;
        let mut spoilt = 0;
        for row in 0..self.rows {
            let mut cells = self.person(row, &regions, &listed);
            if number(self.seed, row) % 100 < self.spoilt {
                let (column, cell) = SPOILT[spoilt % SPOILT.len()];
                spoilt += 1;
                match (names.iter().position(|name| *name == column), cell) {
                    (Some(at), cell) => cell.clone_into(&mut cells[at]),
                    (None, "too few") => drop(cells.pop()),
                    (None, _) => cells.push(String::new()),
                }
            }
            writeln!(out, "{}", cells.join(","))?;
        }
        Ok(())
    }

    fn person(&self, row: u64, regions: &[RegionIx], listed: &[RoleIx]) -> Vec<String> {
        let graph = self.graph;
        let mut draws = Draws { seed: number(self.seed ^ 0x00c0_4071, row), drawn: 0 };
        let education = draws.pick(&SCHOOLING).unwrap_or(Education::HighSchool);
        let region = draws.pick(regions).unwrap_or(self.around);
        let mut standing = Standing {
            education,
            holdings: vec![false; graph.holdings()],
            skills: vec![0; graph.skills.len()],
            months: vec![0; graph.roles.len()],
        };
        let role = |at: RoleIx| graph.roles[at.at()].names.id.clone();
        let mut cells: Vec<(&str, String)> = vec![
            ("id", format!("P{:07}", row + 1)),
            ("region", graph.regions.get(region).id.clone()),
            ("education", education.key().to_owned()),
        ];
        if draws.below(6) == 0 {
            let all = (0..).map(CredentialIx).zip(&graph.credentials);
            let open = all.filter(|(_, credential)| holds(&credential.eligibility.value, &standing));
            if let Some((at, id)) =
                draws.pick(&open.map(|(at, open)| (at, open.names.id.as_str())).collect::<Vec<_>>())
            {
                standing.gain(graph, graph.holding_of(at));
                cells.push(("credentials", id.to_owned()));
            }
        }
        let mut current = None;
        if draws.below(4) > 0 {
            let open = listed.iter().filter(|at| holds(&graph.roles[at.at()].entry.value, &standing));
            current = draws.pick(&open.copied().collect::<Vec<_>>());
        }
        if let Some(at) = current {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "up to 120")]
            let months = (1.0 + 119.0 * draws.share().powi(2)) as u32;
            cells.push(("current_role", role(at)));
            cells.push(("months_in_role", months.to_string()));
        }
        cells.push(("study_hours_per_week", draws.pick(&HOURS).unwrap_or(10).to_string()));
        cells.push(("may_stop_working", if draws.below(10) < 3 { "yes" } else { "no" }.to_owned()));
        if draws.below(5) > 0 {
            let amount = draws.pick(&BUDGETS).unwrap_or(5_000).to_string();
            cells.push((if graph.currency.key() == "cad" { "budget_cad" } else { "budget_usd" }, amount));
        }
        if draws.below(2) == 0 {
            let wanted: Vec<RoleIx> = listed.iter().copied().filter(|at| Some(*at) != current).collect();
            draws.pick(&wanted).into_iter().for_each(|at| cells.push(("target", role(at))));
        }
        let cell =
            |name: &str| cells.iter().find(|(column, _)| *column == name).map(|(_, cell)| cell.clone());
        COLUMNS.iter().map(|column| cell(column.name).unwrap_or_default()).collect()
    }
}
