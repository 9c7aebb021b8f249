import { bootWeapp } from './phone';

describe('the built mini-program', () => {
  it('opens 首页, goes to 我的 and grows its text by a tap', async () => {
    const phone = await bootWeapp();

    await phone.open('/pages/home/index');
    await phone.until('离您最近的娘家');
    await phone.tab('我的');
    await phone.until('文字大小');
    await phone.tap('特大');
    await phone.until('✓ 特大');

    expect(phone.route).toBe('pages/mine/index');
    expect(JSON.stringify(phone.tree())).toContain('--k: 1.8');
  });

  it('follows the text size set in WeChat', async () => {
    const phone = await bootWeapp({ fontSizeSetting: 22.4 });

    await phone.open('/pages/home/index');
    await phone.until('离您最近的娘家');

    expect(JSON.stringify(phone.tree())).toContain('--k: 1.4');
  });
});
