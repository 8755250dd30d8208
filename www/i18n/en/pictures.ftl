### Words of the pictures. Titles have at most ten words and are true at any place of a lever.

## Figures inside sentences

pic-figure-count = { COUNT($value) }
pic-figure-plain = { NUMBER($value, maximumFractionDigits: 3) }
pic-figure-pounds = { POUNDS($value) }
pic-figure-share = { SHARE($value) }
pic-figure-percent = { PERCENT($value) }
pic-figure-year = { YEAR($value) }
pic-figure-under-one = fewer than 1

## What outcomes are called in the middle of a sentence

pic-noun-ae_attendances = visits to A&E
pic-noun-bed_days = nights in a hospital bed
pic-noun-children_in_care = children in care
pic-noun-deaths = deaths
pic-noun-deaths-breast_cancer = deaths from breast cancer
pic-noun-deaths-chd = deaths from heart disease
pic-noun-deaths-colorectal_cancer = deaths from bowel cancer
pic-noun-deaths-copd = deaths from lung disease
pic-noun-deaths-lung_cancer = deaths from lung cancer
pic-noun-deaths-stroke = deaths from stroke
pic-noun-deaths_hospital = deaths because of less hospital money
pic-noun-deaths_prevention = deaths because of the programmes
pic-noun-deaths_under_75 = deaths before 75
pic-noun-emergency_admissions = emergency hospital stays
pic-noun-falls = serious falls
pic-noun-healthy_life_expectancy_birth-female = years of healthy life for a newborn girl
pic-noun-healthy_life_expectancy_birth-male = years of healthy life for a newborn boy
pic-noun-life_expectancy_birth-female = years of life for a newborn girl
pic-noun-life_expectancy_birth-male = years of life for a newborn boy
pic-noun-life_years = years of life
pic-noun-life_years_hospital = years of life because of less hospital money
pic-noun-life_years_prevention = years of life because of the programmes
pic-noun-living_with-breast_cancer = people living with breast cancer
pic-noun-living_with-chd = people living with heart disease
pic-noun-living_with-colorectal_cancer = people living with bowel cancer
pic-noun-living_with-copd = people living with lung disease
pic-noun-living_with-lung_cancer = people living with lung cancer
pic-noun-living_with-stroke = people living after a stroke
pic-noun-living_with-type_2_diabetes = people living with type 2 diabetes
pic-noun-new_cases-breast_cancer = new cases of breast cancer
pic-noun-new_cases-chd = new cases of heart disease
pic-noun-new_cases-colorectal_cancer = new cases of bowel cancer
pic-noun-new_cases-copd = new cases of lung disease
pic-noun-new_cases-lung_cancer = new cases of lung cancer
pic-noun-new_cases-stroke = new strokes
pic-noun-new_cases-type_2_diabetes = new cases of type 2 diabetes
pic-noun-occupancy = share of hospital beds in use
pic-noun-people_in_work = people in work
pic-noun-people_reached = people helped
pic-noun-qalys = healthy years
pic-noun-qalys_capacity = healthy years from hospital room freed
pic-noun-qalys_cut = healthy years because of less hospital money
pic-noun-qalys_prevention = healthy years from the programmes
pic-noun-qalys_social_care = healthy years from social care
pic-noun-social_care_gbp = spending on council care
pic-noun-social_care_gbp_hospital = spending on council care because of less hospital money
pic-noun-social_care_need = people who need council care for long
pic-noun-unplanned_pregnancies = unplanned pregnancies
pic-noun-wellbeing = wellbeing

## Every picture

pic-choice = Show
pic-show-table = Show as a table
pic-save-csv = Download these figures as a file
download-picture = Download the picture
pic-why = Why this number?
pic-not-counted = not counted
pic-not-counted-why = No evidence gives a route to { $noun } here. So there is no figure. It is not zero.
pic-price-middle = the middle price
pic-price-chosen = the price chosen
pic-one-price = This uses { $price } of hospital care. { NUMBER($of) } are published. Others give a better or a worse answer.
pic-cut-unknown = What a smaller hospital budget does to this is not known. It is not in this figure.
pic-later = After the years shown, what was set in motion goes on: { $direction ->
    [none] too little to say
   *[fewer] <b>about { $amount } fewer</b> { $noun }
    [more] <b>about { $amount } more</b> { $noun }
  }.
