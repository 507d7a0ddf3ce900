/** Dollars as a person reads them: "$0.16". What is not nothing is never shown as nothing. */
export function dollarsText(dollars: number): string {
  if (dollars > 0 && dollars < 0.01) return 'under $0.01';
  return `$${Math.max(0, dollars).toFixed(2)}`;
}

/** A length of time as a clock shows it: "2:05", "1:02:05". */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
