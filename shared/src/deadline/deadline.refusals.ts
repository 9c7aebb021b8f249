export const deadlineRefusals = {
  deadline_not_found: { status: 404, message: '没找到这个期限。回到这件求助再看。' },
  deadline_started_already: { status: 409, message: '这个期限已经在算了。看一下这件求助的期限。' },
  deadline_not_running: { status: 409, message: '这个期限现在不在计时。看一下最新进展。' },
  deadline_not_extendable: { status: 409, message: '法律没有说这个期限可以延长。请在期限内办。' },
  deadline_over: { status: 409, message: '已经过了期限，不能再申请延长。请尽快办。' },
  extension_asked_already: { status: 409, message: '这个期限已经申请过延长，只能延长一次。' },
  extension_not_asked: { status: 409, message: '没有等着批的延长申请。看一下最新进展。' },
  extension_same_person: { status: 409, message: '谁申请，谁就不能自己批。请另一位负责人来批。' },
} as const;
