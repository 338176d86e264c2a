/** Characters that a number or a rule is said with in the other script, each before its simplified form. Names stay as they are printed. */
const PAIRS =
  '萬万億亿個个點点種种號号歲岁週周幾几約约過过類类條条餘余級级戶户項项張张時时鐘钟兩两來来內内從从縮缩調调標标準准報报銷销療疗線线額额門门診诊職职險险區区離离縣县統统籌筹慢慢學学費费間间達达減减與与為为資资醫医';
const SIMPLE: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, at) => [PAIRS.charAt(2 * at), PAIRS.charAt(2 * at + 1)] as const),
);

/**
 * A text as it is read for numbers: full-width figures and marks narrowed, the words of the trade in simplified characters. Character by
 * character, so that offsets stay those of the text as given.
 */
export const plainly = (text: string): string =>
  text.replace(/[\uff01-\uff5e\u4e00-\u9fff]/gu, (one) => {
    const code = one.charCodeAt(0);
    return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : (SIMPLE.get(one) ?? one);
  });
