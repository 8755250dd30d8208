// Names of the money measures. The table of money has ids only; the words below
// say what each id holds, and the notes carry the warnings of the data's readers' guide.

const COUNCIL = "upper-tier council only; in a county the districts' spending is not in it";
const LATEST = "the latest return: three councils had not submitted 2024-25";
const PRACTICES = "general practices located in the place: where they are, not where their patients live";
const LINES = "form RO3 of the 2024-25 outturn; three councils had not submitted it";

const m = (name, topic, good, note) => ({ name, topic, good, note });

export const MONEY = {
  public_health_net_gbp: m("Public health, net current expenditure", "council", "neutral", `${LATEST}; includes other public health grants than the ring-fenced one`),
  public_health_net_per_head_gbp: m("Public health, net current expenditure per resident", "council", "neutral", LATEST),
  public_health_gross_gbp: m("Public health, gross expenditure", "council", "neutral", LINES),
  public_health_grant_estimate_gbp: m("Public health grant, estimate", "council", "neutral", "NOT the allocation: England's grant shared out by public health net expenditure; expect errors of 5-15% in single places; prefer public_health_net_gbp"),
  ph_children_0_19_net_gbp: m("Public health: children 0-19, net", "council public health lines", "neutral", LINES),
  ph_health_checks_net_gbp: m("Public health: NHS Health Checks, net", "council public health lines", "neutral", LINES),
  ph_obesity_activity_net_gbp: m("Public health: obesity and physical activity, net", "council public health lines", "neutral", LINES),
  ph_public_mental_health_net_gbp: m("Public health: public mental health, net", "council public health lines", "neutral", LINES),
  ph_sexual_health_net_gbp: m("Public health: sexual health, net", "council public health lines", "neutral", LINES),
  ph_smoking_net_gbp: m("Public health: smoking and tobacco, net", "council public health lines", "neutral", LINES),
  ph_substance_misuse_net_gbp: m("Public health: drugs and alcohol, net", "council public health lines", "neutral", LINES),
  adult_social_care_net_gbp: m("Adult social care, net current expenditure", "council", "neutral", LATEST),
  adult_social_care_net_per_head_gbp: m("Adult social care, net current expenditure per resident", "council", "neutral", LATEST),
  adult_social_care_gross_gbp: m("Adult social care, gross expenditure", "council", "neutral", LINES),
  adult_social_care_fees_charges_gbp: m("Adult social care, fees and charges paid by people", "council", "neutral", LINES),
  asc_support_18_64_gross_gbp: m("Adult social care: support at ages 18-64, gross", "council", "neutral", LINES),
  asc_support_65plus_gross_gbp: m("Adult social care: support at ages 65 and over, gross", "council", "neutral", LINES),
  childrens_social_care_net_gbp: m("Children's social care, net current expenditure", "council", "neutral", LATEST),
  childrens_social_care_net_per_head_gbp: m("Children's social care, net current expenditure per resident", "council", "neutral", LATEST),
  housing_net_gbp: m("Housing services, net current expenditure", "council", "neutral", `${LATEST}; ${COUNCIL}`),
  housing_net_per_head_gbp: m("Housing services, net current expenditure per resident", "council", "neutral", `${LATEST}; ${COUNCIL}`),
  total_net_current_expenditure_gbp: m("All services, net current expenditure", "council", "neutral", `${LATEST}; ${COUNCIL}, so not comparable between counties and single-tier councils`),
  total_net_current_expenditure_per_head_gbp: m("All services, net current expenditure per resident", "council", "neutral", `${LATEST}; ${COUNCIL}, so not comparable between counties and single-tier councils`),
  nhs_core_allocation_need_share_gbp: m("NHS core allocation, share of the place by weighted practice lists", "NHS", "neutral", `ICB allocation split by the weighted lists of ${PRACTICES}`),
  nhs_core_allocation_per_head_gbp: m("NHS core allocation per head of the ICB", "NHS", "neutral", "an ICB figure; not adjusted for need inside the ICB"),
  nhs_primary_medical_per_head_gbp: m("NHS primary medical care allocation per head of the ICB", "NHS", "neutral", "an ICB figure"),
  nhs_need_index_overall: m("NHS need index: overall", "NHS", "neutral", PRACTICES),
  nhs_need_index_ga: m("NHS need index: general and acute", "NHS", "neutral", PRACTICES),
  nhs_need_index_community: m("NHS need index: community services", "NHS", "neutral", PRACTICES),
  nhs_need_index_mental_health: m("NHS need index: mental health", "NHS", "neutral", PRACTICES),
  nhs_need_index_inequalities: m("NHS need index: health inequalities", "NHS", "neutral", PRACTICES),
};
