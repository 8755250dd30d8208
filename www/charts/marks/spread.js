// Moves labels apart along one line so that none covers another, each as near to its place as order allows.

/**
 * @template {{y: number, size: number}} L
 * @param {L[]} labels centre and height of each, in px
 * @returns {(L & {at: number})[]} in order from the top, `at` being where each now stands
 */
export function spreadApart(labels) {
  const groups = labels
    .map((label) => ({ ...label }))
    .sort((a, b) => a.y - b.y)
    .map((label) => ({ labels: [label], size: label.size, centre: label.y }));
  for (let i = 1; i < groups.length; ) {
    const [above, below] = [groups[i - 1], groups[i]];
    if (above.centre + above.size / 2 <= below.centre - below.size / 2) {
      i += 1;
      continue;
    }
    groups.splice(i - 1, 2, merge(above, below));
    i = Math.max(1, i - 1);
  }
  return groups.flatMap(place);
}

function merge(above, below) {
  const labels = [...above.labels, ...below.labels];
  const size = above.size + below.size;
  return { labels, size, centre: labels.reduce((sum, label) => sum + label.y, 0) / labels.length };
}

function place(group) {
  let top = group.centre - group.size / 2;
  return group.labels.map((label) => {
    const at = top + label.size / 2;
    top += label.size;
    return { ...label, at };
  });
}
