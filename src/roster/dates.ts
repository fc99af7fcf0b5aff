const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The first day named in a text, as 2023-08-25; null where there is none. */
export function dateIn(text: string): string | null {
  const match =
    /((?:19|20)\d\d)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})/.exec(text) ??
    /\b((?:19|20)\d\d)(\d\d)(\d\d)\b/.exec(text);
  if (match === null) return null;
  const [year, month, day] = match.slice(1).map((part) => Number.parseInt(part, 10));
  if (month! < 1 || month! > 12 || day! < 1 || day! > daysOf(year!, month!)) return null;
  return written(year!, month!, day!);
}

/** The day so many days after one, by the calendar. */
export function daysAfter(date: string, days: number): string {
  let [year, month, day] = date.split('-').map((part) => Number.parseInt(part, 10)) as [
    number,
    number,
    number,
  ];
  day += days;
  while (day > daysOf(year, month)) {
    day -= daysOf(year, month);
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  return written(year, month, day);
}

function daysOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : LENGTHS[month - 1]!;
}

function written(year: number, month: number, day: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}
