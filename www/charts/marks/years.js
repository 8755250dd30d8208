// Which years are written under a time picture: always the first and the last, others where there is room.

/**
 * @param {number[]} years
 * @param {(year: number) => number} x
 * @param {number} room px that one written year needs
 */
export function yearTicks(years, x, room) {
  const [first, last] = [years[0], years.at(-1)];
  if (first === last) return [{ year: first, x: x(first), anchor: 'start' }];
  const step = [1, 2, 5, 10].find((size) => x(first + size) - x(first) >= room) ?? Number.POSITIVE_INFINITY;
  const inner = years.filter((year) => year % step === 0 && x(year) - x(first) >= room && x(last) - x(year) >= room);
  return [
    { year: first, x: x(first), anchor: 'start' },
    ...inner.map((year) => ({ year, x: x(year), anchor: 'middle' })),
    { year: last, x: x(last), anchor: 'end' },
  ];
}
