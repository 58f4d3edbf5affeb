//! One pathway of a report: dated steps with reasons, what is kept, what is unknown, where figures are from.

use std::collections::BTreeSet;

use super::{Desk, voice};
use crate::eligibility::{Standing, holds};
use crate::graph::{Graph, Node, Tuition};
use crate::provenance::{Amount, Basis, Figure, SourceIx};
use crate::rank::Score;
use crate::report::{CriterionReport, JobReport, Kept, PathwayReport, PremiumReport, StepReport};
use crate::search::{Mode, Pathway, Step};

impl Desk<'_> {
    pub(super) fn pathway(&self, pathway: &Pathway, score: &Score) -> PathwayReport {
        let graph = self.graph;
        let money = graph.currency.key();
        let premia = self.premia_met(pathway);
        PathwayReport {
            id: voice::id(graph, pathway),
            line: self.voice().line(pathway),
            apart: None,
            variants: Vec::new(),
            score: score.score,
            criteria: score
                .parts
                .iter()
                .map(|part| CriterionReport {
                    id: part.entry.criterion.id(),
                    value: part.value,
                    unit: if part.entry.unit.is_empty() { money } else { part.entry.unit }.to_owned(),
                    utility: part.utility,
                    weight: part.weight,
                    contribution: part.contribution,
                    known: part.utility.is_some(),
                })
                .collect(),
            months: pathway.value.months,
            cost: pathway.value.cost,
            cost_known: pathway.unpriced.is_empty(),
            net_earnings: pathway.value.net,
            present_value: self.present_value(pathway),
            gain: pathway.value.net.zip(self.scale.stay).map(|(net, stay)| net - stay),
            chance: pathway.value.chance,
            chance_complete: pathway.unrated.is_empty(),
            timeline: (0..pathway.steps.len()).map(|at| self.step(pathway, at)).collect(),
            jobs: pathway
                .jobs
                .iter()
                .map(|job| JobReport {
                    role: graph.roles[job.role.at()].names.id.clone(),
                    begin_month: job.begin,
                    end_month: job.end,
                })
                .collect(),
            wages: self.wages(&pathway.jobs, Some(pathway)),
            kept_if_stopped: self.kept(pathway),
            unknown: self.unknown(pathway),
            sources: self.sources(pathway, &premia),
            premia,
        }
    }

    fn step(&self, pathway: &Pathway, at: usize) -> StepReport {
        let (graph, voice) = (self.graph, self.voice());
        let step = &pathway.steps[at];
        let names = graph.names(step.node);
        let mut because: Vec<String> = pathway.needed_by[at]
            .iter()
            .map(|later| voice.say("needed-for", [("step", voice.step(pathway.steps[*later].node).into())]))
            .collect();
        if step.node == Node::Role(pathway.target) {
            because.push(voice.word("the-target"));
        } else if because.is_empty() {
            because.push(voice.word("pay-while-studying"));
        }
        let (kind, mode) = match (step.node, step.mode) {
            (Node::Role(_), _) => ("enter", "enter"),
            (Node::Credential(_), Mode::Alongside) => ("earn", "alongside"),
            (Node::Credential(_), _) => ("earn", "full_time"),
            (Node::Program(_), Mode::Alongside) => ("study", "alongside"),
            (Node::Program(_), _) => ("study", "full_time"),
        };
        StepReport {
            kind,
            node: names.id.clone(),
            title: voice.title(names).to_owned(),
            mode,
            start_month: step.start,
            end_month: step.end,
            cost: step.cost,
            because,
        }
    }

    /// After every finished step: what is in hand and which listed roles are open that were not before.
    fn kept(&self, pathway: &Pathway) -> Vec<Kept> {
        let graph = self.graph;
        let mut order: Vec<&Step> =
            pathway.steps.iter().filter(|step| !matches!(step.node, Node::Role(_))).collect();
        order.sort_by_key(|step| step.end);
        let mut before = self.standing_at(pathway, 0);
        let mut kept = Vec::new();
        for step in order {
            let after = self.standing_at(pathway, step.end);
            let opens = graph.roles.iter().filter(|role| {
                role.listed && holds(&role.entry.value, &after) && !holds(&role.entry.value, &before)
            });
            kept.push(Kept {
                month: step.end,
                after: graph.names(step.node).id.clone(),
                holdings: graph
                    .gives(step.node)
                    .iter()
                    .map(|h| graph.holding(*h).names().id.clone())
                    .collect(),
                opens: opens.map(|role| role.names.id.clone()).collect(),
            });
            before = after;
        }
        kept
    }

    /// What the person has in a month of a pathway.
    fn standing_at(&self, pathway: &Pathway, month: u32) -> Standing {
        let mut standing = self.today.clone();
        for step in pathway.steps.iter().filter(|step| step.end <= month && month > 0) {
            for holding in self.graph.gives(step.node) {
                standing.gain(self.graph, holding);
            }
        }
        for job in &pathway.jobs {
            let months = job.end.unwrap_or(u32::MAX).min(month).saturating_sub(job.begin);
            standing.work(self.graph, job.role, months);
        }
        standing
    }

    /// What is unknown, imputed or assumed along a pathway, in words.
    fn unknown(&self, pathway: &Pathway) -> Vec<String> {
        let (graph, voice) = (self.graph, self.voice());
        let names = |key, nodes: &[Node]| {
            let names: Vec<&str> = nodes.iter().map(|node| voice.step(*node)).collect();
            voice.say(key, [("names", voice.language.list(&names).into())])
        };
        let mut told = Vec::new();
        if !pathway.unpriced.is_empty() {
            told.push(names("unknown-cost", &pathway.unpriced));
        }
        if !pathway.unrated.is_empty() {
            told.push(names("unknown-rate", &pathway.unrated));
        }
        let mut imputed = BTreeSet::new();
        for job in &pathway.jobs {
            let role = voice.role(job.role);
            match self.pay.source(job.role) {
                None => {
                    told.push(voice.say("unknown-pay", [("role", role.into())]));
                }
                Some(source) => {
                    imputed.extend(source.told(graph, voice.language).map(|from| {
                        let spread = 100.0 * self.pay.spread(job.role);
                        let percent = voice.language.decimal(spread, 0);
                        let key = if spread > 0.5 { "imputed-off" } else { "imputed-pay" };
                        voice.say(
                            key,
                            [("role", role.into()), ("from", from.into()), ("percent", percent.into())],
                        )
                    }));
                }
            }
        }
        told.extend(imputed);
        for step in &pathway.steps {
            if let Node::Program(program) = step.node
                && let Tuition::Sector { assumed, .. } = &graph.programs[program.at()].tuition
                && !assumed.is_empty()
            {
                let why = voice.said(assumed);
                let filled = [("program", voice.step(step.node).into()), ("why", why.into())];
                told.push(voice.say("assumed-cost", filled));
            }
            let rule = match step.node {
                Node::Role(role) => &graph.roles[role.at()].entry,
                Node::Credential(credential) => &graph.credentials[credential.at()].eligibility,
                Node::Program(program) => &graph.programs[program.at()].admission,
            };
            if rule.basis == Basis::Assumed && !rule.note.is_empty() {
                let why = voice.said(&rule.note);
                let filled = [("step", voice.step(step.node).into()), ("why", why.into())];
                told.push(voice.say("assumed-rule", filled));
            }
        }
        told
    }

    fn sources(&self, pathway: &Pathway, premia: &[PremiumReport]) -> Vec<String> {
        let graph = self.graph;
        let mut cited: BTreeSet<SourceIx> = BTreeSet::new();
        for step in &pathway.steps {
            cite(graph, self, step, &mut cited);
        }
        cited.extend(
            pathway.jobs.iter().filter_map(|job| self.pay.source(job.role).map(|source| source.source)),
        );
        cited.insert(graph.source_by_id(&graph.pay_model.people.source));
        cited.extend(premia.iter().map(|met| graph.source_by_id(&met.source)));
        let growth = graph.pay_model.growth.as_ref().filter(|_| self.settings.nominal);
        cited.extend(growth.map(|growth| graph.source_by_id(&growth.source)));
        cited.into_iter().map(|source| graph.source(source).id.clone()).collect()
    }
}

