//! Where somebody lives: any name of a place, or the nearest to it.

use super::flow::Flow;
use super::prompt::{Form, Offer};
use super::walk::Walk;
use crate::graph::{Graph, PlaceMatch, Regions, likeness};
use crate::read::plain;

/// How many places are offered.
const PLACES: usize = 8;

impl<'g> Flow<'g> {
    /// Asks for a place until one is known; its graph.
    pub(super) fn place(&self, walk: &mut Walk<'_>) -> Option<&'g Graph> {
        let said = walk.ask(self.needed(0, "region", Form::Place))?;
        let id = if let Some((_, id)) = self.only_place(&said) {
            id
        } else {
            let mut offers: Vec<Offer> = self.places(&said);
            offers.push(Offer::new("none", self.word("ask-none")).taking_back(&["region"]));
            walk.ask(self.needed(0, "region-which", Form::One(offers)))?
        };
        let graph = self.graph_of(&id)?;
        walk.told.region = id;
        Some(graph)
    }

    /// The one place of a name, with its graph.
    pub(super) fn only_place(&self, said: &str) -> Option<(&'g Graph, String)> {
        let said_plain = plain(said);
        let mut found = self.graphs.iter().filter_map(|graph| {
            let told = |title: &str| plain(graph.said(title, self.language)) == said_plain;
            let named = || graph.regions.all().find(|(_, region)| told(&region.title)).map(|(at, _)| at);
            let region = graph.regions.find(said).or_else(named)?;
            Some((graph, graph.regions.get(region).id.clone()))
        });
        match (found.next(), found.next()) {
            (Some(only), None) => return Some(only),
            (Some(_), Some(_)) => return None,
            (None, _) => {}
        }
        let read = self.graphs.iter().map(|graph| (graph, graph.read_place(said)));
        let mut read = read.filter(|(_, read)| *read != PlaceMatch::Unknown);
        match (read.next(), read.next()) {
            (Some((graph, PlaceMatch::One(region))), None) => {
                Some((graph, graph.regions.get(region).id.clone()))
            }
            _ => None,
        }
    }

    /// Places likest to some words, likest first.
    pub(super) fn places(&self, said: &str) -> Vec<Offer> {
        let mut scored: Vec<(u32, Offer)> = Vec::new();
        let mut read: Vec<Offer> = Vec::new();
        for graph in self.graphs {
            read.extend(graph.read_place(said).regions().into_iter().map(|at| {
                let region = graph.regions.get(at);
                Offer::new(&region.id, graph.said(&region.title, self.language))
            }));
            for (_, region) in graph.regions.all() {
                let names = graph.names_in(&Regions::names_of(region), self.language);
                if let Some(score) = likeness(said, &names) {
                    let title = graph.said(&region.title, self.language);
                    scored.push((score, Offer::new(&region.id, title)));
                }
            }
        }
        scored.retain(|(_, offer)| read.iter().all(|known| known.id != offer.id));
        let others = Offer::likest(scored, PLACES.saturating_sub(read.len()));
        read.into_iter().chain(others).collect()
    }
}