pic-col-year = Year
pic-col-nothing = { $noun }, if nothing changes
pic-col-plan = { $noun }, with this plan
pic-col-difference = Difference
pic-col-side-help = Of that, helped
pic-col-side-harm = Of that, harmed
pic-col-other = Difference, other plan: { $name }
pic-col-low90 = 9 in 10 model runs, from
pic-col-low50 = 5 in 10 model runs, from
pic-col-high50 = 5 in 10 model runs, to
pic-col-high90 = 9 in 10 model runs, to
pic-tick = { $amount } { $direction ->
   *[fewer] fewer
    [more] more
  }

## The line over the years

pic-fan-nothing = Nothing moves, so nothing changes
pic-fan-too_small = A change too small to count
pic-fan-gain = A gain: { $wanted ->
   *[down] fewer
    [up] more
  } { $noun }
pic-fan-loss = A loss: { $wanted ->
   *[down] more
    [up] fewer
  } { $noun }
pic-fan-gain_now = A gain in these years, a loss later
pic-fan-loss_now = A loss in these years, a gain later
pic-fan-loss_then_gain = First a loss, then a gain
pic-fan-gain_then_loss = First a gain, then a loss
pic-fan-mixed = Better in some years, worse in others
pic-fan-gain-priced = A gain, at { $price } of hospital care
pic-fan-loss-priced = A loss, at { $price } of hospital care
pic-fan-gain_now-priced = A gain, later a loss, at { $price }
pic-fan-loss_now-priced = A loss, later a gain, at { $price }
pic-fan-loss_then_gain-priced = A loss, then a gain, at { $price }
pic-fan-gain_then_loss-priced = A gain, then a loss, at { $price }
pic-fan-mixed-priced = Mixed over the years, at { $price }
pic-fan-not-counted = This cannot be counted yet
pic-fan-subtitle = Difference made each year to { $noun } in { $place }
pic-fan-cursor = Year by year: { $noun }
pic-fan-reading = <b>In { $year }: { $direction ->
    [same] no change
    [none] a change too small to say
   *[fewer] about { $amount } fewer
    [more] about { $amount } more
  }</b>{ $known ->
    [yes] {", "}where { $before } would be if nothing changes
   *[no] {""}
  }
pic-fan-reading-range = <b>In { $year }: { $direction ->
    [same] no change
    [none] a change too small to say
   *[fewer] about { $amount } fewer
    [more] about { $amount } more
  }</b>. In 9 of 10 model runs: { $range }{ $known ->
    [yes] {", "}where { $before } would be if nothing changes.
   *[no] .
  }
pic-end-nothing-1 = if nothing
pic-end-nothing-2 = changes
pic-end-five-1 = 5 in 10
pic-end-five-2 = model runs
pic-end-nine-1 = 9 in 10
pic-end-nine-2 = model runs
pic-end-other-1 = the other
pic-end-other-2 = plan
pic-end-help = helped
pic-end-harm = harmed
pic-end-value = { $direction ->
    [same] no change
    [none] too small
   *[fewer] { $amount } fewer
    [more] { $amount } more
  }
pic-end-year = in { $year }

## 100 people, or 1,000

pic-people-nothing = Nothing moves, so nothing changes for anybody
pic-people-too_small = For nearly everybody, nothing changes
pic-people-gain = For { $helped } in { NUMBER($of) } it gets better
pic-people-loss = For { $harmed } in { NUMBER($of) } it gets worse
pic-people-mixed = Better for { $helped } in { NUMBER($of) }, worse for { $harmed }
pic-people-subtitle = { NUMBER($of) } people who live in { $place }, in { $year }. Counted: { $noun }.
pic-people-sentence-nothing = <b>Nobody</b> has more or fewer { $noun } in { $year }.
pic-people-sentence-too_small = <b>Too few to draw, even in 1,000 people:</b> { $which ->
    [both] one fewer for every { $helpedIn } people, and one more for every { $harmedIn }.
   *[helped] one fewer for every { $helpedIn } people.
    [harmed] one more for every { $harmedIn } people.
  }
pic-people-sentence = { $which ->
    [both] About one fewer for every { $helpedIn } people, and one more for every { $harmedIn }.
   *[helped] About one fewer for every { $helpedIn } people.
    [harmed] About one more for every { $harmedIn } people.
  }
