import type { Page } from 'playwright-core';
import { claimCode, theHome, town } from '../her';
import { answers } from '../answers';
import { linkCode } from '../field';
import { invitationCode } from '../organisation';

/** A page as somebody has it before her: by its address, or after the taps that lead there. */
export interface Stop {
  /** Part of the name of its picture. */
  name: string;
  address: string;
  /** Words that are there once it is. */
  shows: string;
  open?: (page: Page) => Promise<void>;
  /** Somebody who never opened it before, and is signed in nowhere. */
  asNew?: true;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).last();
const tapping = (name: string | RegExp) => (page: Page) => button(page, name).click();

async function ask(page: Page): Promise<void> {
  await page.getByRole('radio', { name: '家里有人打骂' }).click();
  await page.getByRole('textbox').fill('他又动手了');
  await button(page, '送出').click();
}

async function claim(page: Page): Promise<void> {
  await page.getByRole('textbox').fill(claimCode);
  await button(page, '看答复').click();
}

async function contact(page: Page): Promise<void> {
  await claim(page);
  await button(page, '告诉我们').click();
  await page.getByRole('radio', { name: '可以打电话' }).click();
}

async function seeWhoSees(page: Page): Promise<void> {
  await claim(page);
  await button(page, '不要让某个人看').click();
}

async function openLink(page: Page): Promise<void> {
  await page.getByRole('textbox').fill(linkCode);
  await button(page, '打开').click();
}

async function endLink(page: Page): Promise<void> {
  await openLink(page);
  await button(page, /^结束联系/).click();
}

async function readInvitation(page: Page): Promise<void> {
  await page.getByRole('textbox').fill(invitationCode);
  await button(page, '看是什么任职').click();
}

async function invite(page: Page): Promise<void> {
  await button(page, '请人任职').click();
  await radio(page, '工作人员').click();
  await button(page, '要 20 位数字').click();
}

const radio = (page: Page, name: string) => page.getByRole('radio', { name }).last();

async function newKey(page: Page): Promise<void> {
  await button(page, '换一个验证器').click();
  await button(page, '要一个密钥').click();
}

async function chooseDay(page: Page): Promise<void> {
  await radio(page, '选一天').click();
}

async function saveVisit(page: Page): Promise<void> {
  await radio(page, '上门').click();
  await page.getByRole('checkbox', { name: '子女' }).click();
  await button(page, '保存').click();
}

async function seeUnsent(page: Page): Promise<void> {
  await saveVisit(page);
  await button(page, /看未上传/).click();
}

async function ticket(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: '她同意了' }).click();
  await button(page, '转求助').click();
}

async function openEntry(page: Page): Promise<void> {
  await button(page, /^示例·许春花/).click();
}

async function correctEntry(page: Page): Promise<void> {
  await openEntry(page);
  await button(page, '改姓名、电话').click();
}

async function register(page: Page): Promise<void> {
  await button(page, '我要报名').click();
  await page.getByRole('button', { name: '报名', exact: true }).click();
}

async function book(page: Page): Promise<void> {
  await button(page, /还有 2 位/).click();
  await page.getByRole('checkbox', { name: /同意把姓名和电话/ }).click();
  await page.getByRole('button', { name: '预约', exact: true }).click();
}

async function closeBlank(page: Page): Promise<void> {
  await button(page, '办结').click();
  await button(page, '确定办结').click();
}

async function writeSlip(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: '她说的情况' }).click();
  await page.getByRole('radio', { name: /^她单独同意/ }).click();
}

async function writeDown(page: Page): Promise<void> {
  await radio(page, '来信').click();
  await radio(page, '家暴').click();
  await page.getByRole('textbox', { name: '她说的事' }).fill('他又动手了');
  await button(page, '记下').click();
}

const at = (name: string, address: string, shows: string, more: Partial<Stop> = {}): Stop => ({
  name,
  address: address.replace(/(^|\w)(\?|$)/, '$1/index$2'),
  shows,
  ...more,
});

