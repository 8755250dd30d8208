# Words of the reasons: why this number, sources, assumptions, replay, downloads, files with faults, shared outcomes.
# Plain English, reading age 9 to 11. $n and $value are numbers; they are rounded here and nowhere else.

panel-close = Close

## How we know

how-measured = Measured
how-worked-out = Worked out
how-assumed = Assumed
how-recalled = Assumed, not checked again
status-sourced = Read in the source named below.
status-published = Counted and published for this place.
status-derived = Worked out from figures in the sources named below.
status-recalled = We know it from a source, but nobody has read it there again.
status-assumed = Nobody has measured this. It is our judgement, and you can change it.
status-unknown = We do not know how this figure was found.

## Amounts of the evidence, exact

amount-share = { NUMBER($value, maximumSignificantDigits: 4) } in 100
amount-share_per_year = { NUMBER($value, maximumSignificantDigits: 4) } in 100 each year
amount-probability = { NUMBER($value, maximumSignificantDigits: 4) } in 100
amount-growth_per_year = { NUMBER($value, maximumSignificantDigits: 4) }% each year
amount-ratio = { NUMBER($value, maximumSignificantDigits: 4) } times
amount-years = { $value ->
    [one] { NUMBER($value, maximumSignificantDigits: 4) } year
   *[other] { NUMBER($value, maximumSignificantDigits: 4) } years
 }
amount-days = { NUMBER($value, maximumSignificantDigits: 4) } days
amount-months = { NUMBER($value, maximumSignificantDigits: 4) } months
amount-hours = { NUMBER($value, maximumSignificantDigits: 4) } hours
amount-minutes = { NUMBER($value, maximumSignificantDigits: 4) } minutes
amount-gbp = £{ NUMBER($value, maximumFractionDigits: 0) }
amount-gbp_per_person = £{ NUMBER($value, maximumFractionDigits: 2) } for each person
amount-gbp_per_person_year = £{ NUMBER($value, maximumFractionDigits: 2) } for each person each year
amount-gbp_per_case_year = £{ NUMBER($value, maximumFractionDigits: 2) } a year for each person who is ill
amount-gbp_per_year = £{ NUMBER($value, maximumFractionDigits: 0) } a year
amount-gbp_per_qaly = £{ NUMBER($value, maximumFractionDigits: 0) } for each healthy year
amount-gbp_per_admission = £{ NUMBER($value, maximumFractionDigits: 2) } for each hospital stay
amount-gbp_per_bed_day = £{ NUMBER($value, maximumFractionDigits: 2) } for each night in a bed
amount-gbp_per_attendance = £{ NUMBER($value, maximumFractionDigits: 2) } for each visit
amount-gbp_per_contact = £{ NUMBER($value, maximumFractionDigits: 2) } for each contact
amount-gbp_per_home = £{ NUMBER($value, maximumFractionDigits: 0) } for each home
amount-gbp_per_household = £{ NUMBER($value, maximumFractionDigits: 0) } for each household
amount-gbp_per_family = £{ NUMBER($value, maximumFractionDigits: 0) } for each family
amount-gbp_per_hour = £{ NUMBER($value, maximumFractionDigits: 2) } an hour
amount-gbp_per_week = £{ NUMBER($value, maximumFractionDigits: 2) } a week
amount-gbp_per_day = £{ NUMBER($value, maximumFractionDigits: 2) } a day
amount-gbp_per_episode = £{ NUMBER($value, maximumFractionDigits: 2) } each time
amount-gbp_per_journey = £{ NUMBER($value, maximumFractionDigits: 2) } a journey
amount-gbp_per_job_year = £{ NUMBER($value, maximumFractionDigits: 0) } for each year in work
amount-gbp_per_client_year = £{ NUMBER($value, maximumFractionDigits: 0) } a year for each person supported
amount-gbp_per_event = £{ NUMBER($value, maximumFractionDigits: 2) } each time
amount-gbp_per_wellby = £{ NUMBER($value, maximumFractionDigits: 0) } for each year with one point more wellbeing
amount-gbp_per_gbp = £{ NUMBER($value, maximumFractionDigits: 2) } for each £1
amount-persons = { $value ->
    [one] 1 person
   *[other] { COUNT($value) } people
 }
