//! One pathway of a report: dated steps with reasons, what is kept, what is unknown, where figures are from.

use std::collections::BTreeSet;

use super::{Desk, voice};
use crate::eligibility::{Standing, holds};
use crate::graph::{Graph, Node, RoleIx, Tuition};
use crate::provenance::{Amount, Basis, Figure, SourceIx};
use crate::rank::Score;
use crate::report::{JobReport, Kept, MoveReport, OutcomeReport, PathwayReport, PremiumReport, StepReport};
use crate::search::{Job, Mode, Pathway, Step};
use crate::units::Money;

impl Desk<'_> {
    pub(super) fn pathway(&self, pathway: &Pathway, score: &Score) -> PathwayReport {
        let premia = self.premia_met(pathway);
        let over_staying = |net: Option<Money>| net.zip(self.scale.stay).map(|(net, stay)| net - stay);
        PathwayReport {
            id: voice::id(self.graph, pathway),
            line: self.voice().line(pathway),
            apart: None,
            variants: Vec::new(),
            score: score.score,
            criteria: self.criteria(score),
            months: pathway.value.months,
            cost: pathway.value.cost,
            net_earnings: pathway.value.net,
            present_value: self.present_value(pathway),
            expected_gain: over_staying(pathway.value.net),
            gain_if_finished: over_staying(pathway.finished),
            waiting: pathway.waiting,
            chance: pathway.value.chance,
            outcomes: pathway
                .outcomes
                .iter()
                .map(|outcome| OutcomeReport {
                    stopped_at: outcome.stopped_at,
                    month: outcome.month,
                    probability: outcome.probability,
                    net: outcome.net,
                    jobs: self.jobs(&outcome.jobs),
                })
                .collect(),
            interim: pathway.interim,
            timeline: (0..pathway.steps.len()).map(|at| self.step(pathway, at)).collect(),
            jobs: self.jobs(&pathway.jobs),
            wages: self.wages(&pathway.jobs, Some(pathway)),
            kept_if_stopped: self.kept(pathway),
            unknown: self.unknown(pathway),
            imputed: self.imputed(pathway),
            sources: self.sources(pathway, &premia),
            premia,
            move_of_others: self.move_of_others(pathway),
        }
    }

    /// How people really go from the job before the target to it.
    fn move_of_others(&self, pathway: &Pathway) -> Option<MoveReport> {
        let (graph, voice) = (self.graph, self.voice());
        let target = pathway.jobs.iter().rposition(|job| job.role == Some(pathway.target))?;
        let occupation = |role: RoleIx| &graph.occupations[graph.roles[role.at()].occupation.at()];
        let before = pathway.jobs[..target].last()?;
        let (from, from_code) = if let Some(role) = before.role {
            (voice.said(&occupation(role).title).to_owned(), occupation(role).code.clone())
        } else {
            let job = self.profile.outside.as_ref()?;
            (job.title.clone(), job.code.clone()?)
        };
        let to = occupation(pathway.target);
        let told = graph.moves.between(&from_code, &to.code)?;
        Some(MoveReport {
            from,
            from_code,
            to: voice.said(&to.title).to_owned(),
            to_code: to.code.clone(),
            grain: told.grain,
            of_leavers: told.of_leavers,
            pay_change: told.pay.map(|change| (libm::expm1(change) * 1e4).round() / 1e4),
            seen: told.seen,
            source: graph.source(told.source).id.clone(),
        })
    }

    fn jobs(&self, jobs: &[Job]) -> Vec<JobReport> {
        let id = |role: RoleIx| self.graph.roles[role.at()].names.id.clone();
        let job =
            |job: &Job| JobReport { role: job.role.map(id), begin_month: job.begin, end_month: job.end };
        jobs.iter().map(job).collect()
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
            chance: Some(self.chance_of(step.node)).filter(|chance| *chance < 1.0),
            readiness: match step.node {
                Node::Role(role) => self.readiness(role, &self.standing_at(pathway, step.start)),
                Node::Credential(_) | Node::Program(_) => None,
            },
            hours_a_week: self.weekly_hours(step),
            warnings: self.warnings(pathway, at),
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
    pub(super) fn standing_at(&self, pathway: &Pathway, month: u32) -> Standing {
        let mut standing = self.today.clone();
        for step in pathway.steps.iter().filter(|step| step.end <= month && month > 0) {
            for holding in self.graph.gives(step.node) {
                standing.gain(self.graph, holding);
            }
        }
        for job in &pathway.jobs {
            let months = job.end.unwrap_or(u32::MAX).min(month).saturating_sub(job.begin);
            if let Some(role) = job.role {
                standing.work(self.graph, role, months);
            }
        }
        standing
    }

    /// What is unknown, imputed or assumed along a pathway, in words.
    fn unknown(&self, pathway: &Pathway) -> Vec<String> {
        let (graph, voice) = (self.graph, self.voice());
        let mut told = Vec::new();
        told.extend(self.told_imputed(pathway));
        let mut imputed = BTreeSet::new();
        for held in pathway.jobs.iter().filter_map(|job| job.role) {
            let role = voice.role(held);
            match self.pay.source(held) {
                None => {
                    told.push(voice.say("unknown-pay", [("role", role.into())]));
                }
                Some(source) => {
                    imputed.extend(source.told(graph, voice.language).map(|from| {
                        let spread = 100.0 * self.pay.spread(held);
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
        cited.extend(pathway.jobs.iter().filter_map(|job| Some(self.pay.source(job.role?)?.source)));
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
            role.newcomer_hire_months.iter().chain(&role.offered).for_each(&mut figure);
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
            cited.extend(credential.prepared.iter().map(|rule| rule.source));
            cited.extend(credential.windows.iter().map(|windows| windows.source));
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
            let region = desk.profile.region;
            let usual = || graph.tuition_for(program, region).map(|(_, row)| row.source);
            cited.extend(graph.price_source(ix, desk.profile.studies_from()).or_else(usual));
        }
    }
}