export const stops: Stop[] = [
  at('home-new', '/pages/home', '用我的位置|我要帮忙', { asNew: true }),
  at('home', '/pages/home', '近的|山美村妇女之家|我要帮忙'),
  at('homes', '/women/homes', theHome.name),
  at('homes-map', '/women/homes', '\\d (米|公里)', {
    open: (page) => page.getByRole('tab', { name: '地图' }).click(),
  }),
  at('homes-filters', '/women/homes', '哪一种', { open: tapping(/按种类和服务选/) }),
  at('town', '/women/town?unknown=1', '霞美镇'),
  at('womens-home', '/women/womens-home?id=H1', '谁在管'),
  at('ask', '/women/ask', '说说您的事'),
  at('ask-missing', '/women/ask', '选一样最接近的', { open: tapping('送出') }),
  at('asked', '/women/ask', '明天来找林姐', { open: ask }),
  at('asked-again', '/women/asked', '这一页不留数字'),
  at('claim-code', '/women/claim', '20 位数字'),
  at('claim', '/women/claim', '明天来找林姐', { open: claim }),
  at('safe-contact', '/women/claim', '暗号', { open: contact }),
  at('who-sees', '/women/claim', '姓林的那位', { open: seeWhoSees }),
  at('kept', '/women/kept', '收进的一件事'),
  at('link-code', '/women/link', '谁在联系您'),
  at('link', '/women/link', '当面看', { open: openLink }),
  at('link-end', '/women/link', '马上就没有您了', { open: endLink }),
  at('links', '/women/links', '当面看'),
  at('activities', '/pages/activities', '包粽子'),
  at('activities-days', '/pages/activities', '往后三周', {
    open: (page) => page.getByText('选日子').click(),
  }),
  at('activity', '/women/activity?id=A1', '做些什么'),
  at('activity-full', '/women/activity?id=A3', '排队等候'),
  at('activity-cancelled', '/women/activity?id=A2', '台风来了'),
  at('activity-register', '/women/activity?id=A1', '几个人来', { open: tapping('我要报名') }),
  at('activity-waiting', '/women/activity?id=A1', '排上队了', { open: register }),
  at('jobs', '/pages/jobs', '包装工'),
  at('job', '/women/job?id=J1', '选班次'),
  at('job-book', '/women/job?id=J1', '填一下您的姓名', { open: book }),
  at('mine-new', '/pages/mine', '文字大小', { asNew: true }),
  at('mine', '/pages/mine', '1 条未读'),
  at('sign-in', '/pages/mine', '下面的人都是编的', {
    asNew: true,
    open: (page) => page.getByRole('button', { name: '登录', exact: true }).click(),
  }),
  at('inbox', '/women/inbox', '轮到您了'),
  at('registrations', '/women/registrations', '候补'),
  at('bookings', '/women/bookings', '包装工'),
  at('sessions', '/women/sessions', '另一处'),
  at('my-data', '/women/my-data', '知道您报了'),
  at('leave', '/women/leave', '会删掉的'),
  at('weather', '/pages/weather', '回南天'),
  at('field-work', '/committee/work', '该去看看的'),
  at('field-women', '/committee/women', '一家 2 位'),
  at('field-woman', '/committee/woman?id=L1', '移出名单'),
  at('field-leave', '/committee/woman?id=L1', '不再是您的联系户', { open: tapping('移出名单') }),
  at('field-visit', '/committee/visit?linkId=L1', '怎么聊的'),
  at('field-visit-who', '/committee/visit', '去看了谁'),
  at('field-visit-day', '/committee/visit?linkId=L1', '别的日子', { open: chooseDay }),
  at('field-visit-saved', '/committee/visit?linkId=L1', '记下了', { open: saveVisit }),
  at('field-visits', '/committee/visits', '已转求助'),
  at('field-ticket', '/committee/ticket?visitId=V1&needId=N1', '念给她听'),
  at('field-ticket-digits', '/committee/ticket?visitId=V1&needId=N1', '请她抄下', { open: ticket }),
  at('field-link', '/committee/link', '念给她听'),
  at('field-link-faults', '/committee/link', '写一下她的姓名', { open: tapping('保存') }),
  at('field-digits', '/committee/digits', '没有要抄的数字了'),
  at('field-ledger', '/committee/ledger', '1 项要点开看'),
  at('field-ledger-entry', '/committee/ledger', '看了身体情况', { open: openEntry }),
  at('field-ledger-correct', '/committee/ledger', '和示例·林阿妹一家', { open: correctEntry }),
  at('field-woman-correct', '/committee/woman?id=L1', '住址', { open: tapping('改姓名、电话') }),
  at('field-unsent', '/committee/unsent', '都传上去了'),
  at('field-unsent-some', '/committee/visit?linkId=L1', '等着上传的', { open: seeUnsent }),
  at('field-sign-out', '/committee/sign-out', '先不退出'),
  at('staff-sign-in', '/staff/sign-in', '工作人员登录'),
  at('staff-second-factor', '/staff/second-factor', '手机丢了'),
  at('staff-second-factor-key', '/staff/second-factor', '密钥只显示', { open: newKey }),
  at('staff-desk', '/staff/desk', '家暴'),
  at('staff-ticket', '/staff/case-ticket?id=T1', '他又打我'),
  at('staff-ticket-close', '/staff/case-ticket?id=T1', '选一个结果', { open: closeBlank }),
  at('staff-ticket-assign', '/staff/case-ticket?id=T1', '点一位', { open: tapping('分给同事') }),
  at('staff-referrals', '/staff/referrals?ticketId=T1', '南安市人民法院'),
  at('staff-referrals-waiting', '/staff/referrals', '没答复'),
  at('staff-referral', '/staff/referral?id=R1', '打开打印单'),
  at('staff-referral-new', '/staff/new-referral?ticketId=T1', '转去哪些内容', {
    open: writeSlip,
  }),
  at('staff-mediators', '/staff/mediators', '吴金凤'),
  at('staff-mediator-new', '/staff/mediators', '擅长什么', { open: tapping('加一位') }),
  at('staff-mediation', '/staff/mediation?ticketId=T1', '吴金凤'),
  at('staff-mediation-choice', '/staff/mediation?ticketId=T1', '这件事要回避', {
    open: tapping(/吴金凤/),
  }),
  at('staff-ticket-hand-over', '/staff/case-ticket?id=T1', '哪个妇联', {
    open: tapping('交给别的妇联'),
  }),
  at('staff-ticket-locked', '/staff/case-ticket?id=T2', '内容锁着'),
  at('staff-write-down', '/staff/write-down', '怎么来的'),
  at('staff-write-down-digits', '/staff/write-down', '请她抄下', { open: writeDown }),
  at('staff-approvals', '/staff/approvals', '要陪她去学校'),
  at('staff-closure', '/staff/closure', '到期 12 件'),
  at('staff-homes', '/staff/womens-homes', '霞美路'),
  at('staff-home', '/staff/womens-home?id=H1', '每周开放时间'),
  at('staff-activities', '/staff/activities', '剪纸课'),
  at('staff-activity-new', '/staff/activity', '名额'),
  at('staff-activity', '/staff/activity?id=A1', '看报名名单'),
  at('staff-jobs', '/staff/jobs', '缝纫工'),
  at('staff-job-new', '/staff/job', '加一种班次'),
  at('staff-job', '/staff/job?id=J1', '看预约名单'),
  at('staff-link-holders', '/staff/link-holders', '名单上有联系户'),
  at('staff-hand-over', '/staff/link-holders', '接手的', { open: tapping(/陈秀英/) }),
  at('staff-grids', '/staff/grids', '还没交给人'),
  at('staff-grid', '/staff/grids', '点一下就交', { open: tapping(/祠堂边/) }),
  at('staff-grid-new', '/staff/grids', '哪个妇联的', { open: tapping('新网格') }),
  at('staff-organisations', '/staff/organisation', '重点筹建清单'),
  at('staff-organisation', '/staff/organisation?id=F1', '从梅山镇妇联移到'),
  at('staff-organisation-convert', '/staff/organisation?id=F2', '改成妇联', {
    open: tapping('改设为妇联'),
  }),
  at('staff-organisation-move', '/staff/organisation?id=F2', '往下找', { open: tapping('换上级') }),
  at('staff-counted', `/staff/counted?id=F1&what=federation&kind=federation`, '霞美村妇联'),
  at('staff-health', '/staff/health?id=F1', '差1名'),
  at('staff-posts', '/staff/posts?id=F1', '发出去还没接的'),
  at('staff-post-end', '/staff/posts?id=F1', '办离任', { open: tapping(/陈秀英/) }),
  at('staff-post-invite', '/staff/posts?id=F1', '只显示这一次', { open: invite }),
  at('staff-enterprises', '/staff/enterprises', '女职工 51 人'),
  at('staff-enterprise-new', '/staff/enterprises', '有没有党组织', { open: tapping('记一家企业') }),
  at('invitation', '/women/invitation', '看是什么任职'),
  at('invitation-found', '/women/invitation', '请您做', { open: readInvitation }),
  at('staff-job-bookings', '/staff/job-bookings?id=J1', '左撇子', { open: tapping('看预约名单') }),
];

/** These looks need no service: its answers are the same as in the tests by clicking. */
export async function answerAll(page: Page, { asNew }: Pick<Stop, 'asNew'>): Promise<void> {
  await page.route('**/api/v1/**', (route) => {
    const path = new URL(route.request().url()).pathname.replace('/api/v1', '');
    return route.fulfill({ json: answers[path] });
  });
  const kept: Record<string, unknown> = asNew
    ? {}
    : { session: 'token', 'signed-in-as': 'her', town, welcomed: true, 'elder-answered': true };
  await page.addInitScript((known) => {
    for (const [key, data] of Object.entries(known))
      localStorage.setItem(key, JSON.stringify({ data }));
  }, kept);
}

export async function reach(page: Page, { open, shows }: Stop): Promise<void> {
  await open?.(page);
  await page.getByText(new RegExp(shows)).filter({ visible: true }).first().waitFor();
  await standsStill(page);
}

/** A page slides in from the right: only where it stays is it looked at. */
const standsStill = (page: Page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('.taro_page')]
      .filter((each) => each.checkVisibility())
      .every(
        (each) => each.getBoundingClientRect().left === 0 && each.getAnimations().length === 0,
      ),
  );
