//! What a reader must know besides: where the scale is from, what bands held, what own pay does.

use super::Desk;
use crate::report::Bands;

impl Desk<'_> {
    pub(super) fn bands(&self) -> Bands {
        let (people, ends) = (&self.graph.pay_model.people, self.pay.ends());
        Bands {
            made_for: 80,
            held: ends.held_later,
            cases: ends.cases,
            people: people.of.clone(),
            own_pay_known: self.pay.knows_own(),
            source: people.source.clone(),
        }
    }

    /// What the bands are, and how many people they held.
    fn bands_note(&self) -> String {
        let bands = self.bands();
        let own = if bands.own_pay_known { "whose pay was known" } else { "whose pay was not known" };
        format!(
            "Bands of pay are made to hold {} of 100 people; tried on people {own} and on later years, they held {:.0} \
             ({}).",
            bands.made_for, bands.held, bands.people
        )
    }

    /// What a reader must know besides.
    pub(super) fn notes(&self) -> Vec<String> {
        let mut notes = self.graph.notes.clone();
        if let Some((_, region)) = self.pay.all_workers() {
            let own = self.graph.regions.get(self.profile.region);
            let used = self.graph.regions.get(region);
            if own.id != used.id {
                notes.push(format!(
                    "The scale of pay is that of {}: none is published for {}.",
                    used.title, own.title
                ));
            }
        } else {
            notes.push("Median pay of all workers is not known here: gain and cost do not count.".to_owned());
        }
        notes.push(self.bands_note());
        if self.settings.nominal {
            notes.push(match &self.graph.pay_model.growth {
                Some(growth) => format!(
                    "Money of the day grows as pay of the occupation's major group did in the years up to {}; tried on \
                     later years, such a forecast was off by {} %, {} % and {} % after 1, 3 and 6 years. Beyond \
                     that it is not told, and it ranks nothing.",
                    growth.until, growth.off[0], growth.off[1], growth.off[2]
                ),
                None => "How pay grows over the years is not known here: money of the day is not shown.".to_owned(),
            });
        }
        if let Some(own) = self.profile.current_pay.filter(|_| self.pay.knows_own()) {
            let symbol = self.graph.currency.symbol();
            notes.push(format!(
                "Your pay of {} counts for every year to come, less with each: after six years of work {:.0} % of how \
                 far it is from the usual.",
                own.rounded(symbol),
                100.0 * self.graph.pay_model.people.kept.share(6.0, false)
            ));
            if self.pay.unlike(self.profile) {
                notes.push(
                    "Your pay lies outside of what is taken for the role you hold, so its whole occupation stands in for \
                     it: is it the pay of a whole year, and is it the right role?"
                        .to_owned(),
                );
            }
        }
        notes
    }
}