amount-households = { COUNT($value) } households
amount-events = { COUNT($value) } times
amount-events_per_year = { NUMBER($value, maximumSignificantDigits: 4) } a year
amount-admissions = { COUNT($value) } hospital stays
amount-attendances = { COUNT($value) } visits
amount-bed_days = { COUNT($value) } nights
amount-cases = { COUNT($value) } people newly ill
amount-deaths = { COUNT($value) } deaths
amount-qalys = { NUMBER($value, maximumSignificantDigits: 4) } healthy years
amount-utility = { NUMBER($value, maximumSignificantDigits: 4) } of a healthy year
amount-beds = { NUMBER($value, maximumSignificantDigits: 6) } beds
amount-patients = { NUMBER($value, maximumSignificantDigits: 6) } patients
amount-admissions_per_person_year = { NUMBER($value, maximumSignificantDigits: 4) } hospital stays a year for each person
amount-admissions_per_case_year = { NUMBER($value, maximumSignificantDigits: 4) } hospital stays a year for each person who is ill
amount-admissions_per_new_case = { NUMBER($value, maximumSignificantDigits: 4) } hospital stays for each person newly ill
amount-admissions_per_year = { NUMBER($value, maximumSignificantDigits: 7) } hospital stays a year
amount-attendances_per_year = { NUMBER($value, maximumSignificantDigits: 8) } visits a year
amount-bed_days_per_year = { NUMBER($value, maximumSignificantDigits: 8) } nights a year
amount-bed_days_per_admission = { NUMBER($value, maximumSignificantDigits: 4) } nights for each hospital stay
amount-bed_days_per_case_year = { NUMBER($value, maximumSignificantDigits: 4) } nights a year for each person who is ill
amount-bed_days_per_new_case = { NUMBER($value, maximumSignificantDigits: 4) } nights for each person newly ill
amount-kg = { NUMBER($value, maximumSignificantDigits: 3) } kg
amount-kg_per_m2_persons = { NUMBER($value, maximumSignificantDigits: 3) } points of body mass, added over people
amount-people_per_unit = { NUMBER($value, maximumSignificantDigits: 3) } people each
amount-index = { NUMBER($value, maximumSignificantDigits: 5) } on an index
amount-attendances_per_person_year = { NUMBER($value, maximumSignificantDigits: 4) } visits a year for each person
amount-attendances_per_person = { NUMBER($value, maximumSignificantDigits: 4) } visits for each person
amount-bed_days_per_person = { NUMBER($value, maximumSignificantDigits: 4) } nights for each person
amount-deaths_per_person_year = { NUMBER($value, maximumSignificantDigits: 4) } deaths a year for each person
amount-deaths_per_person_delayed = { NUMBER($value, maximumSignificantDigits: 4) } deaths for each person who waits
amount-deaths_per_qaly = { NUMBER($value, maximumSignificantDigits: 4) } deaths for each healthy year lost
amount-deaths_per_year = { NUMBER($value, maximumSignificantDigits: 7) } deaths a year
amount-new_cases_per_person_year = { NUMBER($value, maximumSignificantDigits: 4) } newly ill a year for each person
amount-per_person_year = { NUMBER($value, maximumSignificantDigits: 4) } a year for each person
amount-per_1000_persons = { NUMBER($value, maximumSignificantDigits: 4) } in 1,000 people
amount-pregnancies_per_person_year = { NUMBER($value, maximumSignificantDigits: 4) } pregnancies a year for each person
amount-quits_per_person = { NUMBER($value, maximumSignificantDigits: 4) } who stop, for each person
amount-qalys_per_person = { NUMBER($value, maximumSignificantDigits: 4) } healthy years for each person
amount-qalys_per_billion_gbp = { NUMBER($value, maximumSignificantDigits: 6) } healthy years for each £1 billion
amount-grams_per_week = { NUMBER($value, maximumSignificantDigits: 4) } grams a week
amount-kg_per_m2 = { NUMBER($value, maximumSignificantDigits: 4) } points of body mass
amount-women_per_1000 = { NUMBER($value, maximumSignificantDigits: 4) } in 1,000 women
amount-elasticity = { NUMBER($value, maximumSignificantDigits: 4) }% for each 1%
amount-other = { NUMBER($value, maximumSignificantDigits: 5) } ({ $unit })

