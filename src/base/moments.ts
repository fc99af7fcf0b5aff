const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Hours by which clocks in China are ahead of UTC, all year. */
const AHEAD = 8;

/** A moment of ISO 8601 in UTC as clocks in China show it: 2024-09-18 17:30. */
export function clockInChina(moment: string): string {
  const parts = moment.match(/\d+/g)?.slice(0, 5).map(Number) ?? [];
  let [year = 0, month = 1, day = 1] = parts;
  const [, , , hour = 0, minute = 0] = parts;
  if (hour + AHEAD > 23) day += 1;
  if (day > daysOf(year, month)) {
    day = 1;
    month += 1;
  }
  if (month > 12) {
    month = 1;
    year += 1;
  }
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two((hour + AHEAD) % 24)}:${two(minute)}`;
}

function daysOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (LENGTHS[month - 1] ?? 31);
}
