//! Words as they are compared.

/// Words without case, marks and accents that French and Spanish write.
#[must_use]
pub fn plain(words: &str) -> String {
    let lower = words.to_lowercase();
    let signs = lower.chars().map(|sign| match sign {
        'à' | 'á' | 'â' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'î' | 'ï' => 'i',
        'ó' | 'ô' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        sign if sign.is_alphanumeric() => sign,
        _ => ' ',
    });
    signs.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
