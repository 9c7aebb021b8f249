export const visitRefusals = {
  link_not_found: { status: 404, message: '没找到这位联系户。点“现在上传”更新名单，再看。' },
  link_handed_over: {
    status: 409,
    message:
      '她已经交给另一位执委联系，交接后的走访由那位记。您写的都还在，要紧的请妇联转告。写错了人，就改一改再传。',
  },
  already_linked: {
    status: 409,
    message: '她已经在您的名单上，不用再加一次。请收回新给她的联系卡，原来的那张还能用。',
  },
  entry_differs: {
    status: 409,
    message: '台账里的这一位和您写的不一样，没有加。改一改再传，会在台账里另记一位。',
  },
  link_code_not_found: { status: 404, message: '没找到这串数字。对一对联系卡有没有抄错。' },
  link_code_taken: { status: 409, message: '这张联系卡的数字用过了。重新生成一张再存。' },
  not_your_grid: { status: 404, message: '没找到这个网格。请妇联先把网格分给您。' },
  visit_not_found: { status: 404, message: '没找到这次走访。点“现在上传”更新名单，再看。' },
  need_not_found: { status: 404, message: '没找到这项需要。点“现在上传”更新名单，再看。' },
  need_forgotten: {
    status: 404,
    message:
      '联系结束后，这次走访记的话已经删掉，求助没能转出去。请告诉她：手上的求助数字查不到，需要帮助请重新求助。',
  },
  need_ticketed: {
    status: 409,
    message: '这项需要已经转成求助了，先前那组数字有用。请告诉她：这次抄的查不到。',
  },
  claim_code_taken: { status: 409, message: '这串求助数字用过了。重新生成一串再存。' },
  id_taken: { status: 409, message: '这一条的编号和别的撞了。重新存一次。' },
  sealed_unreadable: { status: 400, message: '这一条打不开。请在原来的手机上登录后再传。' },
  link_holder_not_found: { status: 404, message: '没找到这位执委。回到名单再选。' },
} as const;
