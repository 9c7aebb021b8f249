export const caseTicketRefusals = {
  case_ticket_not_found: { status: 404, message: '没找到这件求助。回到列表再看。' },
  claim_code_not_found: { status: 404, message: '没找到这串数字。对一对有没有抄错。' },
  kept_ticket_not_found: { status: 404, message: '“我的”里没有这一件。它可能已经移走了。' },
  too_many_kept: { status: 409, message: '“我的”里收得太多了。先移走几件，再收。' },
  case_ticket_wrong_state: { status: 409, message: '这件求助现在不能这样做。看一下最新进展。' },
  case_ticket_locked: {
    status: 409,
    message: '这件事关未成年人，内容要另一位负责人批准才能看。先申请，写明原因。',
  },
  case_ticket_not_for_her: {
    status: 409,
    message: '她不能办这件求助。从名单里另选一位。',
  },
  hand_over_open: { status: 409, message: '已经请别的妇联接手，还没有回话。要改，先收回。' },
  hand_over_not_there: { status: 404, message: '没有等着接手的这件求助。回到列表再看。' },
  hand_over_no_desk: { status: 409, message: '那里现在没有人接求助。另选一个妇联。' },
  hand_over_not_village: {
    status: 409,
    message: '她说了不要让村里知道。选镇上或更上面的妇联。',
  },
  unlock_asked_already: { status: 409, message: '您已经申请过了，等另一位负责人批。' },
  unlock_not_asked: { status: 409, message: '没有等着批的查看申请。看一下最新进展。' },
  unlock_not_needed: { status: 409, message: '这件求助您可以直接看，不用申请。' },
  unlock_same_person: { status: 409, message: '谁申请，谁就不能自己批。请另一位负责人来批。' },
  desk_filter_not_found: { status: 404, message: '没找到这个筛选。它可能已经删了。' },
  too_many_desk_filters: { status: 409, message: '存的筛选太多了。先删几个，再存。' },
  case_ticket_sealed: { status: 409, message: '这件求助已经撤回。要再求助，请重新写一件。' },
} as const;
