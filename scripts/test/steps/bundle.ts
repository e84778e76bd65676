import { judgeClient } from '../../bundle/first-page.ts';
import { yesOrNo, type Step } from '../result.ts';

/** How heavy the built client is for somebody who comes for the first time, and whether only its own is in it. */
export const bundle: Step = {
  name: 'bundle',
  run: async () => {
    const wrong = judgeClient();
    return yesOrNo(wrong.length === 0, wrong.join('\n'));
  },
};
