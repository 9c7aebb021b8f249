import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HandedOn, Referral } from '@niangjia/shared';
import { testConfig } from '../../test/config';
import { PrintFont } from '../platform/print/print-font';
import { slipOnPaper } from './slip-paper';

const folder = mkdtempSync(join(tmpdir(), 'slip-'));
afterAll(() => rmSync(folder, { recursive: true }));

const slip = (given: Partial<Referral> = {}): Referral => ({
  id: 'X',
  ticketId: 'T',
  number: '2026-7F3K2M',
  recipient: 'court',
  recipientName: '某县人民法院',
  state: 'sent',
  sentAt: '2026-11-26T09:00:00+08:00',
  dueDay: '2026-12-11',
  federationName: '某镇妇联',
  deskName: '某镇妇联',
  sentBy: '示例·李月娥',
  purpose: '请为她办理人身安全保护令',
  handedOn: [
    { what: 'name', text: '林㛃䶮，家里人叫她犇犇' },
    { what: 'phone', text: '13800000000' },
  ],
  consent: { ground: 'consent', agreedAt: '2026-11-20T09:00:00+08:00', agreedHow: 'by_phone' },
  article: '个人信息保护法第二十三条',
  answerDays: 15,
  receivedAt: null,
  settledAt: null,
  outcome: null,
  mayMoveTo: [],
  ...given,
});

/** As a reader of PDF sees it: text, fonts, pages. */
async function printed(given: Partial<Referral> = {}, config = testConfig()) {
  const bytes = await slipOnPaper(await new PrintFont(config).read(), slip(given));
  const file = join(folder, 'slip.pdf');
  writeFileSync(file, bytes);
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, args, { encoding: 'utf8' });
  const text = run('pdftotext', '-layout', file, '-');
  const [, , ...fonts] = run('pdffonts', file).trim().split('\n');
  return { bytes, text: text.replace(/\s/g, ''), fonts, raw: text };
}

describe('a slip on paper', () => {
  it('says what was chosen and why it may, with a receipt to send back', async () => {
    const { text } = await printed();

    for (const words of [
      '转介单',
      '2026-7F3K2M',
      '某县人民法院（法院）',
      '林㛃䶮，家里人叫她犇犇',
      '13800000000',
      '2026年11月20日09:00，电话里说的',
      '个人信息保护法第二十三条',
      '请在2026年12月11日前答复',
      '回执',
      '第1页，共1页',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('〓');
  });

  it('says who has the matter now, when that is not who sent it', async () => {
    const { text } = await printed({ deskName: '邻镇妇联' });

    expect(text).toContain('转出单位某镇妇联');
    expect(text).toContain('请答复给邻镇妇联');
    expect(text).toContain('邻镇妇联：某镇妇联转来的第2026-7F3K2M号转介单');
  });

  it('carries the drawn characters of one font in itself, and no other font', async () => {
    const { fonts, bytes } = await printed();

    // name, type, encoding, embedded, subset, unicode
    expect(fonts).toHaveLength(1);
    expect(fonts[0]).toMatch(/NotoSans.*CID.*yes\s+yes\s+yes/);
    expect(bytes.length).toBeLessThan(200_000);
  });

  it('goes on over several pages, each with its number', async () => {
    const long: HandedOn = { what: 'her_words', text: '他把门锁换了，我进不去。\n'.repeat(75) };

    const { raw, text } = await printed({ handedOn: [long, { ...long, what: 'children' }] });

    const pages = raw.split('\f').length - 1;
    expect(pages).toBeGreaterThan(2);
    expect(text).toContain(`第${pages}页，共${pages}页`);
    expect(text.match(/他把门锁换了，我进不去。/g)).toHaveLength(150);
  });

  it('marks what no font draws, and says so', async () => {
    const { text } = await printed({ handedOn: [{ what: 'her_words', text: '他又打我了😢' }] });

    expect(text).toContain('他又打我了〓');
    expect(text).toContain('〓：这里有一个字或图形打印不出来');
  });

  it('is refused where its font is not there or is no font', async () => {
    const broken = join(folder, 'broken.otf');
    writeFileSync(broken, readFileSync(__filename));

    for (const printFont of [join(folder, 'nowhere.otf'), broken])
      await expect(printed({}, testConfig({ printFont }))).rejects.toMatchObject({
        code: 'print_no_font',
      });
  });
});
