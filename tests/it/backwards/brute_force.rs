//! Every plan on a grid, run in the full model: none of them reaches the target for less, or is more equal, or nearer.

use headwater::value::backwards::Search;

use super::{CUT, Case, NEW_MONEY, admissions, number, pounds};

const PAIR: [&str; 2] = ["stop_smoking", "care_home_support"];
const THREE: [&str; 3] = ["stop_smoking", "housing_first", "drug_alcohol_treatment"];
/// The plan found may cost this share more than the best there is: curves are straight between their runs, and the plan
/// goes two parts in ten thousand beyond its target at most.
const NEARLY: f64 = 0.01;

/// Admissions avoided in 2036 and discounted pounds used by a plan, in the full model.
fn measured(case: &Case, search: &Search, gbp: &[f64]) -> (f64, f64) {
    let scenario = search.scenario(gbp);
    let plan = case.study.plan(&case.area, super::evidence(), &scenario).unwrap();
    let what_if = super::simulate(&plan, super::Part { horizon_only: true, ..super::Part::default() });
    let rate = 1.0 + plan.discount.0;
    let spent = what_if.money.iter().enumerate().map(|(year, money)| money.spent / rate.powi(year as i32)).sum();
    (-what_if.flows.get("emergency_admissions").unwrap().year(10), spent)
}

/// Amounts of each of some programmes, in `steps` equal steps to their room.
fn grid(case: &Case, search: &Search, only: &[&str], steps: usize) -> Vec<Vec<f64>> {
    let names: Vec<&str> = search.programmes().collect();
    let document = super::document(search, case.ground(), &case.given);
    let plan = &document["solutions"][0];
    let rooms = plan["programmes"].as_array().unwrap().iter().map(|row| number(&row["room_gbp_per_year"]));
    let rooms: Vec<f64> = rooms.collect();
    let mut plans = vec![vec![0.0; names.len()]];
    for programme in only {
        let at = names.iter().position(|name| name == programme).unwrap();
        plans = plans
            .into_iter()
            .flat_map(|plan| {
                let room = rooms[at];
                (0..=steps).map(move |step| {
                    let mut more = plan.clone();
                    more[at] = (room * step as f64 / steps as f64).floor();
                    more
                })
            })
            .collect();
    }
    plans
}

fn nothing_on_the_grid_is_cheaper(scenario: &str, at_least: f64, only: &[&str], steps: usize) {
    let case = Case::new(scenario);
    let search = case.search(&admissions(at_least, "least_cost", only));
    let found = &search.found()[0];
    assert!(found.reached);
    let (reached, cost) = measured(&case, &search, &found.gbp);
    assert!(reached >= at_least, "{reached} of {at_least}");
    let mut some = 0;
    let mut cheapest = f64::INFINITY;
    for plan in grid(&case, &search, only, steps) {
        let (reached, spent) = measured(&case, &search, &plan);
        if reached >= at_least {
            some += 1;
            cheapest = cheapest.min(spent);
        }
    }
    assert!(some > 3, "the grid holds too few plans that reach {at_least} to say anything");
    assert!(cost <= cheapest * (1.0 + NEARLY), "found {cost:.0}, but a plan of {cheapest:.0} does it");
    assert!(cheapest <= cost * 1.2, "the grid is too coarse: its best is {cheapest:.0}, found {cost:.0}");
}

#[test]
fn nothing_on_a_grid_of_two_is_cheaper() {
    nothing_on_the_grid_is_cheaper(NEW_MONEY, 30.0, &PAIR, 40);
}

#[test]
fn nothing_on_a_grid_of_three_is_cheaper_when_hospitals_pay() {
    nothing_on_the_grid_is_cheaper(CUT, 7.0, &THREE, 12);
}

#[test]
fn nothing_on_a_grid_that_costs_no_more_is_more_equal() {
    let case = Case::new(NEW_MONEY);
    let budget = 700_000.0;
    let goal = admissions(6.0, "most_equal", &THREE).replacen('{', &format!(r#"{{"budget_gbp_per_year":{budget},"#), 1);
    let search = case.search(&goal);
    let best = search.found().last().unwrap();
    let equal = |gbp: &[f64]| {
        let scenario = search.scenario(gbp);
        let plan = case.study.plan(&case.area, super::evidence(), &scenario).unwrap();
        let what_if = super::simulate(&plan, super::Part::default());
        let qalys = what_if.flows.get("qalys").unwrap().sum_by_fifth(usize::MAX, 0.0)[0];
        (-what_if.flows.get("emergency_admissions").unwrap().year(10), qalys)
    };
    let (reached, most) = equal(&best.gbp);
    assert!(reached >= 6.0 && best.total() <= budget + 1.0);
    let plans = grid(&case, &search, &THREE, 8).into_iter().filter(|plan| plan.iter().sum::<f64>() <= budget);
    let others: Vec<f64> =
        plans.map(|plan| equal(&plan)).filter(|(reached, _)| *reached >= 6.0).map(|one| one.1).collect();
    assert!(others.len() > 3);
    let largest = others.iter().copied().fold(0.0, f64::max);
    assert!(largest > 0.0 && most >= largest * (1.0 - NEARLY), "found {most}, the grid has {largest}");
}

#[test]
fn nothing_on_a_grid_is_nearer_to_the_scenario() {
    let case = Case::new(NEW_MONEY);
    let three = ["stop_smoking", "warm_homes", "housing_first"];
    let document = case.document(&admissions(9.0, "least_change", &three));
    let plan = &document["solutions"][0];
    let moved = |smoking: f64, homes: f64, housing: f64| (smoking - 5e5).abs() + (homes - 5e5).abs() + housing;
    let found = moved(pounds(plan, "stop_smoking"), pounds(plan, "warm_homes"), pounds(plan, "housing_first"));
    assert!((found - number(&plan["moved_gbp_per_year"])).abs() < 1e-6);
    assert!(found > 0.0, "the scenario reaches it already: nothing is tested");
    let search = case.search(&admissions(9.0, "least_change", &three));
    let names: Vec<&str> = search.programmes().collect();
    let at = three.map(|programme| names.iter().position(|name| *name == programme).unwrap());
    let near = grid(&case, &search, &three, 12)
        .into_iter()
        .filter(|plan| measured(&case, &search, plan).0 >= 9.0)
        .map(|plan| moved(plan[at[0]], plan[at[1]], plan[at[2]]));
    let nearest = near.fold(f64::INFINITY, f64::min);
    assert!(nearest.is_finite() && found <= nearest * (1.0 + NEARLY), "found {found}, the grid has {nearest}");
}
