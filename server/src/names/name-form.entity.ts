import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';
import { formChars } from './spelling';

export type Named = 'division' | 'womens_home';

/** One beginning by which something is found by its name. What must not be found has none. */
@Entity('name_form')
// With `what` first MariaDB takes it for a range of forms, and reads all of a kind.
@Index('name_form_id', ['id', 'what'])
export class NameForm {
  @Column(column.key(column.str(12)))
  what!: Named;

  @Column(column.key(column.str(formChars)))
  form!: string;

  /** The id of what bears the name. */
  @Column(column.key(column.id()))
  id!: string;
}
