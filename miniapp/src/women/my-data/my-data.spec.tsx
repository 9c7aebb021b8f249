import { fireEvent, render, screen } from '@testing-library/react';
import { type MyData, staysAfterHerAccount, ticketsInHerFile } from '@niangjia/shared';
import { says, theServiceAnswers } from '../../../test/desk';
import { phone } from '../../../test/stand-ins/taro';
import { keepSession } from '@/platform/session';
import MyDataPage from '.';

const data: MyData = {
  madeAt: '2026-11-22T09:00:00+08:00',
  parts: [
    {
      name: '活动报名',
      fields: { 活动: '知道您报了哪个活动。', 报名时间: '排队时分先后。' },
      rows: [{ 活动: '包粽子', 报名时间: '2026-11-20T09:00:00+08:00' }],
    },
  ],
};

beforeEach(() => {
  phone.reset();
  keepSession('token');
});

describe('我的数据', () => {
  it('says what is kept and what for, and gives it as a file', async () => {
    const files: Blob[] = [];
    URL.createObjectURL = (file: Blob) => `blob:${files.push(file)}`;
    URL.revokeObjectURL = () => undefined;
    const clicked: string[] = [];
    HTMLAnchorElement.prototype.click = function () {
      clicked.push(this.download);
    };
    theServiceAnswers({ 'GET /me/data': says(data) });
    render(<MyDataPage />);

    await screen.findByText('知道您报了哪个活动。');
    for (const line of [ticketsInHerFile, ...staysAfterHerAccount])
      expect(screen.getByText(line)).toBeTruthy();
    expect(screen.queryByText('包粽子')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '看活动报名的内容' }));
    expect(screen.getByText('包粽子')).toBeTruthy();
    expect(screen.getByText('周五 11月20日 上午9点')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '导出一份' }));

    await screen.findByText(/存到这台机器上了/);
    expect(clicked).toEqual(['我的数据-2026-11-22.json']);
    expect(files[0]?.size).toBe(new Blob([JSON.stringify(data, null, 2)]).size);
  });
});
