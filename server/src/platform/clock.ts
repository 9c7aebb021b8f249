import { Injectable } from '@nestjs/common';

/** The one source of the time, so that a test can say “the day after closing”. */
@Injectable()
export class Clock {
  /** Unix milliseconds. */
  now(): number {
    return Date.now();
  }
}

/** A moment without its seconds: what a help request keeps, so that it joins to nothing else. */
export const toTheMinute = (moment: number): number => Math.floor(moment / 60_000) * 60_000;
