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
pic-noun-healthy_life_expectancy_birth = years of healthy life for a newborn
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
pic-noun-people_in_work = people in work
pic-noun-people_reached = people helped
pic-noun-qalys = healthy years
pic-noun-qalys_capacity = healthy years from hospital room freed
pic-noun-qalys_cut = healthy years because of less hospital money
pic-noun-qalys_prevention = healthy years from the programmes
pic-noun-qalys_social_care = healthy years from social care
pic-noun-social_care_gbp = spending on council care
pic-noun-unplanned_pregnancies = unplanned pregnancies

## Every picture

pic-show-table = Show as a table
pic-save-csv = Save these figures as a file
pic-why = Why this number?
pic-not-counted = not counted
pic-not-counted-why = No evidence gives a route to { $noun } here. So there is no figure. It is not zero.
pic-no-ranges = How sure this is: ranges are not shown yet. The line is one middle run of the model.
pic-one-price = This uses the middle one of 5 published prices of hospital care. Others give a better or a worse answer.
pic-cut-unknown = What a smaller hospital budget does to this is not known. It is not in this figure.
pic-later = What was set in motion goes on after the years shown: { $direction ->
    [none] too little to say
   *[fewer] about { $amount } fewer { $noun }
    [more] about { $amount } more { $noun }
  }.
pic-col-year = Year
pic-col-nothing = { $noun }, if nothing changes
pic-col-plan = { $noun }, with this plan
pic-col-difference = Difference
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
pic-fan-gain-priced = A gain, at the middle price of hospital care
pic-fan-loss-priced = A loss, at the middle price of hospital care
pic-fan-gain_now-priced = A gain, later a loss, at the middle price
pic-fan-loss_now-priced = A loss, later a gain, at the middle price
pic-fan-loss_then_gain-priced = A loss, then a gain, at the middle price
pic-fan-gain_then_loss-priced = A gain, then a loss, at the middle price
pic-fan-mixed-priced = Mixed over the years, at the middle price
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
  }</b> <nb>({ $low } to { $high })</nb>
pic-end-nothing-1 = if nothing
pic-end-nothing-2 = changes
pic-end-five-1 = 5 in 10
pic-end-five-2 = model runs
pic-end-nine-1 = 9 in 10
pic-end-nine-2 = model runs
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