## A change, its direction in a word

change-count = { $direction ->
    [more] about { COUNT($n) } more
    [none] no change
    [tiny] a change under 1
   *[fewer] about { COUNT($n) } fewer
 }
change-small = { $direction ->
    [more] about { NUMBER($n, maximumSignificantDigits: 2) } more
    [none] no change
    [tiny] a change too small to say
   *[fewer] about { NUMBER($n, maximumSignificantDigits: 2) } fewer
 }
change-gbp = { $direction ->
    [more] about { POUNDS($n) } more
    [none] no change
    [tiny] a change under £500
   *[fewer] about { POUNDS($n) } less
 }
said-pounds = { POUNDS($n) }
said-people = { COUNT($n) } people
change-not-counted = not counted

## What is counted

what-qalys = One healthy year is one year of life in full health. A year lived in poor health counts for less than one.
what-life_years = One year lived by one person.
what-deaths = One death of a person who lives here, at any age.
what-deaths_under_75 = One death of a person who lives here, before they are 75.
what-emergency_admissions = One time that a person is taken into a hospital bed, when it was not planned.
what-bed_days = One night is one bed in a hospital, used by one person for one day and night.
what-ae_attendances = One visit is one time a person goes to A&E.
what-social_care_gbp = Pounds spent on care for adults who need help to live each day.
what-people_in_work = People who have a paid job and would not have had one.
what-falls = One fall of an older person.
what-unplanned_pregnancies = One pregnancy that was not planned.
what-children_in_care = One child who is looked after by the council.
what-people_reached = One person who takes part in a programme and would not have done without the plan.
what-life_expectancy_birth = How long a baby born that year would live if death rates stayed as they are that year.
what-healthy_life_expectancy_birth = How many years of good health a baby born that year could have.
what-occupancy = How full hospital beds are in that year: beds with a person in them, out of all beds.
what-social_care_need = One adult who needs help from the council for a long time. It is the change in pounds of care, told in people.
what-wellbeing = How people say they feel about their life. The evidence holds no figure for it that is not counted already.
what-living_with = One person who has the illness at the end of the year.
what-new_cases = One person who becomes ill with it for the first time in that year.

## Why this number

why-title = Why { $change } { $thing }?
why-title-plain = Why this number?
why-working = Working out the reasons. This runs the model once for each programme.
why-failed = the model did not answer
why-fault = We could not work out the reasons: { $reason }
why-no-figure = The model gives no such figure for this plan.
why-stop-figure = The figure
why-stop-what = What it is
why-stop-how = How we know
why-when-year = in { $year }, compared with nothing changing
why-when-by_horizon = added up over the { $years } years shown, to { $last }
why-when-set_in_motion = followed to the end of everybody's life
why-out-of = If nothing changes there would be about { $unit ->
    [gbp] { POUNDS($n) }
   *[other] { COUNT($n) }
 }
why-unknown = Nobody knows how a smaller hospital budget changes this. So that is not in this figure.
why-how-model = The model works it out. It can be no surer than the figures it is worked out from.
why-figures-behind = { $n ->
    [one] One figure stands behind it:
   *[other] { $n } figures stand behind it:
 }
why-not-apart = The model does not take this figure apart. The way of the money below leads to it.
why-three = { $n ->
    [0] No single reason
    [one] The one reason
    [2] The two reasons
   *[other] The three biggest reasons
 }
why-over-by_horizon = , over all { $years } years
why-over-set_in_motion = , over whole lives
why-together = All parts together: { $change } { $thing } { $when }.
why-total-by_horizon = in { $years } years
why-total-set_in_motion = over whole lives
why-alone = In { $year } alone: { $change }.
why-rest = { $overlap ->
    [yes] from all other parts, with what they share
   *[no] from all other parts
 }
