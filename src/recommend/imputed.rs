//! Figures of a pathway's steps that are imputed or assumed: told wherever they are used.

use super::Desk;
use crate::graph::{Node, Tuition};
use crate::provenance::{Amount, Basis, Figure};
use crate::report::ImputedFigure;
use crate::search::Pathway;

impl Desk<'_> {
    /// The chance that a step comes about, an exam within two sittings.
    pub(super) fn chance_of(&self, node: Node) -> f64 {
        let known = |figure: &Figure| figure.known().expect("the check proved it known");
        match node {
            Node::Role(role) => self.graph.roles[role.at()].offered.as_ref().map_or(1.0, known),
            Node::Program(program) => known(&self.graph.programs[program.at()].completion),
            Node::Credential(credential) => {
                let pass = self.graph.credentials[credential.at()].pass_rate.as_ref().map_or(1.0, known);
                1.0 - (1.0 - pass) * (1.0 - pass)
            }
        }
    }

    /// The chances and costs of a pathway's steps that are imputed or assumed.
    pub(super) fn imputed(&self, pathway: &Pathway) -> Vec<ImputedFigure> {
        let mut imputed = Vec::new();
        for step in &pathway.steps {
            for (what, figure) in self.figures(step.node) {
                let Amount::Known { value, low, high } = figure.value else { continue };
                if matches!(figure.basis, Basis::Imputed | Basis::Assumed) {
                    let told = ImputedFigure {
                        node: self.graph.names(step.node).id.clone(),
                        what,
                        value,
                        low,
                        high,
                        basis: figure.basis,
                        source: self.graph.source(figure.source).id.clone(),
                    };
                    imputed.push(told);
                }
            }
        }
        imputed
    }

    /// The chance and the costs of a step.
    fn figures(&self, node: Node) -> Vec<(&'static str, &Figure)> {
        match node {
            Node::Role(role) => {
                self.graph.roles[role.at()].offered.iter().map(|figure| ("offered", figure)).collect()
            }
            Node::Credential(credential) => {
                let credential = &self.graph.credentials[credential.at()];
                let fees = credential.fees.iter().map(|fee| ("fee", &fee.amount));
                let dues = credential.upkeep.iter().map(|dues| ("upkeep", &dues.amount));
                credential.pass_rate.iter().map(|rate| ("pass_rate", rate)).chain(fees).chain(dues).collect()
            }
            Node::Program(program) => {
                let program = &self.graph.programs[program.at()];
                let total = match &program.tuition {
                    Tuition::Total(total) => Some(("tuition", total)),
                    Tuition::Sector { .. } => None,
                };
                let fees = program.fees.iter().map(|fee| ("fee", &fee.amount));
                std::iter::once(("completion", &program.completion)).chain(total).chain(fees).collect()
            }
        }
    }

    /// The same in words: one for chances, one for costs.
    pub(super) fn told_imputed(&self, pathway: &Pathway) -> Vec<String> {
        let voice = self.voice();
        let names = |kinds: &[&str]| -> Vec<String> {
            let mut names = Vec::new();
            for step in &pathway.steps {
                let named = self.figures(step.node).into_iter().any(|(what, figure)| {
                    kinds.contains(&what) && matches!(figure.basis, Basis::Imputed | Basis::Assumed)
                });
                if named {
                    names.push(voice.step(step.node).to_owned());
                }
            }
            names
        };
        let told = |key, kinds: &[&str]| {
            let names = names(kinds);
            (!names.is_empty()).then(|| voice.say(key, [("names", voice.language.list(&names).into())]))
        };
        let chances = told("imputed-chances", &["pass_rate", "completion", "offered"]);
        let costs = told("imputed-costs", &["fee", "tuition", "upkeep"]);
        chances.into_iter().chain(costs).collect()
    }
}
