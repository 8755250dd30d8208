// The wire of the first screen: beads right of the dashed post say better, diamonds left of it worse. Ten beads for
// model runs; until there are runs, one bead for each published estimate.
import { message } from './figures.js';
import { estimates, tally, together } from './estimates.js';
import { tenths } from './tenths.js';

/** @param {object} answer @param {{share?: number|null}} options share of model runs that say better */
export function wireView(answer, { share = null } = {}) {
  const list = estimates(answer);
  const view = share === null ? ofEstimates(list) : ofRuns(share);
  return {
    name: 'wire',
    ...view,
    subtitle: message(share === null ? 'pic-wire-subtitle' : 'pic-wire-subtitle-runs'),
    summary: null,
    notes: share === null ? [message('pic-wire-no-runs')] : [],
    columns: [
      { key: 'label', label: message('pic-col-what') },
      { key: 'count', label: message(share === null ? 'pic-col-estimates' : 'pic-col-tenths'), places: 0 },
    ],
    rows: ['worse', 'tie', 'better'].map((key) => ({ label: message(`pic-verdict-${key}`), count: view.marks[key] })),
    why: { outcome: 'qalys', year: null, figure: 'set_in_motion' },
  };
}

function ofEstimates(list) {
  const counts = tally(list);
  const form = together(list);
  return {
    form,
    message: message(`pic-rivals-${form}`, { better: counts.better, of: counts.of }),
    ends: [message('pic-wire-worse', counts), message('pic-wire-better', counts)],
    marks: { worse: counts.worse, tie: counts.tie + counts.same, better: counts.better },
  };
}

function ofRuns(share) {
  const { better, worse, verdict, beyond } = tenths(share);
  const args = { better, worse, beyond: beyond ? 'yes' : 'no', verdict };
  return {
    form: verdict,
    message: message('pic-wire-runs', args),
    ends: [message('pic-wire-runs-worse', args), message('pic-wire-runs-better', args)],
    marks: { worse, tie: 0, better },
  };
}
