import { type EntityManager, IsNull, LessThan } from 'typeorm';
import { SecondFactorRow } from './second-factor.entity';

export const findSecondFactor = (db: EntityManager, id: string): Promise<SecondFactorRow | null> =>
  db.findOneBy(SecondFactorRow, { id });

/** A new key waits for its digits; the one in use stays. */
export async function setNextSecret(tx: EntityManager, id: string, nextSecret: string) {
  const { affected } = await tx.update(SecondFactorRow, { id }, { nextSecret });
  if (affected === 1) return;
  const fresh = { secret: null, setUpAt: null, lastStep: 0, failures: 0, waitUntil: 0 };
  await tx.insert(SecondFactorRow, { id, nextSecret, ...fresh });
}

const trusted = { failures: 0, waitUntil: 0 };

/** So that of two with the same digits one gets in: answers whether this one does. */
export async function takeStep(
  tx: EntityManager,
  { id, secret }: SecondFactorRow,
  lastStep: number,
): Promise<boolean> {
  const { affected } = await tx.update(
    SecondFactorRow,
    { id, secret: secret ?? IsNull(), lastStep: LessThan(lastStep) },
    { lastStep, ...trusted },
  );
  return affected === 1;
}

/** The key that waited takes the place of the other, once. */
export async function takeNextSecret(
  tx: EntityManager,
  { id, nextSecret }: SecondFactorRow,
  taken: Pick<SecondFactorRow, 'secret' | 'setUpAt' | 'lastStep'>,
): Promise<boolean> {
  const { affected } = await tx.update(
    SecondFactorRow,
    { id, nextSecret: nextSecret ?? IsNull() },
    { ...taken, nextSecret: null, ...trusted },
  );
  return affected === 1;
}

export const setFailures = (
  tx: EntityManager,
  { id }: SecondFactorRow,
  counted: Pick<SecondFactorRow, 'failures' | 'waitUntil'>,
) => tx.update(SecondFactorRow, { id }, counted);

/** Whether there was one. */
export async function deleteSecondFactor(tx: EntityManager, id: string): Promise<boolean> {
  const { affected } = await tx.delete(SecondFactorRow, { id });
  return affected === 1;
}
