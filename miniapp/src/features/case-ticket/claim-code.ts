import { onExit } from '@/platform/leaving';

// In memory only: what is written on a phone or into an address can be found by whoever holds it.
let kept: string | undefined;

/** Carries the claim code from the page that asked to the page that shows it. */
export function handOverClaimCode(claimCode: string): void {
  kept = claimCode;
}

/** The code, once. */
export function takeClaimCode(): string | undefined {
  const code = kept;
  kept = undefined;
  return code;
}

onExit(takeClaimCode);
