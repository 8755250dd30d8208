// The rules of the pack: what is left out and why, what the model requires, who
// lends a missing value, and how a stated method becomes a kind of flag.

import { fail } from "./read.mjs";

export const VERSION = "2026.11";
export const ENGLAND = "E92000001";
export const ISLES_OF_SCILLY = "E06000053";
export const CITY_OF_LONDON = "E09000001";

export const BANDS = ["00-04", "05-09", "10-14", "15-19", "20-24", "25-29", "30-34", "35-39", "40-44",
  "45-49", "50-54", "55-59", "60-64", "65-69", "70-74", "75-79", "80-84", "85-89", "90+"];
export const PROJECTION_YEARS = [2025, 2028, 2033, 2038, 2043];

export const REQUIRED_INDICATORS = ["iod25_acute_morbidity", "smoking_adult_aps", "adult_obesity",
  "adult_inactive_2024_25"];
export const REQUIRED_MONEY = ["nhs_core_allocation_need_share_gbp", "nhs_need_index_ga",
  "nhs_need_index_overall", "public_health_net_gbp", "adult_social_care_net_gbp"];

/** The two places too small for most surveys, and the neighbour that stands in. */
export const DONORS = {
  [CITY_OF_LONDON]: { code: "E09000012", name: "Hackney",
    why: "the ONS Health Index counts City of London in Hackney" },
  [ISLES_OF_SCILLY]: { code: "E06000052", name: "Cornwall",
    why: "the ONS Health Index counts Isles of Scilly in Cornwall" },
};

const UNLICENSED = "unlicensed: the publisher (The Strategy Unit) states no licence; used as a local check only";
const REFITTED = "refitted by the core; they already contain the mix of fifths";
const superseded = (by) => `superseded by the newer ${by}`;

/** Indicators left out, with the reason printed in the manifest. */
const LEFT_OUT_INDICATORS = {
  overcrowding: "wrong series: contradicts Census 2021 (correlation -0.07, Hackney lowest, Sunderland highest); overcrowding_census21 is shipped",
  smoking_adult_hi: superseded("smoking_adult_aps (2020-2024) and smoking_adult_2024"),
  adult_active: superseded("adult_active_2024_25"),
  adult_inactive: superseded("adult_inactive_2024_25"),
  adult_overweight_obese: superseded("adult_overweight_obese_2024_25"),
  child_overweight_obese: superseded("excess_weight_reception with excess_weight_year6 (2024-25)"),
  teenage_conceptions: superseded("under18_conceptions_2022"),
  low_birth_weight: superseded("low_birth_weight_2024 (eight places have no value in it)"),
  mort_infant: superseded("infant_mortality_2023 (eight places have no value in it)"),
};

/** Tables left out as a whole. */
export const LEFT_OUT_TABLES = [
  { series: "hospital activity by age and sex (2023)", reason: UNLICENSED },
  { series: "population projection, 2018-based", reason: "no licence file in the copy read, and superseded: the 2022-based projection is newer" },
  { series: "costs of Suffolk and North East Essex, reference costs and other national unit costs", reason: "not place data; licence not stated for some" },
  { series: "England life tables, residents by single year of age, beds by month, ICB totals", reason: "national or ICB tables, not place data; not carried in this pack" },
];

/** Why an indicator is left out, or null when it is shipped. */
export function leftOutReason(definition) {
  if (definition.source_id.split(";").includes("su_sus_2023")) return UNLICENSED;
  if (definition.indicator_id.startsWith("mortality_multiplier_")) return REFITTED;
  return LEFT_OUT_INDICATORS[definition.indicator_id] ?? null;
}

/** Kind of flag for each way a value was imputed. The first match counts. */
const KINDS = [
  [/^modelled by the publisher/, "modelled"],
  [/^population-weighted mean of/, "aggregated"],
  [/^value of the former county of Cumbria/, "aggregated"],
  [/^ICB value /, "area_average"],
  [/^per-head value of the ICB/, "area_average"],
  [/^ICB core recurrent allocation split/, "modelled"],
  [/^NOT the allocation/, "modelled"],
];

export function kindOfMethod(method) {
  for (const [pattern, kind] of KINDS) if (pattern.test(method)) return kind;
  return fail(`imputed value with a method no rule knows: "${method}"`);
}

const NO_VALUE = "no value found for this place; nothing was filled in";
const COUNTIES_ABSENT = "the 21 counties are not in the edition read; nothing was filled in";
const RETURN_ABSENT = "the council had not submitted its 2024-25 return; nothing was filled in";
const ENGLAND_ABSENT = "no England value in the table read; nothing was filled in";

/** Words for a missing value; only what the sources themselves say. */
export function missingReason(code, key, source) {
  if (code === ENGLAND) return ENGLAND_ABSENT;
  if (source.includes("ons_health_index_2021") && DONORS[code]) {
    return `${DONORS[code].why}; nothing was filled in`;
  }
  if (source.includes("mhclg_ro3_2024_25")) return RETURN_ABSENT;
  const counties = ["nhs_health_check_received", "le_inequality_male", "le_inequality_female"];
  if (counties.includes(key) && code.startsWith("E10")) return COUNTIES_ABSENT;
  if (key === "mort_cvd_preventable_u75") {
    return "published for this place together with its neighbour only; nothing was filled in";
  }
  if (source === "nhse_discharge_sitrep") {
    return "the ICB is absent from the edition read; nothing was filled in";
  }
  return NO_VALUE;
}

/** Licence of the published statistics; remarks on the copies that were read are dropped. */
export function licenceOf(source) {
  const text = source.licence.replace(/\s*\((package|repository) MIT\)/g, "").replace(/\s*\(package\)/g, "").trim();
  if (source.source_id === "brc_loneliness") return "MIT; survey data Open Government Licence v3.0";
  return text;
}

const OPEN = /Open Government Licence v3\.0|Open Parliament Licence v3\.0|^MIT/;

/** No source without an open licence may enter the pack. */
export function assertLicensed(source) {
  const licence = licenceOf(source);
  if (!OPEN.test(licence) || /no licence stated/i.test(licence)) {
    fail(`source ${source.source_id} has no open licence: "${licence}"`);
  }
  return licence;
}

export const ATTRIBUTION = [
  "Contains public sector information licensed under the Open Government Licence v3.0 (Office for National Statistics; Ministry of Housing, Communities and Local Government; Department of Health and Social Care and Office for Health Improvement and Disparities; NHS England; Department for Work and Pensions; Department for Education; Department for Energy Security and Net Zero; Care Quality Commission).",
  "Contains OS data © Crown copyright and database right 2024.",
  "Contains Parliamentary information licensed under the Open Parliament Licence v3.0 (House of Commons Library: recorded disease prevalence 2019-20).",
  "Hexagon layout of councils: Open Innovations, MIT licence; carried to the 153 places of 2023 by this project.",
  "Modelled loneliness: British Red Cross, MIT licence.",
];
