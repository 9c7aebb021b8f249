/** Numbers that are there whatever else fails. Hours of 12338 differ from place to place. */
export const hotlines = [
  { number: '110', name: '报警', note: '有危险先打这个' },
  { number: '12338', name: '妇女维权热线', note: '服务时间各地不同' },
  { number: '120', name: '急救', note: '受伤了打这个' },
  { number: '12348', name: '法律援助', note: '问法律上的事' },
] as const;
