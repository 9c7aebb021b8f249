import type { MyDataPart } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What one module keeps of a person, and how it forgets her. */
interface HerPart<Field extends string = string> {
  /** The heading in her file: `报名`. */
  name: string;
  /** Every field of a row by its Chinese name, and what it is kept for. */
  fields: Record<Field, string>;
  /** In words, a row for each thing kept; `报名时间` as RFC 3339. */
  herData: (db: EntityManager, accountId: string) => Promise<Record<Field, string>[]>;
  /** Cancels what is still to come and deletes the rest, in the transaction that deletes her account. */
  forgetHer: (tx: EntityManager, accountId: string) => Promise<void>;
}

/** Every module that keeps something of a person says so here at `onModuleInit`. */
@Injectable()
export class HerRecords {
  private readonly parts: HerPart[] = [];
  private readonly copied: ((accountId: string) => Promise<void>)[] = [];

  register<Field extends string>(part: HerPart<Field>): void {
    this.parts.push(part);
  }

  /** Runs before each copy of her file, which does not go out without it. */
  whenCopied(hook: (accountId: string) => Promise<void>): void {
    this.copied.push(hook);
  }

  /** Everything that is kept of her. */
  async fileOf(db: EntityManager, accountId: string): Promise<MyDataPart[]> {
    for (const hook of this.copied) await hook(accountId);
    const parts: MyDataPart[] = [];
    for (const { name, fields, herData } of this.parts)
      parts.push({ name, fields, rows: await herData(db, accountId) });
    return parts;
  }

  async forget(tx: EntityManager, accountId: string): Promise<void> {
    for (const { forgetHer } of this.parts) await forgetHer(tx, accountId);
  }
}
