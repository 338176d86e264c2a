import type { Words } from '../diagnostics/diagnostic.ts';

/** What the parser of the command line found: its code, and its own English sentence. */
export interface UsageFault {
  readonly code: string;
  readonly message: string;
}

/** What is wrong with the command as typed, and where its usage is shown. `called` is the command as far as it is known. */
export function usageWords({ code, message }: UsageFault, called: string): Words {
  const said = message.replace(/^error: /, '').replace(/\n/g, ' ');
  const [first = '', second = ''] = [...message.matchAll(/'([^']*)'/g)].map(([, quoted = '']) => quoted);
  return { zh: `${chinese(code, message, first, second)}；用法见 ${called} --help`, en: `${said}; see ${called} --help` };
}

function chinese(code: string, message: string, first: string, second: string): string {
  const [, near] = /\(Did you mean (?:one of )?([^)?]+)\?\)/.exec(message) ?? [];
  const meant = near === undefined ? '' : `，是不是 ${near.split(', ').join('、')}`;
  switch (code) {
    case 'commander.unknownCommand':
      return `没有 “${first}” 这个命令${meant}`;
    case 'commander.unknownOption':
      return `没有 “${first}” 这个选项${meant}`;
    case 'commander.missingArgument':
      return `还缺 <${first}>`;
    case 'commander.missingMandatoryOptionValue':
      return `还缺 ${first}`;
    case 'commander.optionMissingArgument':
      return `${first} 后面还缺值`;
    case 'commander.invalidArgument': {
      const [, why = ''] = /is invalid\. ?(.*)$/s.exec(message) ?? [];
      return `${first} 不能是 “${second}”${why === '' ? '' : `：${why}`}`;
    }
    case 'commander.excessArguments':
      return '命令后面写多了';
    default:
      return `命令写法不对${first === '' ? '' : `：${first}`}`;
  }
}
