//! What a reader must know besides: where the scale is from, what bands held, what own pay does.

use super::Desk;
use crate::graph::Nearness;
use crate::report::Bands;

impl Desk<'_> {
    pub(super) fn bands(&self) -> Bands {
        let (people, held) = (&self.graph.pay_model.people, self.pay.coverages());
        let told = if self.pay.knows_own() { &held.stayed } else { &held.unknown };
        Bands {
            made_for: 80,
            held: told.held_later,
            cases: told.cases,
            held_after_change: self.pay.knows_own().then_some(held.changed.held_later),
            people: self.voice().said(&people.of).to_owned(),
            own_pay_known: self.pay.knows_own(),
            source: people.source.clone(),
        }
    }

    /// What the bands are, and how many people they held.
    fn bands_note(&self) -> String {
        let bands = self.bands();
        let voice = self.voice();
        let told = [
            ("made", bands.made_for.into()),
            ("held", voice.language.decimal(bands.held, 0).into()),
            ("changed", voice.language.decimal(bands.held_after_change.unwrap_or_default(), 0).into()),
            ("people", bands.people.into()),
        ];
        voice.say(if bands.own_pay_known { "note-bands-own" } else { "note-bands" }, told)
    }

    /// What a reader must know besides.
    pub(super) fn notes(&self) -> Vec<String> {
        let voice = self.voice();
        let mut notes: Vec<String> =
            self.graph.notes.iter().map(|note| voice.said(note).to_owned()).collect();
        if let Some((_, region)) = self.pay.all_workers() {
            let own = self.graph.regions.get(self.profile.region);
            let used = self.graph.regions.get(region);
            if own.id != used.id {
                let told = [("used", voice.said(&used.title).into()), ("own", voice.said(&own.title).into())];
                notes.push(voice.say("note-scale", told));
            }
        } else {
            notes.push(voice.word("note-no-scale"));
        }
        notes.push(self.bands_note());
        if self.settings.nominal {
            notes.push(match &self.graph.pay_model.growth {
                Some(growth) => {
                    let off = growth.off.map(|off| voice.language.decimal(off, 1).into());
                    let [one, three, six] = off;
                    let until = growth.until.to_string().into();
                    let told = [("until", until), ("one", one), ("three", three), ("six", six)];
                    voice.say("note-nominal", told)
                }
                None => voice.word("note-no-nominal"),
            });
        }
        if let Some(own) = self.profile.current_pay.filter(|_| self.pay.knows_own()) {
            let kept = |near| {
                let share = self.graph.pay_model.people.kept.share(6.0, near);
                voice.language.decimal(100.0 * share, 0).into()
            };
            let told = [
                ("pay", voice.money(own).into()),
                ("percent", kept(Nearness::Job)),
                ("related", kept(Nearness::Related)),
                ("changed", kept(Nearness::Other)),
            ];
            notes.push(voice.say("note-own-pay", told));
            if self.pay.unlike(self.profile) {
                notes.push(voice.word("note-own-pay-unlike"));
            }
        }
        notes
    }
}