pic-people-nothing-half = If nothing changes
pic-people-plan-half = With this plan
pic-people-has = { $noun }: { $before } in { NUMBER($of) }, then { $after }
pic-people-helped = { $count } fewer, thanks to the plan
pic-people-harmed = { $count } more, because of the plan
pic-people-thousand = Drawn as 1,000 dots, because the change is under one person in 100.
pic-people-show = Show { NUMBER($of) } people
pic-people-group = Everybody who lives here is in the picture. A smaller group would make the change look larger.
pic-people-again = One person can be counted more than once in a year.
pic-col-what = What
pic-col-all-people = Everybody
pic-col-per-1000 = For each 1,000 people
pic-people-row-residents = People who live here
pic-people-row-before = If nothing changes
pic-people-row-after = With this plan
pic-people-row-helped = Fewer, thanks to the plan
pic-people-row-harmed = More, because of the plan

## Three kinds of gain

pic-kind-paid = Paid in
pic-kind-health = Health value
pic-kind-room = Hospital room freed
pic-kind-cash = Cash released
pic-unit-gbp = £
pic-unit-years = healthy years
pic-unit-nights = nights in a bed
pic-col-unit = Unit
pic-col-inside = Inside the { $years } years shown
pic-col-whole = With all that was set in motion
pic-kinds-nothing = Nothing is paid in, and nothing comes back
pic-kinds-same = Money is paid in, and health stays the same
pic-kinds-better = { $cash ->
   *[none] No cash returns
    [some] Some cash returns
  }; health is gained under all { $of } estimates
pic-kinds-worse = { $cash ->
   *[none] No cash returns
    [some] Some cash returns
  }; health is lost under all { $of } estimates
pic-kinds-disputed = { $cash ->
   *[none] No cash returns
    [some] Some cash returns
  }; whether health is gained is disputed
pic-kinds-subtitle = { $place }, total over { $years } years. Different units: they cannot be added up.
pic-kinds-apart = Room freed is nights in a bed that other patients use. It is not cash. Health is not money.
pic-kinds-paid = { $way ->
   *[gain] { $amount }
    [none] nothing
  }
pic-kinds-health = { $way ->
    [none] too small to say
   *[gain] { $amount } years
  }
pic-kinds-health-one = { $way ->
    [nothing] none
    [none] almost none
   *[gain] { $amount } gained
    [loss] { $amount } lost
  }
pic-kinds-health-both = { $low } to { $high }
pic-kinds-health-span = healthy years over whole lives. The { $of } published prices of hospital care are that far apart.
pic-kinds-health-used = At { $price }: { $inside } in the years shown, { $whole } over whole lives.
pic-kinds-room = { $way ->
    [none] none
   *[gain] { $amount } nights
  }
pic-kinds-cash = { $way ->
    [none] none
   *[gain] { $amount }
  }
pic-kinds-paid-what = for programmes, out of hospital money or a fund
pic-kinds-health-what = { $way ->
    [none] years of healthy life
   *[gain] of healthy life <b>gained</b>
    [loss] of healthy life <b>lost</b>
  }, at { $price } of hospital care
pic-kinds-room-what = { $way ->
    [none] nights in a bed for other patients
   *[gain] in a bed <b>freed</b> for other patients
    [loss] in a bed <b>more in use</b>
  }
pic-kinds-cash-what = { $way ->
   *[gain] that somebody can spend again
    [loss] more to pay
  }
pic-kinds-later = Set in motion afterwards: { $way ->
    [none] nothing more
   *[gain] <nb>{ $amount }</nb> { $key ->
      *[health] more years gained
       [room] more nights freed
       [cash] more
     }
    [loss] <nb>{ $amount }</nb> { $key ->
      *[health] years lost
       [room] more nights used, as people live longer
       [cash] more to pay
     }
  }.
pic-kinds-row-used = Health value at { $price } of hospital care
pic-kinds-row-price = Health value if hospital care costs: { $label }

## Who pays, who gains