fn cite(graph: &Graph, desk: &Desk<'_>, step: &Step, cited: &mut BTreeSet<SourceIx>) {
    let mut figure = |figure: &Figure| {
        if matches!(figure.value, Amount::Known { .. } | Amount::Missing(_)) {
            cited.insert(figure.source);
        }
    };
    match step.node {
        Node::Role(ix) => {
            let role = &graph.roles[ix.at()];
            figure(&role.hire_months);
            figure(&graph.occupations[role.occupation.at()].growth);
            cited.extend([role.entry.source, role.place.source]);
        }
        Node::Credential(ix) => {
            let credential = &graph.credentials[ix.at()];
            figure(&credential.study_hours);
            credential.fees.iter().for_each(|fee| figure(&fee.amount));
            credential.upkeep.iter().for_each(|dues| figure(&dues.amount));
            credential.pass_rate.iter().for_each(&mut figure);
            cited.insert(credential.eligibility.source);
        }
        Node::Program(ix) => {
            let program = &graph.programs[ix.at()];
            figure(&program.study_hours);
            figure(&program.min_months);
            figure(&program.completion);
            program.fees.iter().for_each(|fee| figure(&fee.amount));
            if let Tuition::Total(total) = &program.tuition {
                figure(total);
            }
            cited.insert(program.admission.source);
            cited.extend(graph.tuition_for(program, desk.profile.region).map(|(_, row)| row.source));
        }
    }
}