why-disputed = How much good the last pound of hospital money does is disputed. This uses one of several published estimates. You can take another under "Where experts disagree".
why-no-reasons = Nothing in this plan moves this figure.
why-parts = { $n ->
    [one] The one part of the total
   *[other] All { $n } parts of the total
 }
why-parts-add-up = The parts add up to the total. Helping the same person twice does less than helping two people: that is the overlap, and it is a part too.
parts-part = Part
parts-change = Change
parts-total = Total
parts-change-range = Change, and what 9 of 10 model runs say
parts-no-range = no range
why-runs-ask = Add model runs to each part
why-runs-doing = Taking model runs apart.
why-runs-note = Ranges of the parts are from { $draws } model runs. They do not add up to the range of the total: where one part is high, another may be low.
why-runs-not = Model runs of this figure cannot be taken apart here.
part-of-programme = { $programme }: { $channel }
why-figures = The figures behind
why-figures-help = Press a figure to see its range, its reason and its sources.
why-group = { $n ->
    [one] One figure
   *[other] { $n } figures
 }
why-group-other = { $n ->
    [one] One table of figures
   *[other] { $n } tables of figures
 }
figure-of-place = Counted in the place: { $id }
account-legend = Which reasons to show
account-by_horizon = In the { $years } years shown
account-set_in_motion = Followed to the end of life

channel-quits = people stop smoking
channel-activity_level = people become active
channel-body_weight = people lose weight
channel-alcohol_intake = people drink less
channel-type_2_diabetes = fewer people get diabetes
channel-cardiovascular_disease = heart risk is treated
channel-all_cause_mortality = fewer deaths
channel-cause_specific_mortality = fewer deaths of one cause
channel-falls = fewer falls
channel-fractures = fewer broken bones
channel-emergency_admissions = emergency stays seen to change in studies
channel-bed_days = nights in hospital seen to change in studies
channel-delayed_bed_days = people can leave hospital sooner
channel-ae_attendances = A&E visits seen to change in studies
channel-gp_visits = visits to a GP
channel-social_care_cost = less care needed
channel-health_care_cost = cost of health care
channel-other_public_cost = cost of other services
channel-household_income = money in people's homes
channel-employment = people find work
channel-mental_health = mental health
channel-utility = people feel better
channel-prescribing = medicines
channel-pregnancy = fewer unplanned pregnancies
channel-child_in_care = fewer children in care
channel-road_casualties = safer roads
channel-contraception_use = use of contraception
channel-family_outcomes = family life
channel-hospital_cut = Care the hospital can no longer give
channel-freed_room = Hospital room that is freed and used by others
channel-hospital_cut_and_freed_room = Hospital care lost, and room freed
channel-social_care_spending = Council care, by the estimate of 2021
channel-overlap = Overlap: helping the same person twice

## Follow the money

chain-title = Follow the money
chain-pick = Programme
chain-alone = Each programme is followed alone, with the money it gets in this plan.
chain-stop-spending = Money
chain-stop-people = People
chain-stop-exposure = How they live
chain-stop-disease = Illness
chain-stop-admissions = Hospital
chain-stop-health = Life and health
chain-stop-money = Money again
chain-figures = { $n ->
    [one] One more figure behind this stop
   *[other] { $n } more figures behind this stop
 }
chain-health-not-counted = Healthy years are not counted for this programme: no study shows how it leads to them. That is not the same as none.
chain-pence = For each £1 spent, about { NUMBER($pence, maximumSignificantDigits: 2) }p of hospital care is not needed in the years shown.
chain-overlap = Programmes together do a little less than each alone. The overlap is in the parts above.