pic-none = none
pic-group-hospital = NHS hospitals
pic-group-nhs = Other NHS
pic-group-council = Council
pic-group-government = Central government
pic-group-people = People who live here
pic-paid-by-hospital = NHS hospitals
pic-paid-by-nhs = other NHS
pic-paid-by-council = the council
pic-paid-by-government = central government
pic-paid-by-people = residents
pic-payer-nhs_hospital = NHS hospitals
pic-payer-nhs_other = Other NHS
pic-payer-council_public_health = Council public health
pic-payer-council_adult_social_care = Council care for adults
pic-payer-council_childrens = Council children’s services
pic-payer-council_housing = Council housing
pic-payer-council_other = Other council services
pic-payer-central_government = Central government
pic-payer-households = People who live here
pic-line-transfer = only changes hands
pic-line-spending = spending
pic-line-cost_avoided = bills avoided, no cash appears
pic-line-capacity = room freed, not cash
pic-line-cash = cash
pic-line-health = health
pic-line-room = room freed, not cash
pic-col-payer = Who
pic-col-line = What for
pic-col-kind = Kind
pic-col-period = Years
pic-col-amount = Amount
pic-col-nine = In 9 of 10 model runs
pic-ledger-ends = { $same ->
   *[no] { $low } to { $high }
    [yes] the same
  }
pic-period-together = The { $years } years shown, together
pic-period-after = Set in motion afterwards
pic-period-all = Every year of { $payer }: { $line }
pic-ledger-nothing = Nobody pays and nobody gains
pic-ledger-cash = Most is paid by { $payer }; some cash comes back
pic-ledger-no_cash = Most is paid by { $payer }; no cash comes back
pic-ledger-subtitle = { $place }, total over { $years } years, compared with nothing changing
pic-ledger-health-price = Health is counted at { $price } of hospital care. Bills avoided: somebody needs less, but no cash appears.
pic-ledger-head-pays = Pays in
pic-ledger-head-health = Health value
pic-ledger-head-room = Hospital room freed
pic-ledger-head-avoided = Bills avoided
pic-ledger-head-cash = Cash released
pic-ledger-unit-pays = £
pic-ledger-unit-health = healthy years. Not money
pic-ledger-unit-room = nights in a bed. Not cash
pic-ledger-unit-avoided = £ of need. No cash appears
pic-ledger-unit-cash = £ that can be spent again
pic-ledger-amount-pays = { $amount }
pic-ledger-amount-health = { $amount } years { $way ->
   *[gain] gained
    [loss] lost
  }
pic-ledger-amount-room = { $amount } { $way ->
   *[gain] nights freed
    [loss] more nights used
  }
pic-ledger-amount-avoided = { $amount }{ $way ->
   *[gain] {""}
    [loss] {" "}more to pay
  }
pic-ledger-amount-cash = { $amount }{ $way ->
   *[gain] {""}
    [loss] {" "}more to pay
  }
pic-ledger-after = afterwards { $way ->
   *[gain] { $amount } more
    [loss] { $amount } to pay
  }
pic-ledger-given = is given { $amount } and spends it
pic-ledger-receives = is given { $amount } more than it spends
pic-ledger-absent = None: { $names }
pic-ledger-even = Money back in { $year }
pic-ledger-even-of = { $payer }: money back in { $year }
pic-ledger-never = Money back: never in anybody’s lifetime
pic-ledger-never-of = { $payer }: money back never in anybody’s lifetime
pic-ledger-hands = Money that only changes hands
pic-ledger-hands-sum = Together
pic-ledger-hand = { $way ->
   *[out] gives { $amount }
    [in] receives { $amount }
  }

## When

pic-when-nothing = Nothing is paid, and nothing comes
pic-when-bill_first = The bill comes before most of the gains
pic-when-together = The gains come as soon as the bill
pic-when-some_late = Some gains come with the bill, others later
pic-when-only_bill = A bill every year, and no gain yet
pic-when-subtitle = Each year in { $place }, all payers together. The dashed line is “if nothing changes”.
pic-when-cursor = Year by year: paid in, health, room and cash
pic-when-reading = <b>In { $year }:</b> { $paid } paid in, { $health }, { $room }, { $cash }
pic-when-paid = { $way ->
    [none] nothing
   *[gain] { $amount }
  }
pic-when-health = { $way ->
    [none] no healthy years
   *[gain] { $amount } healthy years gained
    [loss] { $amount } healthy years lost
  }
pic-when-room = { $way ->
    [none] no nights freed
   *[gain] { $amount } nights freed
    [loss] { $amount } more nights used
  }
pic-when-cash = { $way ->
    [none] no cash
   *[gain] { $amount } in cash
    [loss] { $amount } of cash needed
  }
