## What would change this answer?

turns-intro = Here the model looks for what would turn this answer round. It tries each side of each dispute, and moves each figure on its own.
turns-about = An answer about
turns-stage-sides = Trying each side and each figure
turns-stage-runs = Model runs, with all unsure figures drawn anew
turns-stage-under = Model runs under each side
turns-stage-learn = What each figure would be worth knowing
turns-stage-parts = Model runs of each part
turns-done = What would change this answer is worked out.
turns-stale = The plan has changed. What stands here is still about the plan before.
turns-again = Work it out again
turns-faults = This could not be worked out
turns-not-counted = The model does not count this result here, so nothing can turn it.
turns-deeper = So far the sides are middle runs. The model can also try { $draws } model runs under each side, and show how sure each part is. This may take minutes.
turns-deepen = Add model runs to each side
turns-step-side = Take a side: { $label }
turns-head-sides = { $of ->
    [0] No other side one can take moves this answer.
   *[other] { $sign ->
        [gain] With each dispute as it stands on this page, the plan does more good than harm, and
        [loss] With each dispute as it stands on this page, the plan does more harm than good, and
       *[none] The plan changes nothing here, and
      } { $same ->
        [0] none of the { $of } other sides that move it agrees.
       *[other] { $same } of the { $of } other sides that move it agree.
      }
  }
turns-head-ends = With every dispute settled against it: { $worst }. With every one settled for it: { $best }.
turns-head-runs = With the hardest single side it is better in { $least } model runs, with the kindest in { $most }. With every dispute against it: { $hard }. With every one for it: { $kind }.
turns-head-figure = To turn it with one figure alone, you would have to believe that “{ $label }” is about { $there } and not { $here }. { $within ->
    [0] That is beyond the range we use.
   *[other] That is within the range we use.
  }
turns-head-no-figure = No figure turns it alone.

work-stop = Stop

## Net benefits in words

turns-net-qalys = { $way ->
    [none] no change
   *[gain] { $amount } healthy years gained
    [loss] { $amount } healthy years lost
  }
turns-net-life_years = { $way ->
    [none] no change
   *[gain] { $amount } years of life gained
    [loss] { $amount } years of life lost
  }
turns-net-deaths_under_75 = { $way ->
    [none] no change
   *[gain] { $amount } fewer deaths before 75
    [loss] { $amount } more deaths before 75
  }
turns-net-emergency_admissions = { $way ->
    [none] no change
   *[gain] { $amount } fewer emergency stays
    [loss] { $amount } more emergency stays
  }
turns-net-bed_days = { $way ->
    [none] no change
   *[gain] { $amount } fewer nights in hospital
    [loss] { $amount } more nights in hospital
  }
turns-net-ae_attendances = { $way ->
    [none] no change
   *[gain] { $amount } fewer visits to A&E
    [loss] { $amount } more visits to A&E
  }
turns-net-gbp = { $way ->
    [none] no change
   *[gain] { $amount } better off
    [loss] { $amount } worse off
  }
turns-range = from { $low } to { $high }
turns-thing-gbp = Money: { $payer }
turns-subtitle = { $thing }, { $place }, { $account ->
    [by-horizon] over the years shown
   *[set-in-motion] with all that is set in motion
  }. Right of the dashed line is better.
turns-runs = In 9 of 10 model runs { $range }. Better in { $tenths }.

## Does the sign survive?

turns-survives-none = No side of a dispute moves this answer
turns-survives-all = It survives: the same under all { $of } sides that move it
turns-survives-some = It turns under some: the same under { $same } of { $of }
turns-survives-under = It turns under: { $list }.
turns-survives-one = One side at a time, with all else as you have it. Worst and best join, for each dispute, the side that is worst or best for the plan.
turns-survives-middle = Each bar is one middle run of the model.
turns-survives-runs = Each bar is one middle run of the model. The range under it is from many model runs.
turns-survives-counted = Each bar is one middle run of the model. The range under it is from { NUMBER($side) } model runs for each side, and from { NUMBER($own) } for the plan as you have it now.
turns-survives-still = { $still ->
    [one] One more side makes no difference to speak of. It is in the table.
   *[other] { $still } more sides make no difference to speak of. They are in the table.
  }
