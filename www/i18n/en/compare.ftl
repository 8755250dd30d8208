### Two plans in the same model runs.

compare-against = This plan against “{ $name }”
compare-less = In 9 of 10 model runs: { $range }. This plan has fewer in { $count }.
compare-less-none = no difference in any model run
compare-less-years = In 9 of 10 model runs: { $hard } under the estimate that favours this plan least, { $kind } under the one that favours it most.
compare-hardest = In 9 of 10 model runs, hardest estimate: { $range }.
compare-kindest = In 9 of 10 model runs, kindest estimate: { $range }.
compare-ahead = { $same ->
   *[yes] In <b>{ $low }</b> this plan gains more healthy years than “{ $name }”, whichever published estimate is right.
    [no] This plan gains more healthy years than “{ $name }” in <b>{ $low }</b> under the published estimate that favours it least. Under the one that favours it most, in <b>{ $high }</b>.
  }
compare-ahead-none = Neither this plan nor “{ $name }” gains more healthy years in any model run.
compare-pairs = { $state ->
   *[all] <b>How sure the model is:</b> { NUMBER($draws) } model runs, the same for both plans. Each run compares the two with the same figures, so two ranges may overlap and one plan still be ahead in nearly every run.
    [first] <b>How sure the model is:</b> so far the first { NUMBER($draws) } of { NUMBER($of) } model runs, the same for both plans. Each run compares the two with the same figures, so two ranges may overlap and one plan still be ahead in nearly every run.
    [working] <b>How sure the model is</b> is being worked out for both plans.
    [failed] <b>How sure the model is</b> could not be worked out for both plans here.
  }
compare-no-deaths = All deaths have no range here: what hospital money does to them is told under every published estimate, never under one.
compare-save = Download the comparison as a file