link-pounds-spent-inside-the-horizon = spent in the years shown
link-people-reached-summed-over-years = reached, counted once for each year
link-extra-people-who-stopped-smoking-and-did-not-go-back = people who stopped smoking for good
link-extra-people-who-became-active = people who became active
link-people-newly-treated-for-heart-risk = people newly treated for heart risk
link-body-mass-index-kg-m2-times-people = points of body mass, added over people
link-falls = falls
link-deaths-of-all-causes-those-put-off-come-later-so-a-lifetime-adds-to-about-0 = deaths. A death put off comes later, so over a lifetime they add up to about none
link-deaths-before-75 = deaths before 75
link-emergency-admissions-less-those-of-added-years-of-life = emergency stays. People who live longer also use hospitals in those years; that is taken off
link-nights-in-a-hospital-bed = nights in a hospital bed
link-a-e-attendances = A&E visits
link-years-of-life = years of life
link-healthy-years = healthy years
link-new-cases-of-chd = people newly ill with heart disease
link-new-cases-of-stroke = people newly ill with stroke
link-new-cases-of-copd = people newly ill with long-term lung disease
link-new-cases-of-lung-cancer = people newly ill with lung cancer
link-new-cases-of-colorectal-cancer = people newly ill with bowel cancer
link-new-cases-of-breast-cancer = people newly ill with breast cancer
link-new-cases-of-type-2-diabetes = people newly ill with type 2 diabetes
link-deaths-of-chd = deaths of heart disease
link-deaths-of-stroke = deaths of stroke
link-deaths-of-copd = deaths of long-term lung disease
link-deaths-of-lung-cancer = deaths of lung cancer
link-deaths-of-colorectal-cancer = deaths of bowel cancer
link-deaths-of-breast-cancer = deaths of breast cancer
link-deaths-of-type-2-diabetes = deaths of type 2 diabetes
link-nhs-hospital-room-freed-not-cash = of hospital room freed. This is room, not cash
link-nhs-other-disease-prevented-care-other-than-emergency-stays = of other NHS care not needed
link-council-adult-social-care-disease-prevented = of council care not needed
link-council-adult-social-care-care-in-added-years-of-life = of council care for the years people gain
link-council-adult-social-care-care-needed-less-after-reablement = of council care not needed after help at home
link-central-government-other-public-services-needed-less = of central government services not needed
link-council-housing-other-public-services-needed-less = of council housing services not needed
link-council-childrens-children-kept-out-of-care = of care for children not needed
link-nhs-hospital-unplanned-pregnancies-avoided = of hospital care for pregnancy not needed
link-nhs-other-unplanned-pregnancies-avoided = of other NHS care for pregnancy not needed

## Where a figure comes from

source-title = Where this figure comes from
source-loading = Looking it up.
source-missing = We could not find where { $id } comes from. { $reason }
source-value = Our value
source-range = Range
source-range-words = from { $low } to { $high }
source-no-range = No range: { $why }
source-no-range-given = No range is given.
source-drawn = In model runs
source-not-drawn = Always our value, or yours: no model run draws it. { $why }
source-status = How we know
source-use = Use
source-shown-only = Shown only. It is never used in a result.
source-why = Why this value
source-measured = Measured as
source-measured-as = { $outcome } ({ $design })
source-who = Who it is about
source-grade = Strength
source-belief = Belief
source-period = Period
source-method = How it is counted
belief-as_published = Taken as published.
belief-shrunk = We believe only a part of it. You can choose to take it all.
belief-null = We take it as no effect. You can choose to believe it.
source-where = Where in the source
source-note = Note
source-checked = Checked
source-id = Name in files
source-prices-of = { $year ->
    [not-stated] the year of its prices is not stated
   *[other] at prices of { $year }
 }
source-checked-in = { $when }, { $how ->
    [primary] read in the source itself
    [copy] read in a copy of the source
    [secondary] read in a text about the source
    [model_output] it is the result of another model
   *[none] no single source to read
 }
source-own = Do you know better?
source-sources = Sources
counted-population = People who live here, by age and sex
counted-projection = The official projection of people who will live here
counted-quintile_shares = How many people here live in each fifth
counted-life_expectancy = Life expectancy published for this place
source-none-place = It comes from official statistics. The page Licences names them all.
source-none = No source. This is our judgement.
source-changes = What it would change
source-changes-nothing = It stands behind none of the results explained for this plan.
grade-A = A: many good studies, or full official counts
grade-B = B: one good study, or older official counts
grade-C = C: weak or mixed studies
grade-D = D: no study, a study that found nothing, or judgement

