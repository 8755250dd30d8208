//! Figures that move nothing a scenario says, and why.

/// Read by a scenario, and still without an effect on what it says.
pub const STILL: [(&str, &str); 9] = [
    ("adult_social_care.half_life_years", PER_POUND),
    ("adult_social_care.onset_lag_years", PER_POUND),
    (
        "alcohol_iba.grams_2018",
        "no path from grams of alcohol to an outcome: what is known of it comes with its admissions",
    ),
    ("base.heart_chest_admissions", NO_AIR),
    ("health_checks.statin", "no path from prescriptions: treatment acts through the people newly treated"),
    ("roads_air.clean_air_reach_today", NO_AIR),
    ("roads_air.clean_air_unit_cost", NO_AIR),
    ("roads_air.hosp_default_air", NO_AIR),
    (
        "weight_diabetes.onset_lag_years",
        "its admissions are those of diabetes avoided, and come when those cases would have",
    ),
];

const PER_POUND: &str = "its one effect is health per pound, dated like the health of hospital spending";
const NO_AIR: &str = "no money goes to clean air zones: their part of the programme has a share of 0";

/// Read by no run, by the beginning of their id.
pub const UNREAD: [(&str, &str); 39] = [
    ("acute.ambulance_conveyance_cost", "no journey is counted apart from its attendance"),
    ("acute.bowel_share_of_digestive_cancer", "behind the figures for bowel cancer, which are read"),
    ("acute.delayed_night_cost", PRICE),
    ("acute.emergency_share_of_bed_days", "behind the bed-days of diseases, which are read"),
    ("acute.excess_bed_day_cost", PRICE),
    ("acute.fastest_bed_closure", "a limit for people to judge a plan by: no run refuses on it"),
    ("acute.occupancy_safe", "a limit for people to judge a plan by: no run refuses on it"),
    ("acute.standard_bed_day_cost", PRICE),
    ("base.active_adults_share", FROM),
    ("base.alcohol_intake_risky_drinker", FROM),
    ("base.body_weight_referred", FROM),
    ("base.cmd_prevalence_advice_clients", "base rate of an effect that is only shown"),
    ("base.emergency_admissions_age_0", "babies have no effect of their own"),
    ("base.emergency_admissions_all_ages", "a check: places have their own rates"),
    ("base.fall_admissions_65plus", "a check: falls act on the rate of people at high risk"),
    ("base.income_gain_without_advice", FROM),
    ("base.other_homelessness_cost_gbp", FROM),
    ("base.statin_start_without_check", "base rate of prescriptions, from which no path leads to an outcome"),
    ("base.women_share_advice", "behind an effect that is only shown"),
    ("england.", "national totals that stand beside results, or stand behind figures that are read"),
    (
        "exposure.",
        "England's level and one lag for all diseases: places have levels and each relative risk its own lag",
    ),
    ("fiscal.", "value of a job to the public purse: benefits are read instead, as a transfer"),
    ("hospital.", "conditions that no programme changes, or the other of bed-days per case and per new case"),
    ("housing_first.retention_3y", "homes are paid for by the year: keeping them is not counted apart"),
    ("nhs_cost.", CONDITION),
    ("social_care.home_care_hour", PRICE),
    ("social_care.long_term_cost_18_64", PRICE),
    ("social_care.long_term_cost_65_plus", PRICE),
    ("social_care.reablement_episode", PRICE),
    ("social_care_cost.dementia", CONDITION),
    ("stop_smoking.counterfactual_quit_rate", FROM),
    ("topdown.hospital_harm.", "what studies of full hospitals say, beside the model"),
    ("topdown.nhs_other_estimates.", "prices of health without a partner for prevention: no pairing"),
    ("topdown.three_way_2021.productivity_social_care_vs_healthcare", "follows from two prices that are read"),
    ("transition.", "how far promised money arrived elsewhere, for people to judge a plan by"),
    ("unit_cost.", PRICE),
    ("utility.", CONDITION),
    ("value.qaly_nhs", MONEY_FOR_HEALTH),
    ("value.qaly_social", MONEY_FOR_HEALTH),
];

const CONDITION: &str = "a condition that no programme changes, or an older figure beside the one that is read";
const FROM: &str = "a difference acts whatever it starts from";
const MONEY_FOR_HEALTH: &str = "health is not turned into pounds";
const PRICE: &str = "a price of something that no run counts";
