/**
 * The dictionary of the field: one spelling per concept across code, policies, answers and screens. The key is the English identifier.
 * `field` is the name in the national settlement interface, where there is one.
 */
export interface Term {
  readonly zh: string;
  readonly en: string;
  readonly field?: string;
}

const terms = {
  // who and when
  person: { zh: '参保人', en: 'insured person', field: 'psn_no' },
  visitDay: { zh: '就诊日', en: 'day of the visit' },
  admissionDay: { zh: '入院日', en: 'day of admission', field: 'begntime' },
  dischargeDay: { zh: '出院日', en: 'day of discharge', field: 'endtime' },
  settlementDay: { zh: '结算日', en: 'day of settlement', field: 'setl_time' },
  birthDay: { zh: '出生日', en: 'day of birth', field: 'brdy' },
  enrolmentDay: { zh: '参保日', en: 'day of enrolment', field: 'psn_insu_date' },
  careType: { zh: '医疗类别', en: 'type of care', field: 'med_type' },
  institutionLevel: { zh: '机构等级', en: 'level of the institution', field: 'hosp_lv' },
  personType: { zh: '人员类别', en: 'type of person', field: 'psn_type' },
  identities: { zh: '身份', en: 'identities' },
  scheme: { zh: '险种', en: 'scheme', field: 'insutype' },
  area: { zh: '统筹区', en: 'pooling area' },
  policy: { zh: '政策', en: 'policy' },
  benefit: { zh: '待遇', en: 'benefit' },
  amendment: { zh: '修订', en: 'amendment' },
  versionDay: { zh: '版本日', en: 'version day' },
  periodDay: { zh: '归属日', en: 'period day' },
  knownOn: { zh: '知晓日', en: 'known day' },

  // the bill and its parts
  total: { zh: '总额', en: 'total', field: 'medfee_sumamt' },
  inScope: { zh: '政策范围内', en: 'in scope', field: 'inscp_scp_amt' },
  preCopay: { zh: '先行自付', en: 'pre-copay', field: 'preselfpay_amt' },
  overLimit: { zh: '超限价', en: 'over the price limit', field: 'overlmt_selfpay' },
  selfFunded: { zh: '全自费', en: 'fully self-funded', field: 'fulamt_ownpay_amt' },

  // the items of a bill, one by one
  feeItems: { zh: '收费明细', en: 'fee items', field: 'feedetail' },
  catalogueCode: { zh: '目录编码', en: 'catalogue code', field: 'med_list_codg' },
  catalogueType: { zh: '目录类别', en: 'catalogue category', field: 'list_type' },
  chargeLevel: { zh: '收费等级', en: 'charge level', field: 'chrgitm_lv' },
  quantity: { zh: '数量', en: 'quantity', field: 'cnt' },
  unitPrice: { zh: '单价', en: 'unit price', field: 'pric' },
  itemAmount: { zh: '明细金额', en: 'amount of the item', field: 'det_item_fee_sumamt' },
  incurredDay: { zh: '发生日', en: 'day incurred', field: 'fee_ocur_time' },

  // who pays
  pooledFund: { zh: '统筹基金', en: 'pooled fund', field: 'hifp_pay' },
  civilServantSubsidy: { zh: '公务员补助', en: 'civil-servant subsidy', field: 'cvlserv_pay' },
  enterpriseSupplement: { zh: '企业补充', en: 'enterprise supplement', field: 'hifes_pay' },
  majorIllnessFund: { zh: '大病基金', en: 'major-illness fund', field: 'hifmi_pay' },
  largeAmountFund: { zh: '大额基金', en: 'large-amount fund', field: 'hifob_pay' },
  disabledVeteransFund: { zh: '伤残军人基金', en: 'disabled-veterans fund', field: 'hifdm_pay' },
  assistanceFund: { zh: '救助基金', en: 'medical assistance', field: 'maf_pay' },
  personalAccount: { zh: '个人账户', en: 'personal account', field: 'acct_pay' },
  sharedAccount: { zh: '共济账户', en: 'shared family account', field: 'acct_mulaid_pay' },
  hospitalShare: { zh: '定点医院', en: 'hospital', field: 'hosp_part_amt' },
  commercialInsurance: { zh: '商业保险', en: 'commercial insurance', field: 'oth_pay' },

  // what an answer says
  funds: { zh: '基金', en: 'funds', field: 'fund_pay_sumamt' },
  hospital: { zh: '医院', en: 'hospital', field: 'hosp_part_amt' },
  personal: { zh: '个人', en: 'personal', field: 'psn_part_amt' },
  account: { zh: '账户', en: 'account', field: 'acct_pay' },
  cash: { zh: '现金', en: 'cash', field: 'psn_cash_pay' },
  deductible: { zh: '起付线', en: 'deductible', field: 'act_pay_dedc' },
  ratio: { zh: '报销比例', en: 'reimbursement ratio', field: 'pool_prop_selfpay' },
  cap: { zh: '限额', en: 'cap', field: 'crt_payb_lmt_amt' },
  copay: { zh: '自付比例部分', en: 'coinsurance' },
  due: { zh: '应缴', en: 'due' },
  deferred: { zh: '缓缴', en: 'deferred' },
  paidOut: { zh: '付出', en: 'paid out' },
  allotted: { zh: '拨付', en: 'allotted' },
  eligibility: { zh: '资格', en: 'eligibility' },
  accumulator: { zh: '累计', en: 'accumulator' },
  opening: { zh: '期初', en: 'opening' },

  // statuses
  settled: { zh: '已结算', en: 'settled' },
  open: { zh: '待定', en: 'open' },
  missing: { zh: '缺项', en: 'missing' },
  ineligible: { zh: '不享受', en: 'ineligible' },
  refused: { zh: '拒收', en: 'refused' },
  violation: { zh: '违规', en: 'violation' },
  assumed: { zh: '暂按', en: 'assumed' },
} as const satisfies Readonly<Record<string, Term>>;

/** The English identifier of a concept. */
export type Concept = keyof typeof terms;

/** Concept → 中文 term, English label, interface field. */
export const vocabulary: Readonly<Record<Concept, Term>> = terms;
