import { bootWeapp } from './phone';

const told = '他昨天又打我';

describe('quick exit in the WeChat build', () => {
  it('leaves one page about the weather and nothing of what she wrote', async () => {
    const phone = await bootWeapp({ storage: { 'draft:ask': told, 'text-size': 'elder' } });
    await phone.open('/pages/home/index');
    await phone.tap('我要帮忙，有难处说');
    await phone.until('快速离开');
    await phone.type('发生了什么', told);
    await phone.until(`${told.length} / 4000 字`);

    await phone.tap('快速离开');

    expect(phone.text()).not.toMatch(/求助|发生/);
    await phone.until('天气小常识');
    expect(phone.depth).toBe(1);
    expect([...phone.storage.keys()]).toEqual(['text-size']);
    const names = phone.calls.map(([name]) => name);
    expect(names.indexOf('exitMiniProgram')).toBeGreaterThan(names.indexOf('reLaunch'));
  });

  it('puts nothing but her own words into the box while she types', async () => {
    const phone = await bootWeapp();
    await phone.open('/women/ask/index');
    await phone.until('发生了什么');

    await phone.type('发生了什么', told);
    await phone.until(`${told.length} / 4000 字`);

    // Taro sends back what was typed; anything else would move her cursor.
    expect(phone.valueSetBy('发生了什么')).toBe(told);
  });
});
