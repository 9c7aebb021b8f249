import {
  type DeleteMe,
  deleteMeWord,
  type MeDeleted,
  type MyData,
  type MyDataPart,
} from '@niangjia/shared';
import { field } from '../platform/http/field';
import { Flag, ListOf, Moment, Text, Texts } from '../platform/http/fields';

export class DeleteMeBody implements DeleteMe {
  @Text({ pattern: { is: new RegExp(`^${deleteMeWord}$`), say: `请打“${deleteMeWord}”两个字。` } })
  confirm!: typeof deleteMeWord;
}

export class MeDeletedView implements MeDeleted {
  @Flag()
  deleted!: boolean;

  @Texts({ description: '还留着什么、为什么' })
  kept!: string[];
}

const words = { type: 'object', additionalProperties: { type: 'string' } } as const;
const ofServer = () => undefined;

class MyDataPartView implements MyDataPart {
  @Text()
  name!: string;

  @field('text', ofServer, words, { description: '每一项的名称，存来做什么' })
  fields!: Record<string, string>;

  @field('list', ofServer, { type: 'array', items: words }, {})
  rows!: Record<string, string>[];
}

export class MyDataView implements MyData {
  @Moment()
  madeAt!: string;

  @ListOf(() => MyDataPartView)
  parts!: MyDataPart[];
}
