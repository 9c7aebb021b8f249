import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

/** What is printed on the wall. It can be pointed to another home without printing it again. */
@Entity('womens_home_code')
@Index('womens_home_code_home', ['womensHomeId'])
export class WomensHomeCode {
  @Column(column.key(column.str(32)))
  code!: string;

  @Column(column.id())
  womensHomeId!: string;

  @Column(column.at())
  createdAt!: number;

  @Column(column.nullable(column.at()))
  endedAt!: number | null;
}

/** A code is also typed by hand: small letters are the same code. */
export const codeAsKept = (code: string): string => code.toUpperCase();
