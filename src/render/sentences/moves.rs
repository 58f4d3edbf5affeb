//! How people really make the move that a pathway ends with.

use super::Sentences;
use crate::graph::Grain;
use crate::report::MoveReport;

impl Sentences<'_> {
    /// How often people went there who left where it starts from, and how their pay changed.
    pub fn move_of_others(self, told: &MoveReport) -> String {
        let (what, [from, to]) = match told.grain {
            Grain::Occupation => ("moved-occupation", [told.from.clone(), told.to.clone()]),
            Grain::MajorGroup => {
                let group =
                    |code: &String| self.word(&format!("major-{}", code.get(..2).unwrap_or_default()));
                ("moved-group", [&told.from_code, &told.to_code].map(group))
            }
        };
        let share =
            if told.of_leavers < 0.01 { self.word("moved-few") } else { self.percent(told.of_leavers) };
        let line = self.say(what, [("from", from.into()), ("to", to.into()), ("n", share.into())]);
        let Some(pay) = told.pay_change else { return line };
        let rose = if pay < 0.0 { "no" } else { "yes" };
        let percent = self.percent(pay.abs());
        let filled = [("line", line.into()), ("percent", percent.into()), ("rose", rose.into())];
        self.say("moved-pay", filled)
    }
}
