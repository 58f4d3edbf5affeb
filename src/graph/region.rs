//! The tree of regions, and names for them.

use std::collections::BTreeMap;

/// Index of a region; the root is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionIx(pub u32);

/// A country, state, province or area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// Such as `US-CA-40140`.
    pub id: String,
    /// The published title.
    pub title: String,
    /// Other names people use, such as "Inland Empire".
    pub aliases: Vec<String>,
    /// The region around it; none for the root.
    pub parent: Option<RegionIx>,
    /// The region whose published figures also cover this one: the other states' parts of a metropolitan area.
    pub figures: Option<RegionIx>,
}

/// All regions of a graph.
#[derive(Debug, Clone, Default)]
pub struct Regions {
    list: Vec<Region>,
    by_name: BTreeMap<String, Vec<RegionIx>>,
    /// Areas by each city that their titles name.
    by_city: BTreeMap<String, Vec<RegionIx>>,
}

impl Regions {
    /// Takes the regions, the root first.
    #[must_use]
    pub fn new(list: Vec<Region>) -> Self {
        let (mut by_name, mut by_city) =
            (BTreeMap::<String, Vec<RegionIx>>::new(), BTreeMap::<_, Vec<_>>::new());
        for (at, region) in (0..).zip(&list) {
            for name in [&region.id, &region.title].into_iter().chain(&region.aliases) {
                let named = by_name.entry(folded(name)).or_default();
                if named.last() != Some(&RegionIx(at)) {
                    named.push(RegionIx(at));
                }
            }
        }
        for (at, region) in (0..).map(RegionIx).zip(&list).filter(|(_, region)| region.figures.is_none()) {
            let cities = region.title.split_once(", ").map_or("", |(cities, _)| cities);
            for city in cities.split(['-', '/']).filter(|city| !city.is_empty()) {
                by_city.entry(folded(city)).or_default().push(at);
            }
        }
        Self { list, by_name, by_city }
    }

    /// The region at an index.
    #[must_use]
    pub fn get(&self, region: RegionIx) -> &Region {
        &self.list[region.0 as usize]
    }

    /// Every region with its index, the root first.
    pub fn all(&self) -> impl Iterator<Item = (RegionIx, &Region)> {
        (0..).map(RegionIx).zip(&self.list)
    }

    /// The region with this id, title or alias, whatever its case. Where a name fits several, the one whose id it
    /// is, else the one that no other holds figures for, else none; and none where it is that of an area and of a city in
    /// another.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<RegionIx> {
        let named = self.by_name.get(&folded(name))?;
        if let [only] = named[..] {
            let region = self.get(only);
            let called = region.aliases.iter().any(|alias| folded(alias) == folded(name));
            let alone =
                !called || region.parent == Some(RegionIx(0)) || self.cities(name).all(|at| at == only);
            return alone.then_some(only);
        }
        if let Some(exact) = named.iter().find(|r| self.get(**r).id.eq_ignore_ascii_case(name)) {
            return Some(*exact);
        }
        let mut leading = named.iter().filter(|r| self.get(**r).figures.is_none());
        match (leading.next(), leading.next()) {
            (Some(only), None) => Some(*only),
            _ => None,
        }
    }

    /// The areas whose titles name a city.
    fn cities(&self, name: &str) -> impl Iterator<Item = RegionIx> {
        self.by_city.get(&folded(name)).into_iter().flatten().copied()
    }

    /// The titles of the regions that a name fits, where it fits several.
    pub(super) fn several(&self, name: &str) -> Option<Vec<&str>> {
        let named = self.by_name.get(&folded(name)).into_iter().flatten().copied();
        let mut all: Vec<RegionIx> = named.chain(self.cities(name)).collect();
        all.sort_unstable();
        all.dedup();
        let titles = || all.iter().map(|at| self.get(*at).title.as_str()).collect();
        (all.len() > 1 && self.find(name).is_none()).then(titles)
    }

    /// Every id, title and alias.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.list.iter().flat_map(|r| {
            [r.id.as_str(), r.title.as_str()].into_iter().chain(r.aliases.iter().map(String::as_str))
        })
    }

    /// The nation that lies around the states; none where the whole graph is of one province.
    #[must_use]
    pub fn nation(&self) -> Option<RegionIx> {
        let root = RegionIx(0);
        (!self.get(root).id.contains('-')).then_some(root)
    }

    /// The region itself, then each one around it, the root last.
    pub fn upward(&self, region: RegionIx) -> impl Iterator<Item = RegionIx> {
        std::iter::successors(Some(region), |r| self.get(*r).parent)
    }

    /// The region whose figures cover one: mostly itself.
    #[must_use]
    pub fn covering(&self, region: RegionIx) -> RegionIx {
        self.get(region).figures.unwrap_or(region)
    }

    /// Whether `outer` is `inner` or lies around it.
    #[must_use]
    pub fn holds(&self, outer: RegionIx, inner: RegionIx) -> bool {
        self.upward(inner).any(|region| region == outer)
    }
}

fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