pic-when-inside = In the { $years } years shown: { $amount }
pic-when-after = Set in motion, coming later: { $amount }
pic-when-price = The two money columns use one scale. Health is counted at { $price } of hospital care.
pic-when-row-inside = All years shown
pic-when-row-after = Set in motion, coming later
pic-col-when-paid = Paid in, £
pic-col-when-health = Healthy years, gained or lost (−)
pic-col-when-room = Nights in a bed, freed or used (−)
pic-col-when-cash = Cash released, £

## Poorest to richest

pic-fifth-poorest = Poorest fifth
pic-fifth-second = Second poorest
pic-fifth-middle = Middle
pic-fifth-fourth = Second richest
pic-fifth-richest = Richest fifth
pic-col-fifth = Fifth of neighbourhoods
pic-col-harm = Lost for each 1,000 people
pic-col-gain = Gained for each 1,000 people
pic-col-net = Together
pic-fair-nothing = Nothing moves, so no gap changes
pic-fair-too_small = Too small to tell rich from poor
pic-fair-poor_poor = The poorest gain most, and are harmed most
pic-fair-poor_rich = The poorest gain most, the richest are harmed most
pic-fair-poor_mixed = The poorest gain most; harm falls unevenly
pic-fair-poor_none = The poorest gain most
pic-fair-rich_poor = The richest gain most, the poorest are harmed most
pic-fair-rich_rich = The richest gain most, and are harmed most
pic-fair-rich_mixed = The richest gain most; harm falls unevenly
pic-fair-rich_none = The richest gain most
pic-fair-mixed_poor = The poorest are harmed most; gains fall unevenly
pic-fair-mixed_rich = The richest are harmed most; gains fall unevenly
pic-fair-mixed_mixed = Neither the poorest nor the richest stand out
pic-fair-mixed_none = Neither the poorest nor the richest gain most
pic-fair-none_poor = The poorest are harmed most, and hardly anybody gains
pic-fair-none_rich = The richest are harmed most, and hardly anybody gains
pic-fair-none_mixed = Harm falls unevenly, and hardly anybody gains
pic-fair-subtitle = Healthy years for each 1,000 people in { $place }, with all that is set in motion
pic-fair-gap-nothing = The gap stays as it is.
pic-fair-gap = { $way ->
    [none] <b>The gap hardly moves:</b> by under one healthy year for each 1,000 people.
   *[narrower] <b>The gap gets smaller:</b> by { $amount } healthy years for each 1,000 people. The poorest fifth gains that much more, or loses that much less, than the richest.
    [wider] <b>The gap gets wider:</b> by { $amount } healthy years for each 1,000 people. The poorest fifth gains that much less, or loses that much more, than the richest.
  }
pic-fair-price = Harm is counted at { $price } of hospital care. It would be larger or smaller at others.
pic-fair-left = ← Lost
pic-fair-right = Gained →
pic-fair-amount = { $amount }

## Does the answer survive?

pic-rivals-same = Nothing moves, so no estimate says better or worse
pic-rivals-better = Yes: better under all { $of } published estimates
pic-rivals-worse = Better under none of the { $of } published estimates
pic-rivals-no-cut = Nothing is taken from hospitals, so no estimate decides
pic-rivals-disputed = It depends: better under { $better } of { $of } estimates
pic-rivals-subtitle = Healthy years for { $place }, with all that is set in motion, under each published estimate
pic-rivals-count-better = { $count ->
    [one] says better
   *[other] say better
  }
pic-rivals-count-worse = { $count ->
    [one] says worse
   *[other] say worse
  }
pic-rivals-count-tie = too close to call
pic-rivals-count-same = no change
pic-rivals-group-prices = What does hospital money buy?
pic-rivals-group-pairs = What studies of whole areas say about both sides
pic-rivals-order = From harder on this plan (hospital money buys much) to kinder (it buys less). None of them is called ours.
pic-rivals-price = { $price } of hospital care for one healthy year
pic-rivals-more = More
pic-rivals-said = Said in { $year } as £{ $amount }. The figure above is in the money of this page.
pic-rivals-said-no-year = Said as £{ $amount }. The year of its prices is not stated.
pic-rival-k_2012 = The lowest of the published estimates
pic-rival-k_2013_high = A later study, which also counts social care
pic-rival-k_2013_low = A study of NHS spending
pic-rival-k_2016 = A study of care that is bought locally
pic-rival-k_structural = Other ideas of how spending works
pic-rival-nhs_vs_public_health_2020 = The first study: the NHS and public health
pic-rival-pair_cautious = Public health from the later study, the NHS from another
pic-rival-pair_conservative_2020 = The first study, read with caution
pic-rival-pair_mixed = Public health from the first study, the NHS from another
pic-rival-pair_social_care_2021 = The later study, if council social care gets the money
pic-rival-three_way_2021 = The later study, with social care added
pic-rivals-net = { $way ->
    [none] no change
    [tiny] under one year either way
   *[gain] { $amount } years gained
    [loss] { $amount } years lost
  }
