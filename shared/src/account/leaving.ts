/** What the deletion of an account takes with it, in sentences to show. */
export const goesWithHerAccount: readonly string[] = [
  '您的账号、微信的编号、所有登录。',
  '报的名、排的队、约的班次：没开始的都取消，名额让给别人。',
  '收到的消息、收进“我的”的求助、给用工单位看的姓名和电话。',
];

/** What stays behind, and why. The days stand in the server's retention table; a test compares them. */
export const staysAfterHerAccount: readonly string[] = [
  '登录和退出的记录留 184 天，《网络安全法》要求至少留六个月。里面没有名字和微信，只有一个编号，账号删了就查不到是谁。',
  '求助里没有记您是谁，不跟着账号删。要撤回求助，用那串 20 位数字。',
];

/** Added for who held an office. */
export const staysOfHerOffice =
  '您任职时写的答复和办理记录是妇联的档案，留着编号，不留名字。谁看过什么的记录留三年。';

/** What her file has of the tickets. */
export const ticketsInHerFile =
  '账号里存着的，全在这里。求助里写的话不跟账号连在一起，不在里面。您收进“我的”的求助，只有名称、进展和日期。';