turns-kind-now = As you have it now
turns-kind-least-favourable = All disputes at their worst for the plan
turns-kind-most-favourable = All disputes at their best for the plan
turns-verdict-now = Now:
turns-verdict-gain = Better:
turns-verdict-loss = Worse:
turns-verdict-none = No change:
turns-verdict-gain-turns = Turns it, better:
turns-verdict-loss-turns = Turns it, worse:
turns-verdict-none-turns = Turns it, no change:
turns-verdict-impossible = Cannot be done:
turns-verdict-unknown = Not counted:
turns-take = Take this side
turns-take-all = Take all these sides

## What would you have to believe?

turns-turning-none = No single figure turns the answer
turns-turning-within = { $within ->
    [one] One figure could turn it within its range
   *[other] { $within } figures could turn it within their range
  }
turns-turning-beyond = Only figures beyond their range could turn it
turns-believe = You would have to believe that “{ $label }” is about { $there } and not { $here }
turns-figure-range = Its range: { $low } to { $high }
turns-turning-asked = Each of { $asked } figures was moved on its own, with all else left as it is.
turns-turning-key = The bar is the range, the dot our figure, the diamond where the answer turns.
turns-turning-more = { $n ->
    [one] One more figure, beyond its range
   *[other] { $n } more figures, beyond their range
  }
turns-set = Set it to that
turns-grade = Strength of evidence: { $grade }
turns-yes = yes
turns-no = no

## What we would most want to know

turns-matters-none = No figure moves the answer
turns-matters-swing = Figures that move the answer most
turns-matters-worth = What we would most want to know
turns-matters-all = To know every figure would be worth { $worth }, going by { $draws } model runs. In { $share } of them the other choice would be better.
turns-matters-ends = At { $from }: { $low }. At { $to }: { $high }.
turns-matters-group = { $label } ({ $figures ->
    [one] 1 figure
   *[other] { $figures } figures
  }): worth { $worth }
turns-matters-groups = Worth knowing together
turns-matters-more = { $n ->
    [one] One more figure is in the table.
   *[other] { $n } more figures are in the table.
  }
turns-matters-key = Each bar goes from the low to the high end of one figure. The solid line is the answer as it is now.
turns-matters-still = { $still ->
    [0] Every figure the plan uses is listed.
    [one] One more figure moves nothing.
   *[other] { $still } more figures move nothing.
  }
turns-matters-known = What it is worth to know a figure is how much better we would choose, on average, if we knew it. The choice is this plan or none.
turns-worth = Worth knowing: { $worth }
turns-worth-unclear = Worth knowing: too little to tell from chance

## What adds up

turns-parts-title = What adds up to this answer
turns-parts-range = In 9 of 10 model runs { $range }.
turns-parts-key = The bar is the middle run. The box is where 9 of 10 model runs lie, going by { $draws } of them.
turns-parts-sum = Where parts overlap, the overlap is a part of its own, so that all parts add up.

## Columns

turns-col-dispute = Dispute
turns-col-side = Side
turns-col-net = Net benefit
turns-col-low = Low end, 9 in 10 model runs
turns-col-middle = Middle of model runs
turns-col-high = High end, 9 in 10 model runs
turns-col-share = Share of model runs that say better
turns-col-figure = Figure
turns-col-part = Part
turns-col-value = Our value
turns-col-flips = Value where it turns
turns-col-figure-low = Low end of its range
turns-col-figure-high = High end of its range
turns-col-inside = Within its range
turns-col-how = How we know
turns-col-at-low = Net benefit at the low end
turns-col-at-high = Net benefit at the high end
turns-col-swing = Widest difference
turns-col-rank = Rank correlation with net benefit
turns-col-worth = Worth knowing (EVPPI)
turns-col-error = Standard error of that
turns-col-bias = Upward bias of that