pic-rivals-tie = “Only just” means that gain and loss differ by less than a tenth of the larger one.
pic-rivals-runs = Ten beads are ten model runs. Right of the dashed line they say better, left of it worse. The verdict beside them is that of the middle run.
pic-verdict-better = Better
pic-verdict-worse = Worse
pic-verdict-better-just = Better, only just
pic-verdict-worse-just = Worse, only just
pic-verdict-better-but = Better in the middle run, not in most runs
pic-verdict-worse-but = Worse in the middle run, not in most runs
pic-verdict-tie = Too close to call
pic-verdict-same = No change
pic-col-estimate = Estimate
pic-col-price = Price of a healthy year in hospital care, £
pic-col-net-years = Healthy years, gained or lost (−)
pic-col-verdict = Verdict
pic-col-share = Share of model runs that say better

## The wire

pic-wire-subtitle = One bead for each published estimate of what hospital money buys
pic-wire-subtitle-runs = One bead for each published estimate, then ten model runs under each
pic-wire-worse = { $worse } of { $of } estimates: worse for health
pic-wire-better = { $better } of { $of } estimates: better for health
pic-col-estimates = Published estimates

## Seen whole

pic-whole-nothing = Seen whole, nothing changes
pic-whole-too_small = Seen whole, the change cannot be seen
pic-whole-small = Seen whole, the change is small
pic-whole-large = Seen whole, the change is plain to see
pic-whole-not_counted = The whole is not counted, only the change
pic-whole-subtitle = All { $noun } in a year in { $place }, counted from zero
pic-whole-sentence = { $place } would have about { $whole } { $noun } in { $year }. { $direction ->
    [same] This plan changes none of them.
    [none] This plan changes too few to say.
   *[fewer] This plan means one fewer in every { $each }.
    [more] This plan means one more in every { $each }.
  }
pic-whole-sentence-not_counted = How many { $noun } there are today is not in the figures here. Only the change is known.

## Beds

pic-beds-nothing = Nothing moves, so the beds stay as full
pic-beds-same = The beds stay about as full
pic-beds-emptier = The beds get a little less full
pic-beds-fuller = The beds get fuller
pic-beds-tight = The beds get very full: above { $limit }
pic-beds-winter = In winter, more patients than beds
pic-beds-over = More patients than beds: this cannot be run
pic-beds-subtitle = Share of hospital beds in use in { $place }
pic-beds-cursor = Year by year: share of hospital beds in use
pic-beds-reading = <b>In { $year }: { $plan } of beds in use</b> with this plan, { $winter } at the winter peak. If nothing changes: { $nothing }, and { $nothingWinter } at the peak.
pic-beds-note = More than { $limit } full is unsafe. Above 100% there are more patients than beds. No deaths are added for that: they are in the loss from a smaller budget.
pic-beds-end-plan = with plan
pic-beds-end-winter = winter peak
pic-beds-full = all beds full
pic-beds-limit = unsafe above { $limit }
pic-beds-tick = { PERCENT($value) }
pic-col-beds-nothing = If nothing changes, %
pic-col-beds-plan = With this plan, %
pic-col-beds-nothing-winter = If nothing changes, winter peak, %
pic-col-beds-plan-winter = With this plan, winter peak, %

## Parts of the total

pic-parts-nothing = Nothing moves, so there are no parts
pic-parts-one_way = The parts all pull the same way
pic-parts-both_ways = Some parts gain, others lose
pic-parts-too_small = The parts are too small to say
pic-parts-not_counted = This total has no parts here
pic-parts-subtitle = What makes up the change in { $noun } in { $place }, { $account ->
   *[by_horizon] total over { $years } years
    [set_in_motion] with all that is set in motion
  }