## Assumptions you can disagree with

assumptions-intro = Every figure behind the model is here. If you know a better one, put yours in the box. The whole page then uses it, and says that it does.
assumptions-none-changed = You have changed nothing. All figures are ours.
assumptions-changed = { $n ->
    [one] You changed one figure
   *[other] You changed { $n } figures
 }
assumptions-pair = ours is { $ours }, yours is { $yours }
assumptions-only-own = Only those I changed
assumptions-back = Back to ours
assumptions-all = All figures
assumptions-loading = Fetching the figures.
assumptions-missing = We could not fetch the figures. { $reason }
assumptions-search = Search
assumptions-how = How we know
assumptions-topic = Topic
assumptions-any = Any
assumptions-found = { $n ->
    [0] No figure fits. Try fewer words.
    [one] One figure of { $all } fits.
   *[other] { $n } figures of { $all } fit.
 }
assumptions-strangers = Your plan also holds values that no figure here has: { $ids }. They are kept.
assumptions-more = Show { $n } more
assumptions-yours = Yours
assumptions-range = Range: { $low } to { $high }
assumptions-your-value = Your value
assumptions-in-100 = in 100
assumptions-source = Source
assumptions-changes = Changes: { $list }
verdict-within = This is within our range. It is used.
verdict-beyond = This is beyond our range. It is used, and marked.
verdict-no-range = We have no range to check this against. It is used.
verdict-impossible = No such figure can have this value, so it is not used.
verdict-not-a-number = Type a number, such as 12.5. What you typed is not used.
rivals-title = Where experts disagree
rivals-intro = On these questions published studies disagree, or no study can decide. Take a side and see what happens.
rivals-start = (where we start)
rivals-why = Why we start there: { $why }

topic-acute = Hospitals: money and beds
topic-base = How often things happen
topic-belief = How much we believe
topic-cost = Costs
topic-cost_all_payers = Costs for everybody
topic-cost_total = Costs in total
topic-cost_unpaid_care = Unpaid care
topic-deprivation = Reach in poorer areas
topic-effect = What programmes do
topic-eligible = Who can take part
topic-england = England in figures
topic-exposure = Smoking, weight and activity
topic-fairness = Fairness
topic-fiscal = Public money
topic-hospital = Hospital use by illness
topic-model = How the model works
topic-nhs_cost = NHS cost of illness
topic-other_cost = Other costs
topic-prevention = Prevention
topic-quality = Quality of life
topic-reach = How many can be reached
topic-social_care = Social care
topic-social_care_cost = Cost of social care
topic-timing = When effects start and fade
topic-topdown = Whole-budget studies
topic-transition = Moving the money
topic-unit_cost = Price of programmes
topic-utility = Quality of life with illness
topic-value = Value and interest

## The last change, retold

replay-title = What your last change did
replay-state-none = Change something, and its story is told here.
replay-state-other-place = You went to another place. There is no one change to follow.
replay-state-same = Your last change moves nothing that can be counted.
replay-what = { $way ->
    [undo] You took back: { $label }
    [redo] You did again: { $label }
   *[change] You changed: { $label }
 }
replay-year = Numbers by the year are for { $year }. Each one is the change from before.
replay-previous = Previous
replay-next = Next
replay-all = Tell it all
replay-count = Step { $at } of { $count }
replay-moved = { $direction ->
    [more] You moved { POUNDS($n) } a year more.
   *[fewer] You moved { POUNDS($n) } a year less.
 }
replay-cut = { $direction ->
    [more] So the hospital budget is { POUNDS($n) } a year smaller than before.
   *[fewer] So the hospital budget is { POUNDS($n) } a year bigger than before.
 }
replay-unused = { $direction ->
    [more] But { POUNDS($n) } more could not be used: the programmes are full. It went back.
   *[fewer] And { POUNDS($n) } less is left unused.
 }
