import type { ContractKind, JobState } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

@Entity('job')
@Index('job_near', ['state', 'cell', 'lat', 'lng', 'id'])
@Index('job_newest', ['state', 'id'])
@Index('job_federation', ['federationPath', 'id'])
@Index('job_unit', ['federationId', 'id'])
export class JobRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  federationId!: string;

  /** The tree path of its federation: what desk lists are scoped by. */
  @Column(column.str(280))
  federationPath!: string;

  @Column(column.str(40))
  title!: string;

  @Column(column.text())
  text!: string;

  @Column(column.str(60))
  employerName!: string;

  @Column(column.str(100))
  place!: string;

  @Column(column.degrees())
  lng!: number;

  @Column(column.degrees())
  lat!: number;

  @Column(column.large())
  cell!: number;

  @Column(column.str(20))
  contractKind!: ContractKind;

  @Column(column.nullable(column.integer()))
  payPerHourFen!: number | null;

  @Column(column.str(200))
  flexibility!: string;

  /** Phrases that the check found and staff said are lawful, a line each; who said so is in the audit. */
  @Column(column.nullable(column.text()))
  lawfulWording!: string | null;

  @Column(column.str(20))
  state!: JobState;

  /** Of what staff do with it; bookings do not touch it. */
  @Column(column.integer())
  version!: number;

  @Column(column.at())
  updatedAt!: number;
}