pic-parts-programmes = Show what each programme does
pic-parts-total = Together
pic-parts-overlap = Overlap: counted once, not twice
pic-parts-amount = { $direction ->
    [same] none
    [none] hardly any
   *[fewer] { $amount } fewer
    [more] { $amount } more
  }
pic-parts-worse = ← worse
pic-parts-better = better →
pic-part-qalys_prevention = Healthy years from the programmes
pic-part-qalys_cut = A smaller hospital budget
pic-part-qalys_capacity = Hospital room freed, used by others
pic-part-qalys_social_care = Social care
pic-part-life_years_prevention = The programmes
pic-part-life_years_hospital = A smaller hospital budget
pic-part-deaths_prevention = The programmes
pic-part-deaths_hospital = A smaller hospital budget
pic-part-social_care_gbp_hospital = A smaller hospital budget
pic-col-part = Part

## Money that can be used

pic-money-nothing = No money is set aside
pic-money-all = All the money can be used
pic-money-some = Some of the money cannot be used
pic-money-most = Most of the money cannot be used
pic-money-none = None of the money can be used
pic-money-subtitle = { $whole ->
   *[yes] Of { $asked } set aside in { $place }, over { $years } years
    [no] Of { $asked } set aside
  }
pic-money-used = <b>{ $amount }</b> can be used
pic-money-unused = <b>{ $amount }</b> cannot be used
pic-money-note = When everybody who could be helped is being helped, more money helps nobody. It goes back to where it came from.
pic-money-row-asked = Set aside
pic-money-row-used = Can be used
pic-money-row-unused = Cannot be used
pic-col-gbp = £

## The map

pic-map-title = All places, by { $figure }
pic-map-subtitle = { $count } of { $of } council areas in England. Pick one on the map or in the list.
pic-map-colour = What to show
pic-map-draw-hex = Map of hexagons
pic-map-draw-shape = Map of true shapes
pic-map-stop = Stop
pic-map-price = This uses one published price of hospital care. At others, the same plan may come out better or worse.
pic-map-run = Run this plan in every place
pic-map-label = Map of council areas. Arrow keys move, Enter opens a place.
pic-map-list = All places as a list
pic-map-fault = The map could not be loaded. The list below has every place.
pic-map-figure-imd_2025_rank = rank of need, 1 is the poorest
pic-map-figure-population_2023 = people who live there
pic-map-figure-emergency_admissions = emergency stays for each 1,000 people, with this plan
pic-map-figure-bed_days = nights in a bed for each 1,000 people, with this plan
pic-map-figure-qalys = healthy years for each 1,000 people, with this plan
pic-map-figure-deaths_under_75 = deaths before 75 for each 1,000 people, with this plan
pic-map-place = { $name }: { $value }
pic-map-none = not known
pic-map-value-imd_2025_rank = number { NUMBER($value) } in need
pic-map-value-population_2023 = { COUNT($value) } people
pic-map-value = { $direction ->
    [same] no change
   *[fewer] { $amount } fewer { $noun } for each 1,000 people
    [more] { $amount } more { $noun } for each 1,000 people
  }
pic-map-range = { NUMBER($low) } to { NUMBER($high) }
pic-map-key = { $low } to { $high } { $direction ->
   *[fewer] fewer
    [more] more
  }
pic-map-key-same = hardly any change
pic-col-place = Place
pic-col-region = Region

## Lines of the ledger

pic-line-of-added-life = care in the years of life that are added
pic-line-of-benefits-lost = benefits no longer received
pic-line-of-benefits-paid = benefits paid and debts written off
pic-line-of-benefits-unpaid = benefits not paid to people in work
pic-line-of-cash = cash released
pic-line-of-care-of-dead = care not needed by people who die because hospitals have less
pic-line-of-children = children kept out of care
pic-line-of-disease = illness prevented
pic-line-of-disease-other = illness prevented: care other than emergency stays
pic-line-of-for-programmes = money for programmes
pic-line-of-fund = fund or new money
pic-line-of-income = income and debts settled
pic-line-of-moved = budget moved to programmes
pic-line-of-pregnancies = unplanned pregnancies avoided
pic-line-of-programmes = programmes
pic-line-of-reablement = less care needed after help to recover
pic-line-of-repaid = paid back to the fund
pic-line-of-repaid-by = paid back by the hospital budget
pic-line-of-room = room freed, not cash
pic-line-of-services = other public services needed less
pic-line-of-unallocated = cut, and given to no programme
