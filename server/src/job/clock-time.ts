/** A time of day on the wire, for `Text`: `HH:MM`, `24:00` for the end of the day. */
export const clockTime = {
  is: /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/,
  say: '时间写成 08:30 这样。',
};