replay-people = { $direction ->
    [more] That reaches about { COUNT($n) } more people a year{ $known ->
        [yes] {", "}most of all through { $programme }.
       *[no] .
     }
   *[fewer] That reaches about { COUNT($n) } fewer people a year{ $known ->
        [yes] {". "}The biggest part is { $programme }.
       *[no] .
     }
 }
replay-illness = { $direction ->
    [more] So there are about { COUNT($n) } more { $thing } a year.
   *[fewer] So there are about { COUNT($n) } fewer { $thing } a year.
 }
replay-emergency_admissions = { $direction ->
    [more] So about { COUNT($n) } more emergency hospital stays a year.
   *[fewer] So about { COUNT($n) } fewer emergency hospital stays a year.
 }
replay-bed_days = { $direction ->
    [more] That takes about { COUNT($n) } more nights in a hospital bed a year.
   *[fewer] That frees about { COUNT($n) } nights in a hospital bed a year.
 }
replay-deaths_under_75 = { $direction ->
    [more] And about { COUNT($n) } more deaths before 75 a year.
   *[fewer] And about { COUNT($n) } fewer deaths before 75 a year.
 }
replay-qalys_prevention = { $direction ->
    [more] Over whole lives, the programmes bring about { COUNT($n) } more healthy years.
   *[fewer] Over whole lives, the programmes bring about { COUNT($n) } fewer healthy years.
 }
replay-qalys_social_care = { $direction ->
    [more] Council care brings about { COUNT($n) } more healthy years.
   *[fewer] Council care brings about { COUNT($n) } fewer healthy years.
 }
replay-qalys_cut = { $direction ->
    [more] On the other side, about { COUNT($n) } fewer healthy years are lost for want of hospital care.
   *[fewer] On the other side, about { COUNT($n) } more healthy years are lost for want of hospital care.
 }
replay-qalys_capacity = { $direction ->
    [more] Freed hospital room, used by others, gives back about { COUNT($n) } healthy years.
   *[fewer] Less hospital room is free for others. That loses about { COUNT($n) } healthy years.
 }
replay-cash = { $direction ->
    [more] Cash released in the years shown: { POUNDS($n) } more.
   *[fewer] Cash released in the years shown: { POUNDS($n) } less.
 }
replay-no-cash = No cash is released by it that was not there before.
replay-end = Is it better overall? Experts disagree. It depends on how much good the last pound of hospital money does.

## Files

csv-place_code = place_code
csv-place = place
csv-scenario = scenario
csv-model = model
csv-evidence = evidence
csv-price_year = price_year
csv-outcome = outcome
csv-unit = unit
csv-group = group
csv-period = period
csv-if_nothing_changes = if_nothing_changes
csv-with_this_plan = with_this_plan
csv-change = change
csv-note = note
csv-low90 = low90
csv-low50 = low50
csv-high50 = high50
csv-high90 = high90
csv-share_below_zero = share_below_zero
csv-share_above_zero = share_above_zero
csv-draws = draws
csv-draws_in_all = draws_in_all
csv-seed = seed
csv-own_figures = own_figures
csv-why = why
csv-payer = payer
csv-line = line
csv-kind = kind
csv-gbp = gbp
csv-id = id
csv-label = label
csv-value_used = value_used
csv-our_value = our_value
csv-low = low
csv-high = high
csv-status = status
csv-how_we_know = how_we_know
csv-changed = changed
csv-sources = sources
csv-applies_to = applies_to
csv-indicator = indicator
csv-source = source
csv-year = year
csv-expected_without_plan = expected_without_plan
csv-expected_change = expected_change
csv-expected_with_plan = expected_with_plan
csv-not_working_reading = not_working_reading
csv-rule = rule

