//! One row a pathway, for spreadsheets.

use super::sentences::Sentences;
use crate::report::Report;
use crate::units::Money;

/// Writes every listed pathway as a row of CSV under a header; unknown amounts are empty.
#[must_use]
pub fn csv(report: &Report) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let currency = report.graph.currency.key();
    let header = [
        "rank".to_owned(),
        "role".to_owned(),
        "title".to_owned(),
        "pathway".to_owned(),
        "score".to_owned(),
        "months".to_owned(),
        format!("cost_{currency}"),
        format!("net_earnings_{currency}"),
        format!("expected_gain_{currency}"),
        format!("gain_if_finished_{currency}"),
        "chance".to_owned(),
        "fit".to_owned(),
        "demand".to_owned(),
        "study_at".to_owned(),
        "id".to_owned(),
    ];
    let money =
        |amount: Option<Money>| amount.map_or(String::new(), |amount| format!("{:.2}", amount.units()));
    let share = |share: Option<f64>| share.map_or(String::new(), |share| format!("{share:.4}"));
    let says = Sentences::of(report);
    let mut rows = vec![header.to_vec()];
    for destination in &report.destinations {
        for path in &destination.pathways {
            rows.push(vec![
                destination.rank.to_string(),
                destination.role.clone(),
                destination.title.clone(),
                path.line.clone(),
                format!("{:.6}", path.score),
                path.months.to_string(),
                money(Some(path.cost)),
                money(path.net_earnings),
                money(path.expected_gain),
                money(path.gain_if_finished),
                format!("{:.4}", path.chance),
                share(destination.fit),
                share(destination.demand),
                says.study_at(path).unwrap_or_default(),
                path.id.clone(),
            ]);
        }
    }
    for row in rows {
        writer.write_record(row).expect("writing to memory");
    }
    let bytes = writer.into_inner().expect("writing to memory");
    String::from_utf8(bytes).expect("rows are text")
}
