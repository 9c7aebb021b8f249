export const mediatorRefusals = {
  mediator_not_found: { status: 404, message: '没找到这位调解员。回到名册再看。' },
  mediator_term_over: { status: 409, message: '她的聘期没到或已经过了。请另一位。' },
  mediator_not_serving: { status: 409, message: '她现在不担任调解员。请另一位。' },
  mediator_recused: { status: 409, message: '她登记过要回避这件事。请另一位。' },
  mediator_unwanted: { status: 409, message: '当事人不要这一位。请另一位。' },
  mediator_assigned_already: { status: 409, message: '已经请了一位调解员。先登记她结束，再请。' },
  mediation_none: { status: 409, message: '现在没有人在调解。看一下最新的情况。' },
  mediation_not_for_violence: {
    status: 409,
    message: '有家庭暴力或现在有危险，不能调解。帮她报警、申请人身安全保护令。',
  },
} as const;