download-title = Take it with you
download-here = These files are made on this device. Nothing is sent anywhere.
download-results = All results
download-results-about = Every result by year and by fifth, as a table (CSV).
download-fifths = Each fifth in each year
download-fifths-about = Every result by fifth and year with its range, as a table (CSV). It takes a while.
download-working = Working out the model runs of each fifth.
download-moved = the plan was changed meanwhile
download-ledger = Who pays, who gains
download-ledger-about = Pounds by payer, line and year, as a table (CSV).
download-figures = All figures used
download-figures-about = Every figure behind the model: the value used, ours, its range, how we know it and its sources (CSV).
download-plan = How to check if it works
download-plan-about = What to count each year, what to expect, and what would show that it is not working (CSV).
download-plan-json = How to check if it works, for programs
download-plan-json-about = The same as JSON.
download-scenario = This plan
download-scenario-about = Your choices as a small file (JSON). You can open it here again, or run it on a command line.
download-done = Saved. Look in your downloads.
download-failed = We could not make the file. { $reason }
download-busy = The model was busy. Please try again.
open-label = Open a plan from a file
open-about = The file is read on this device. Nothing is sent anywhere.
open-faults = { $n ->
    [one] The file has one fault
   *[other] The file has { $n } faults
 }
open-kept = Your plan on this page has not changed.
open-which = The file holds { $n } plans. Which one do you want?
open-unnamed = a plan without a name
open-done = Opened: { $name }. Undo brings back the plan you had.
open-step = Opened { $name }
file-too-large = The file is too big to be a plan.
file-not-json = This is not a JSON file.
file-not-scenario = A plan is a JSON object, in braces.
file-not-scenarios = This must be an object with a plan under each name.
file-no-scenario = The file holds no plan.

faults-field = Field
faults-value = What it says
faults-reason = What is wrong
faults-nothing = nothing
faults-whole = the whole file
faults-more = And { $n } more.
place-faults-title = { $n ->
    [one] One fault in { $file }
   *[other] { $n } faults in { $file }
 }
place-faults-file = your file
place-faults-kept = Nothing on this page has changed. Put these right and choose the file again.
place-faults-help = The file is read on this device. Nothing is sent anywhere.

## About, in the page

about-versions = Model { $model }, evidence { $evidence }, data { $data }.
glossary-found = { $n ->
    [0] No word fits.
    [one] One word
   *[other] { $n } words
 }

## What matters here: shared outcomes

weights-intro = Which results matter to you here? Choose them, say what you aim for, and how much each counts. The score follows.
weights-add-label = A result that matters
weights-add = Add it
weights-remove = Take out
weights-whom = For whom
weights-everybody = Everybody
weights-fifth = { $n ->
    [1] the poorest fifth
    [2] the second fifth, from the poorest
    [3] the middle fifth
    [4] the fourth fifth, from the poorest
   *[5] the richest fifth
 }
weights-when = By when
weights-in-year = In { $year }
weights-target = Change you aim for (-50 is 50 fewer)
weights-weight = How much it counts
weights-none = Choose a result and an aim, and the score is told here.
weights-this-plan = This plan
weights-other-plan = The plan beside it
weights-score = { $sign ->
    [less] { NUMBER($n) } below 0, out of 100
   *[more] { NUMBER($n) } out of 100
 }
weights-of-points = { $sign ->
    [less] { NUMBER($n) } points lost
   *[more] { NUMBER($n) } points
 }
weights-silent = { SHARE($share) } of the weight lies on results that are not counted. They bring no points. That does not mean they bring nothing.
weights-driver = Result
weights-brings = What the plan brings
weights-points = Points
weights-how = 100 means every aim is met. An aim that is met twice over still counts once. A change the wrong way takes points off.
weights-save = Save as a file
weights-open = Open a file
weights-fault-target = Say how much more or fewer you aim for. It cannot be 0.
weights-fault-weight = How much it counts must be a number above 0.
weights-fault-outcomes = The file must name at least one result.
weights-fault-aim = This must be an object.
weights-fault-key = No such field is known.
weights-fault-outcome = No such result can be chosen here.
weights-fault-account = This must be by_horizon or set_in_motion.
weights-fault-year = Give a year or an account, not both.
weights-fault-quintile = This must be 1, 2, 3, 4 or 5.
