import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, tableColumn } from '../platform/database/columns';

const itsDesk = '(SELECT t.federation_id FROM case_ticket t WHERE t.id = referral.ticket_id)';

/** Which federation sent it: that of its ticket, unless that went to another desk. */
export class ReferralSenderFederation1000000001530 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sender = tableColumn(runner, 'sender_federation_id', column.nullable(column.id()));
    await runner.addColumn('referral', sender);
    await runner.query(`UPDATE referral SET sender_federation_id = ${itsDesk}
      WHERE NOT EXISTS (SELECT 1 FROM case_ticket_event e
        WHERE e.ticket_id = referral.ticket_id AND e.what = 'handed_over')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('referral', 'sender_federation_id');
  }
}
