import { Clock } from '../src/platform/clock';

/** A clock that is told the time. Starts on a Thursday morning in China. */
export class TestClock extends Clock {
  constructor(private at = Date.parse('2026-11-26T09:00:00+08:00')) {
    super();
  }

  override now(): number {
    return this.at;
  }

  tell(moment: string | number): void {
    this.at = typeof moment === 'number' ? moment : Date.parse(moment);
  }

  pass({ days = 0, hours = 0, minutes = 0, seconds = 0 }): void {
    this.at += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  }
}
